using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using AppelAide.Dialogue.Engine;

namespace AppelAide.Host.Commands.Telephone;

/// <summary>A TwiML document → its verbs. See https://www.twilio.com/docs/voice/twiml.</summary>
internal static class TwimlReader
{
    /// <summary>Reads a document.</summary>
    /// <exception cref="FormatException">It is not TwiML, or has a verb that this telephone does not know.</exception>
    public static ImmutableArray<TwimlVerb> Read(string document)
    {
        XElement root;
        try
        {
            using var reader = XmlReader.Create(new StringReader(document), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            root = XElement.Load(reader);
        }
        catch (XmlException error)
        {
            throw new FormatException($"it is not XML: {error.Message}", error);
        }

        if (root.Name != "Response")
            throw new FormatException($"its root is <{root.Name}>, not <Response>");
        return [.. root.Elements().Select(Verb)];
    }

    private static TwimlVerb Verb(XElement verb) => verb.Name.LocalName switch
    {
        "Say" or "Pause" => new SayVerb(Spoken([verb]), IsSlow(verb)),
        "Gather" => Gather(verb),
        "Record" => new WaitVerb(
            [], false, new RecordExpectation(Number(verb, "maxLength", 3600), "recording"), Action(verb), null, PostsSilence: false),
        "Dial" => new WaitVerb(
            [], false, new DialExpectation(DialedNumber(verb), Number(verb, "timeout", 30)), (string?)verb.Attribute("action"), null, PostsSilence: true),
        "Redirect" => new RedirectVerb(verb.Value.Trim()),
        "Hangup" or "Reject" => new HangupVerb(),
        "Message" => new MessageVerb((verb.Element("Body") ?? verb).Value),
        var unknown => throw new FormatException($"it has <{unknown}>, which this telephone does not know"),
    };

    private static WaitVerb Gather(XElement gather)
    {
        var digits = (string?)gather.Attribute("numDigits") is { Length: > 0 } ? Number(gather, "numDigits", 1) : (int?)null;
        var timeout = Number(gather, "timeout", 5);
        var speech = double.TryParse((string?)gather.Attribute("speechTimeout"), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds : timeout;
        return new WaitVerb(
            Spoken(gather.Elements()),
            gather.Elements().Any(IsSlow),
            new GatherExpectation(digits, timeout, speech, []),
            Action(gather),
            (string?)gather.Attribute("language") is { Length: > 0 } language ? LanguageOf(language) : null,
            PostsSilence: (string?)gather.Attribute("actionOnEmptyResult") == "true");
    }

    private static ImmutableArray<Utterance> Spoken(IEnumerable<XElement> verbs)
    {
        var speech = new SpokenWords();
        foreach (var verb in verbs)
        {
            switch (verb.Name.LocalName)
            {
                case "Say":
                    speech.Begin(LanguageOf((string?)verb.Attribute("language") ?? "en-US"));
                    Words(verb, speech);
                    break;
                case "Pause":
                    speech.Pause(Number(verb, "length", 1));
                    break;
                default:
                    throw new FormatException($"it has <{verb.Name.LocalName}> where only words and pauses can be");
            }
        }

        return speech.ToUtterances();
    }

    /// <summary>The words of a Say: SSML marks how they are said, and only its breaks are heard as such.</summary>
    private static void Words(XElement element, SpokenWords speech)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText text:
                    speech.Add(text.Value);
                    break;
                case XElement { Name.LocalName: "break" } pause:
                    speech.Pause(Duration((string?)pause.Attribute("time")));
                    break;
                case XElement inner:
                    Words(inner, speech);
                    break;
            }
        }
    }

    /// <summary>Seconds of a <c>break</c>: <c>400ms</c>, <c>0.4s</c>; half a second when it does not tell.</summary>
    private static double Duration(string? time)
    {
        var (number, unit) = time switch
        {
            { } ms when ms.EndsWith("ms", StringComparison.Ordinal) => (ms[..^2], 0.001),
            { } s when s.EndsWith('s') => (s[..^1], 1.0),
            null => ("0.5", 1.0),
            _ => ("", 1.0),
        };
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value * unit
            : throw new FormatException($"it has a break of \"{time}\"");
    }

    private static bool IsSlow(XElement verb) => verb.Descendants("prosody").Any(prosody => prosody.Attribute("rate") is not null);

    private static string LanguageOf(string language) => language.Split('-')[0].ToLowerInvariant();

    private static string Action(XElement verb) => (string?)verb.Attribute("action") ?? "";

    private static string DialedNumber(XElement dial) => (dial.Element("Number")?.Value ?? dial.Value).Trim();

    private static int Number(XElement verb, string attribute, int otherwise) => (string?)verb.Attribute(attribute) switch
    {
        null or "" => otherwise,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw new FormatException($"<{verb.Name.LocalName}> has {attribute}=\"{text}\""),
    };
}
