using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Conversations;
using AppelAide.Host.Sms;

namespace AppelAide.Host.Tests.Properties;

/// <summary>The engine alone, with a made-up world: fast enough for thousands of conversations. Sessions are written and read between turns.</summary>
internal sealed partial class EngineLine(Script script, IReadOnlyDictionary<string, QuestionSignature> questions, Play play)
{
    private static readonly string[] Purposes = ["answer", "reminder", "notice", "bulletin", "test", ""];

    private readonly FakeWorld world = new(questions, play);
    private readonly EngineContext context = new(
        new DateTime(2026, 11, 23, 10, 0, 0),
        EngineContext.AmbientExamples.SetItem("line.transfer", play.Transfer ? "+14185550199" : "").SetItem("line.frenchFirst", play.FrenchFirst ? "yes" : "").SetItem("line.offersEnglish", play.FrenchFirst ? "" : "yes"),
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("places", ["Gaspé", "L'Ancienne-Lorette"]));

    public (Turn Turn, Session Session) StartCall(Session? earlier) =>
        Finish(DialogueEngine.StartCall(script, play.Language, slow: false, Known(), earlier, context));

    public (Turn Turn, Session Session) StartMessage(bool machine) => Finish(DialogueEngine.StartMessage(
        script,
        play.Language,
        slow: false,
        Known().Add(MessageVariables.Text, Message(play.Language)).Add(MessageVariables.Purpose, Purposes[play.World % Purposes.Length]).Add(MessageVariables.Machine, machine ? "yes" : ""),
        context));

    public (Turn Turn, Session Session) StartText(string text) =>
        Finish(DialogueEngine.StartText(script, play.Language, Known(), new TextInput(text), context));

    /// <summary>The next turn; the same whether the session was kept in memory or written and read.</summary>
    public (Turn Turn, Session Session) Go(Session session, CallerInput input)
    {
        var read = SessionJson.Read(SessionJson.Write(session));
        var (turn, next) = Finish(DialogueEngine.Resume(script, read, input, context));
        var kept = Finish(DialogueEngine.Resume(script, session, input, context));
        Assert.Equal(TurnJson.Write(kept.Turn), TurnJson.Write(turn));
        Assert.Equal(kept.Session.History.Length, next.History.Length);
        return kept;
    }

    /// <summary>What the line calls with.</summary>
    public static string Message(string language) => language == "fr" ? "La bibliothèque ouvre le samedi." : "The library opens on Saturdays.";

    /// <summary>What an act of a play is to the engine.</summary>
    public static CallerInput Heard(string act) => act switch
    {
        "(silence)" => new SilenceInput(),
        "(répond)" => new DialEndedInput(Answered: true, 60),
        "(ne répond pas)" => new DialEndedInput(Answered: false, 0),
        "(message 0 s)" => new RecordingInput(null, 0, ""),
        ['"', .. var words, '"'] => new SpeechInput(words, 0.8),
        _ when Recording().Match(act) is { Success: true } match =>
            new RecordingInput("RE1", int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), match.Groups[2].Value),
        _ => new DigitsInput(act),
    };

    /// <summary>The text message of a turn, as the host sends it.</summary>
    public static SmsReply Message(Turn turn) => SmsRenderer.Render(turn.Said, turn.Language == "fr" ? "PLUS=la suite" : "MORE=the rest");

    private ImmutableDictionary<string, string> Known() =>
        play.Known ? StartVariables.Examples : ImmutableDictionary<string, string>.Empty;

    private (Turn Turn, Session Session) Finish(DialogueRun run)
    {
        while (run.Question is { } question) run.Answer(world.Answer(question));
        return (run.Turn!, play.Channel == Channel.Sms ? run.Session! with { Rest = Message(run.Turn!).Rest } : run.Session!);
    }

    [GeneratedRegex(@"^\(message (\d+) s(?:, (.))?\)$")]
    private static partial Regex Recording();
}
