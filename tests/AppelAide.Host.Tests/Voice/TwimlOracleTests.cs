using System.Text.Json.Nodes;
using System.Xml.Linq;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Sms;
using AppelAide.Host.Tests.Twilio;
using AppelAide.Host.Voice;

namespace AppelAide.Host.Tests.Voice;

/// <summary>The official SDK's builder writes the documents that the line writes.</summary>
public sealed class TwimlOracleTests
{
    private static readonly Utterance[] Said =
    [
        new("fr", "Bonjour, ici la « Ligne » d'AppelAide & cie.", 0.4), new("en", "For <English>, press \"9\".", 0.6), new("fr", "Dites-le. Ça vient ! 😀"),
    ];

    private static readonly Expectation[] Expectations =
    [
        Turns.Menu, new GatherExpectation(null, 15, 2, []), new GatherExpectation(10, 8, 0.75, ["L'Île & \"co\"", "Gaspé"]),
        new DialExpectation("+14185550137", 25), new RecordExpectation(120, "voicemail"), new EndExpectation(),
    ];

    [OracleFact]
    public async Task It_writes_every_verb_we_use_as_we_do()
    {
        var turns = (from expectation in Expectations
                     from language in new[] { "fr", "en" }
                     from slow in new[] { false, true }
                     from said in new Utterance[][] { [], [Said[0]], Said }
                     select Turns.Of(expectation, said) with { Language = language, Slow = slow }).ToList();
        var answers = await TwilioOracle.AskAsync(turns.Select(turn => Document("voice", Elements(turn))));

        var renderer = new VoiceRenderer(new VoiceOptions());
        for (var i = 0; i < turns.Count; i++)
            AssertSame(answers[i]!, renderer.Render(turns[i], Turns.Action));
    }

    [OracleFact]
    public async Task It_writes_a_reply_to_a_text_as_we_do()
    {
        string[] texts = ["Gaspé, mar. 1er déc. 13h30: <Ma tablette> & \"moi\"\nGratuit. 1=inscription", "x"];
        var answers = await TwilioOracle.AskAsync(texts.Select(text => Document("messaging", [Verb("message", [], text)])).Append(Document("messaging", [])));
        foreach (var (answer, text) in answers.Zip(texts.Append("")))
            AssertSame(answer!, SmsRenderer.Document(text));
    }

    private static void AssertSame(JsonNode theirs, byte[] ours)
    {
        var expected = Canonical(XElement.Parse(theirs.GetValue<string>(), LoadOptions.PreserveWhitespace));
        var actual = Canonical(XElement.Load(new MemoryStream(ours), LoadOptions.PreserveWhitespace));
        Assert.Equal(expected, actual);
    }

    /// <summary>The same whatever the order of the attributes and the way of escaping.</summary>
    private static string Canonical(XElement element) =>
        new XElement(
            element.Name,
            element.Attributes().OrderBy(attribute => attribute.Name.LocalName, StringComparer.Ordinal),
            element.Nodes().Select(node => node is XElement child ? XElement.Parse(Canonical(child), LoadOptions.PreserveWhitespace) : node))
        .ToString(SaveOptions.DisableFormatting);

    /// <summary>The turn, told to the builder in its own terms and not through our renderer.</summary>
    private static JsonObject[] Elements(Turn turn) => turn.Expectation switch
    {
        GatherExpectation gather => [Gather(gather, turn)],
        DialExpectation dial =>
        [
            .. Says(turn),
            Verb("dial", new() { ["action"] = Turns.Action, ["method"] = "POST", ["timeout"] = dial.TimeoutSeconds, ["answerOnBridge"] = true }, Verb("number", [], dial.Number)),
        ],
        RecordExpectation record =>
        [
            .. Says(turn),
            Verb("record", new()
            {
                ["action"] = Turns.Action, ["method"] = "POST", ["timeout"] = 10, ["maxLength"] = record.MaxSeconds, ["finishOnKey"] = "#0*9", ["playBeep"] = true,
                ["trim"] = "trim-silence", ["recordingStatusCallback"] = "/twilio/recording", ["recordingStatusCallbackMethod"] = "POST",
            }),
            Verb("redirect", new() { ["method"] = "POST" }, Turns.Action),
        ],
        _ => [.. Says(turn), Verb("hangup", [])],
    };

    private static JsonObject Gather(GatherExpectation gather, Turn turn)
    {
        JsonObject attributes = new()
        {
            ["input"] = new JsonArray("dtmf", "speech"),
            ["action"] = Turns.Action,
            ["method"] = "POST",
            ["timeout"] = gather.TimeoutSeconds,
            ["speechTimeout"] = gather.SpeechTimeoutSeconds == 2 ? "2" : "1",
            ["finishOnKey"] = gather.MaxDigits == 1 ? "" : "#",
            ["language"] = turn.Language + "-CA",
            ["speechModel"] = "default",
            ["profanityFilter"] = false,
            ["actionOnEmptyResult"] = true,
        };
        if (gather.MaxDigits is { } digits)
            attributes["numDigits"] = digits;
        if (gather.Hints.Length > 0)
            attributes["hints"] = string.Join(',', gather.Hints);
        return Verb("gather", attributes, [.. Says(turn)]);
    }

    private static IEnumerable<JsonObject> Says(Turn turn) => turn.Said.Select(utterance =>
    {
        var words = new List<JsonNode> { utterance.Text };
        if (utterance.PauseAfter > 0)
            words.Add(Verb("break", new() { ["time"] = $"{utterance.PauseAfter * 1000:0}ms" }));
        JsonObject voice = utterance.Language == "en"
            ? new() { ["language"] = "en-US", ["voice"] = "Polly.Joanna-Neural" }
            : new() { ["language"] = "fr-CA", ["voice"] = "Polly.Gabrielle-Neural" };
        return turn.Slow ? Verb("say", voice, Verb("prosody", new() { ["rate"] = "85%" }, [.. words])) : Verb("say", voice, [.. words]);
    });

    private static JsonObject Verb(string verb, JsonObject attributes, params JsonNode[] children) =>
        new() { ["verb"] = verb, ["attributes"] = attributes, ["children"] = new JsonArray(children) };

    private static JsonObject Document(string ask, JsonObject[] elements) => new() { ["ask"] = ask, ["elements"] = new JsonArray([.. elements]) };
}
