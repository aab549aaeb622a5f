using System.Xml.Linq;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Voice;

namespace AppelAide.Host.Tests.Properties;

/// <summary>What holds after every turn of every conversation.</summary>
internal static class Rules
{
    private const int LargestDocument = 64_000;
    private const int MostSegments = 2;
    private const int MostSilences = 40;

    private static readonly VoiceRenderer Renderer = new(new VoiceOptions());

    private static readonly HashSet<string> Verbs =
        ["Response", "Gather", "Say", "break", "prosody", "Record", "Redirect", "Dial", "Number", "Hangup"];

    /// <summary>
    /// Words in the other language: the offer of it, the answers to STOP, ARRET, HELP and AIDE, each in the language of the word, and the message with
    /// which the line called.
    /// </summary>
    private static readonly string[] MayBeInTheOther =
        ["For English, press 9.", "AppelAide Line: ", "Ligne AppelAide: ", EngineLine.Message("fr"), EngineLine.Message("en")];

    /// <summary>The turn can be said or sent, leads on, and is in the caller's language.</summary>
    public static void Hold(Play play, Turn turn, Session session)
    {
        Assert.Empty(turn.Events.OfType<DefectMet>());
        Assert.Equal(turn.Expectation is EndExpectation, session.Ended);
        foreach (var said in turn.Said)
        {
            Assert.True(said.Language == turn.Language || MayBeInTheOther.Any(words => said.Text.StartsWith(words, StringComparison.Ordinal)), $"\"{said.Text}\" is said in a conversation in \"{turn.Language}\"");
            Assert.Equal(said.Text.Trim(), said.Text);
            Assert.DoesNotContain(" .", said.Text);
            Assert.DoesNotContain("{", said.Text);
        }

        if (play.Channel == Channel.Voice) HoldVoice(turn, session);
        else HoldSms(turn, session);
    }

    /// <summary>A person is two keys away at most.</summary>
    public static void ReachAPerson(EngineLine line, Session session)
    {
        var here = session;
        for (var key = 0; key < 2; key++)
        {
            var (turn, next) = line.Go(here, Key(here, key == 0 ? "0" : "1"));
            if (turn.Expectation is DialExpectation or RecordExpectation || turn.Node.StartsWith("personne.", StringComparison.Ordinal)
                || turn.Events.OfType<NodeEntered>().Any(entered => entered.Node.StartsWith("personne.", StringComparison.Ordinal)))
                return;
            if (next.Ended) break;
            here = next;
        }

        Assert.Fail($"0, then 1, reach no person from {session.At.NodeId}");
    }

    /// <summary>Whoever says nothing is not kept for ever.</summary>
    public static void EndInSilence(EngineLine line, Session session)
    {
        var here = session;
        for (var silence = 0; silence < MostSilences; silence++)
        {
            if (here.Ended) return;
            var (turn, next) = line.Go(here, here.Channel == Channel.Voice && here.At.Node == "transferer" ? new DialEndedInput(false, 0) : new SilenceInput());
            Assert.Empty(turn.Events.OfType<DefectMet>());
            here = next;
        }

        Assert.Fail($"{MostSilences} silences after {session.At.NodeId} the call still stands, at {here.At.NodeId}");
    }

    private static CallerInput Key(Session session, string key) =>
        session.Channel == Channel.Sms ? new TextInput(key) : session.At.Node is "laisser" or "ouverte" ? new RecordingInput("RE1", 3, key) : new DigitsInput(key);

    private static void HoldVoice(Turn turn, Session session)
    {
        var document = Renderer.Render(turn, "/twilio/voice/turn?c=1&t=1");
        Assert.InRange(document.Length, 1, LargestDocument - 1);
        var names = XDocument.Parse(System.Text.Encoding.UTF8.GetString(document)).Descendants().Select(element => element.Name.LocalName).ToHashSet();
        Assert.Subset(Verbs, names);
        if (session.Ended) return;
        Assert.True(names.Overlaps(["Gather", "Record", "Dial"]), "The call comes to a dead end");
        Assert.NotEmpty(turn.Said);
        if (turn.Expectation is DialExpectation dial) Assert.Matches(@"^\+\d{7,15}$", dial.Number);
    }

    private static void HoldSms(Turn turn, Session session)
    {
        var message = EngineLine.Message(turn);
        Assert.NotEmpty(message.Text);
        Assert.InRange(message.Segments, 1, MostSegments);
        Assert.False(session.Ended, "An exchange of texts ends");
        Assert.True(turn.Expectation is GatherExpectation or RecordExpectation, "A text cannot be put through");
    }
}
