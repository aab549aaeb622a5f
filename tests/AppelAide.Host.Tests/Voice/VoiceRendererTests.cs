using System.Text;
using System.Xml;
using System.Xml.Linq;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Voice;

namespace AppelAide.Host.Tests.Voice;

public sealed class VoiceRendererTests
{
    private static readonly VoiceRenderer Renderer = new(new VoiceOptions());

    [Fact]
    public void A_menu_listens_with_every_attribute_written()
    {
        var gather = Render(Turns.Of(Turns.Menu, new Utterance("fr", "Bonjour."))).Element("Gather")!;
        Assert.Equal(
            """
            input="dtmf speech" action="/twilio/voice/turn?c=12&amp;t=3" method="POST" timeout="10" speechTimeout="1" finishOnKey="" language="fr-CA" speechModel="default" profanityFilter="false" actionOnEmptyResult="true" numDigits="1" hints="une formation,de l'aide"
            """.Trim(),
            string.Join(' ', gather.Attributes()));
    }

    [Theory]
    [InlineData(1, "", "1")]
    [InlineData(4, "#", "4")]
    [InlineData(10, "#", "10")]
    [InlineData(null, "#", null)]
    public void A_single_key_needs_no_ending_and_several_end_with_the_pound_key(int? maxDigits, string finishOnKey, string? numDigits)
    {
        var gather = Render(Turns.Of(new GatherExpectation(maxDigits, 10, 1, []))).Element("Gather")!;
        Assert.Equal(finishOnKey, gather.Attribute("finishOnKey")!.Value);
        Assert.Equal(numDigits, gather.Attribute("numDigits")?.Value);
        Assert.Null(gather.Attribute("hints"));
    }

    [Theory]
    [InlineData(0.75, "1")]
    [InlineData(1, "1")]
    [InlineData(1.2, "2")]
    [InlineData(0, "1")]
    public void The_end_of_speech_is_a_whole_number_of_seconds(double seconds, string written) =>
        Assert.Equal(written, Render(Turns.Of(new GatherExpectation(1, 0, seconds, []))).Element("Gather")!.Attribute("speechTimeout")!.Value);

    [Fact]
    public void A_run_of_one_language_is_one_Say_with_its_pauses_inside()
    {
        var gather = Render(Turns.Of(
            Turns.Menu,
            new Utterance("fr", "Bonjour, ici la Ligne AppelAide.", 0.4),
            new Utterance("en", "For English, press 9.", 0.6),
            new Utterance("fr", "Pour une personne, faites le 0.", 0.6),
            new Utterance("fr", "Pour une formation, faites le 1."),
            new Utterance("fr", "Ou dites-le."))).Element("Gather")!;
        Assert.Equal(
            [
                """<Say language="fr-CA" voice="Polly.Gabrielle-Neural">Bonjour, ici la Ligne AppelAide.<break time="400ms" /></Say>""",
                """<Say language="en-US" voice="Polly.Joanna-Neural">For English, press 9.<break time="600ms" /></Say>""",
                """<Say language="fr-CA" voice="Polly.Gabrielle-Neural">Pour une personne, faites le 0.<break time="600ms" /> Pour une formation, faites le 1. Ou dites-le.</Say>""",
            ],
            gather.Elements().Select(say => say.ToString(SaveOptions.DisableFormatting)));
    }

    [Fact]
    public void Slow_speech_is_slower_in_every_Say()
    {
        var turn = Turns.Of(new EndExpectation(), new Utterance("fr", "Bonjour.", 0.5), new Utterance("en", "Hello.")) with { Slow = true };
        Assert.Equal(
            [
                """<Say language="fr-CA" voice="Polly.Gabrielle-Neural"><prosody rate="85%">Bonjour.<break time="500ms" /></prosody></Say>""",
                """<Say language="en-US" voice="Polly.Joanna-Neural"><prosody rate="85%">Hello.</prosody></Say>""",
                "<Hangup />",
            ],
            Render(turn).Elements().Select(verb => verb.ToString(SaveOptions.DisableFormatting)));
    }

    [Fact]
    public void English_is_listened_to_as_Canadian() =>
        Assert.Equal("en-CA", Render(Turns.Of(Turns.Menu) with { Language = "en" }).Element("Gather")!.Attribute("language")!.Value);

    [Fact]
    public void Pauses_without_words_and_blank_words_are_not_said()
    {
        var response = Render(Turns.Of(new EndExpectation(), new Utterance("fr", "", 1), new Utterance("en", "  ", 1), new Utterance("fr", "Au revoir.", -1)));
        Assert.Equal("Au revoir.", Assert.Single(response.Elements("Say")).Value);
        Assert.Empty(response.Descendants("break"));
    }

    [Theory]
    [InlineData("Tim & \"Lise\" <Hangup/> 'x' ]]>", "Tim & \"Lise\" <Hangup/> 'x' ]]>")]
    [InlineData("a\u0000b\u0008c\u001Fd\uFFFEe\uFFFFf", "abcdef")]
    [InlineData("Île-d’Anticosti — œuvre « ça » 日本 שלום", "Île-d’Anticosti — œuvre « ça » 日本 שלום")]
    public void No_words_can_break_the_document(string words, string said)
    {
        var turn = Turns.Of(new GatherExpectation(1, 5, 1, [words]), new Utterance("fr", words));
        var gather = Render(turn).Element("Gather")!;
        Assert.Equal(said, gather.Element("Say")!.Value);
        Assert.NotNull(gather.Attribute("hints"));
        Assert.Single(gather.Elements());
    }

