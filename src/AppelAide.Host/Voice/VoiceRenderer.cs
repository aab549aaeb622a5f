using System.Collections.Immutable;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Voice;

/// <summary>A turn → the TwiML document that says it. Pure: the same turn gives the same bytes.</summary>
internal sealed class VoiceRenderer(VoiceOptions voices)
{
    /// <summary>Where the provider tells that a recording is ready to be fetched.</summary>
    public const string RecordingCallback = "/twilio/recording";

    /// <summary>Bytes. Twilio refuses 64 kB; the lesser meaning of kB is kept, with room for the verbs that follow the words.</summary>
    private const int LargestDocument = 64_000 - 2_000;

    private const int MostHints = 500;
    private const int LongestHint = 100;

    /// <summary>Silence that ends a recording, in seconds: people look for their words.</summary>
    private const int RecordingSilence = 10;

    /// <summary>The document of a turn.</summary>
    /// <param name="turn">What the line says, then does.</param>
    /// <param name="action">The URL that the next input is posted to.</param>
    public byte[] Render(Turn turn, string action) => Render(turn.Said, turn.Expectation, turn.Language, turn.Slow, action);

    /// <summary>The document of words that no dialogue said: the fallback's apology.</summary>
    public byte[] Render(ImmutableArray<Utterance> said, Expectation expectation, string language, bool slow, string action)
    {
        using var writer = new TwimlWriter();
        var speech = new SpeechWriter(writer, voices, slow, LargestDocument);
        switch (expectation)
        {
            case GatherExpectation gather:
                OpenGather(writer, gather, language, action, HintBudget(said));
                speech.Say(said);
                break;
            case RecordExpectation record:
                speech.Say(said);
                Record(writer, record, action);
                break;
            case DialExpectation dial:
                speech.Say(said);
                Dial(writer, dial, action);
                break;
            case EndExpectation:
                speech.Say(said);
                writer.Open("Hangup");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(expectation), expectation.GetType().Name, "No TwiML for it.");
        }

        return writer.ToDocument();
    }

    /// <summary>
    /// Every attribute is written: the provider's own defaults (5 s, keys only, American English, and silence that falls through) are not ours.
    /// See https://www.twilio.com/docs/voice/twiml/gather#attributes.
    /// </summary>
    private void OpenGather(TwimlWriter writer, GatherExpectation gather, string language, string action, int hintBudget)
    {
        writer.Open("Gather").Attribute("input", "dtmf speech").Attribute("action", action).Attribute("method", "POST")
            .Attribute("timeout", Math.Max(1, gather.TimeoutSeconds))
            // Twilio takes whole seconds only (warning 13327).
            .Attribute("speechTimeout", Math.Max(1, (int)Math.Ceiling(gather.SpeechTimeoutSeconds)))
            .Attribute("finishOnKey", gather.MaxDigits == 1 ? "" : "#")
            .Attribute("language", language == "en" ? "en-CA" : "fr-CA")
            .Attribute("speechModel", voices.SpeechModel)
            .Attribute("profanityFilter", "false")
            .Attribute("actionOnEmptyResult", "true");
        if (gather.MaxDigits is { } digits)
            writer.Attribute("numDigits", Math.Max(1, digits));
        if (!gather.Hints.IsDefaultOrEmpty)
            Hints(writer, gather.Hints, hintBudget);
    }

    private static void Hints(TwimlWriter writer, ImmutableArray<string> hints, int budget)
    {
        var end = writer.Length + budget;
        var written = 0;
        foreach (var hint in hints)
        {
            // A comma separates hints; it cannot be inside one.
            var words = FormText.Words(hint.Replace(',', ' '), LongestHint);
            if (words.Length == 0)
                continue;
            if (written == MostHints || writer.Length + EscapedLength(words) + 2 > end)
                break;
            if (written++ == 0)
                writer.BeginAttribute("hints");
            else
                writer.AttributePart(",");
            writer.AttributePart(words);
        }

        if (written > 0)
            writer.EndAttribute();
    }

    /// <summary>Bytes left for hints once everything that is said has its place: words matter more.</summary>
    private static int HintBudget(ImmutableArray<Utterance> said)
    {
        var budget = LargestDocument - 1_000;
        foreach (var utterance in said)
            budget -= EscapedLength(utterance.Text) + SpeechWriter.MarkupLength;
        return Math.Max(0, budget);
    }

    /// <summary>Bytes, at most, of a text once escaped.</summary>
    private static int EscapedLength(string text) => text.Length * 6;

    private static void Dial(TwimlWriter writer, DialExpectation dial, string action) =>
        writer.Open("Dial").Attribute("action", action).Attribute("method", "POST")
            .Attribute("timeout", Math.Max(1, dial.TimeoutSeconds)).Attribute("answerOnBridge", "true")
            .Open("Number").Text(dial.Number).Close()
            .Close();

    /// <summary>
    /// The provider does not post an empty recording to the action: it goes on with the document, so the next verb leads there.
    /// See https://www.twilio.com/docs/voice/twiml/record#action.
    /// </summary>
    private static void Record(TwimlWriter writer, RecordExpectation record, string action) =>
        writer.Open("Record").Attribute("action", action).Attribute("method", "POST")
            .Attribute("timeout", RecordingSilence).Attribute("maxLength", Math.Max(1, record.MaxSeconds))
            .Attribute("finishOnKey", "#0*9").Attribute("playBeep", "true").Attribute("trim", "trim-silence")
            .Attribute("recordingStatusCallback", RecordingCallback).Attribute("recordingStatusCallbackMethod", "POST")
            .Close()
            .Open("Redirect").Attribute("method", "POST").Text(action).Close();
}