    [Fact]
    public void Half_a_character_is_left_out() =>
        Assert.Equal("a b c😀", Render(Turns.Of(new EndExpectation(), new Utterance("fr", "a\uD83D b\uDE00 c😀\uD83D"))).Element("Say")!.Value);

    [Fact]
    public void Long_text_is_split_between_sentences_under_3000_characters()
    {
        var words = string.Concat(Enumerable.Range(1, 700).Select(i => $"Phrase numéro {i}. ")).Trim();
        var says = Render(Turns.Of(new EndExpectation(), new Utterance("fr", words, 1))).Elements("Say").ToList();
        Assert.All(says, say => Assert.InRange(say.Value.Length, 1, 2_999));
        Assert.All(says, say => Assert.EndsWith(".", say.Value, StringComparison.Ordinal));
        Assert.Equal(words, string.Join(' ', says.Select(say => say.Value)));
    }

    [Fact]
    public void Many_short_sentences_are_split_too()
    {
        var said = Enumerable.Range(1, 900).Select(i => new Utterance("fr", $"Le {i}.", 0.6)).ToArray();
        var says = Render(Turns.Of(new EndExpectation(), said)).Elements("Say").ToList();
        Assert.All(says, say => Assert.InRange(Inner(say).Length, 1, 6_000));
        Assert.Equal(900, says.Descendants("break").Count());
    }

    [Fact]
    public void Text_without_a_space_is_cut_but_never_inside_a_character()
    {
        var words = "a" + string.Concat(Enumerable.Repeat("😀", 4_000));
        var says = Render(Turns.Of(new EndExpectation(), new Utterance("fr", words))).Elements("Say");
        Assert.Equal(words, string.Concat(says.Select(say => say.Value)));
    }

    [Fact]
    public void Hints_are_at_most_500_of_100_characters_without_commas()
    {
        var hints = Enumerable.Range(0, 700).Select(i => $"lieu {i},{(i == 0 ? new string('x', 200) : "")}").Prepend(" , ");
        var written = Render(Turns.Of(new GatherExpectation(1, 10, 1, [.. hints]))).Element("Gather")!.Attribute("hints")!.Value.Split(',');
        Assert.Equal(500, written.Length);
        Assert.Equal(100, written[0].Length);
        Assert.Equal("lieu 1", written[1]);
    }

    [Theory]
    [InlineData(500, 100, 600, '&', 500)]
    [InlineData(500, 100, 20_000, 'é', 0)]
    [InlineData(500, 100, 200_000, '&', 0)]
    [InlineData(500, 100, 200_000, '日', 0)]
    [InlineData(0, 0, 200_000, '<', 0)]
    [InlineData(500, 100, 1_000, 'é', 400)]
    public void The_document_is_under_64_kB_and_hints_give_way_before_words(int hints, int hintLength, int words, char letter, int mostHints)
    {
        var turn = Turns.Of(
            new GatherExpectation(1, 10, 1, [.. Enumerable.Repeat(new string(letter, hintLength), hints)]),
            new Utterance("fr", string.Concat(Enumerable.Repeat(new string(letter, 9) + " ", words / 10)), 0.5), new Utterance("en", "Bye."));
        var document = Renderer.Render(turn, Turns.Action);
        Assert.InRange(document.Length, 1, 64_000);
        var gather = Parse(document).Element("Gather")!;
        Assert.InRange(gather.Attribute("hints")?.Value.Split(',').Length ?? 0, 0, mostHints);
        if (words <= 20_000)
            Assert.Equal(words / 10, gather.Elements("Say").SkipLast(1).Sum(say => say.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length));
    }

    [Fact]
    public void Even_what_is_said_too_long_ends_with_what_the_line_does_next()
    {
        var said = new Utterance("fr", new string('&', 300_000));
        Assert.NotNull(Render(Turns.Of(new DialExpectation("+14185550137", 20), said)).Element("Dial"));
        Assert.NotNull(Render(Turns.Of(new RecordExpectation(120, "answer"), said)).Element("Redirect"));
        Assert.NotNull(Render(Turns.Of(new EndExpectation(), said)).Element("Hangup"));
    }

    [Fact]
    public void The_same_turn_gives_the_same_bytes()
    {
        var turn = Turns.Of(Turns.Menu, new Utterance("fr", "Bonjour.", 0.6));
        Assert.Equal(Renderer.Render(turn, Turns.Action), Renderer.Render(turn, Turns.Action));
        Assert.StartsWith("""<?xml version="1.0" encoding="UTF-8"?><Response>""", Encoding.UTF8.GetString(Renderer.Render(turn, Turns.Action)), StringComparison.Ordinal);
    }

    [Fact]
    public void Voices_are_configuration()
    {
        var renderer = new VoiceRenderer(new VoiceOptions { Fr = "Polly.Liam-Neural", SlowRate = "70%", SpeechModel = "default" });
        var gather = Parse(renderer.Render(Turns.Of(Turns.Menu, new Utterance("fr", "Allô.")) with { Slow = true }, Turns.Action)).Element("Gather")!;
        Assert.Equal("Polly.Liam-Neural", gather.Element("Say")!.Attribute("voice")!.Value);
        Assert.Equal("70%", gather.Descendants("prosody").Single().Attribute("rate")!.Value);
        Assert.Equal("default", gather.Attribute("speechModel")!.Value);
    }

    private static string Inner(XElement element) => string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)));

    private static XElement Render(Turn turn) => Parse(Renderer.Render(turn, Turns.Action));

    /// <summary>As a strict reader sees it.</summary>
    private static XElement Parse(byte[] document)
    {
        using var reader = XmlReader.Create(new MemoryStream(document), new XmlReaderSettings { CheckCharacters = true });
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
