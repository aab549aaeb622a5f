using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Language;

namespace AppelAide.Dialogue.Tests.Engine;

public class OutgoingWordsTests
{
    private const string Sending = """
        dialogue: essai
        nodes:
          debut:
            - lookup: things.next
              as: thing
            - text: essai.details
            - end:
        prompts:
          essai.details:
            fr: { voice: "{thing.title}. [0.4] Le numéro: {line.phone|phone}.", sms: "{thing.title}. {line.phone|phone}" }
            en: { voice: "{thing.title}. [0.4] The number: {line.phone|phone}.", sms: "{thing.title}. {line.phone|phone}" }
        """;

    private static readonly Script Script = DialogueParser.Parse(SmallLine.Files()).Script!;

    private static readonly EngineContext Context = new(
        new DateTime(2026, 11, 24, 10, 0, 0), EngineContext.AmbientExamples, ImmutableDictionary<string, ImmutableArray<string>>.Empty);

    [Theory]
    [InlineData("fr", "Il neige", "Ligne: Il neige. ARRET")]
    [InlineData("fr", "Il neige.", "Ligne: Il neige. ARRET")]
    [InlineData("fr", "Il neige!", "Ligne: Il neige! ARRET")]
    [InlineData("fr", "Il neige…", "Ligne: Il neige... ARRET")]
    [InlineData("en", "  It snows.\n", "Line: It snows. STOP")]
    [InlineData("fr", "Forêt « blanche » 🎉", "Ligne: Foret \"blanche\". ARRET")]
    public void Who_writes_and_how_to_end_it_stand_around_the_words(string language, string text, string message) =>
        Assert.Equal(message, OutgoingWords.Compose(Script, language, text, Context));

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("🎉")]
    public void Words_that_cannot_be_sent_are_no_message(string text) => Assert.Equal("", OutgoingWords.Compose(Script, "fr", text, Context));

    [Fact]
    public void Of_a_text_too_long_whole_sentences_are_left_out_from_the_end()
    {
        var sentences = Enumerable.Range(1, 12).Select(i => $"Carrefour du Havre, porte {i}, Gaspé. Tél. 418-555-01{i:00}.").ToList();
        var message = OutgoingWords.Compose(Script, "fr", string.Join(' ', sentences), Context);
        Assert.Equal(2, OutgoingWords.Segments(message));
        Assert.StartsWith("Ligne: Carrefour du Havre, porte 1,", message, StringComparison.Ordinal);
        Assert.EndsWith(". ARRET", message, StringComparison.Ordinal);
        Assert.Matches(@"(Gaspé|418-555-01\d\d)\. ARRET$", message);
    }

    [Fact]
    public void A_sentence_too_long_by_itself_is_cut_and_still_says_how_to_end_it()
    {
        var message = OutgoingWords.Compose(Script, "fr", string.Join(", ", Enumerable.Repeat("apportez un manteau chaud", 30)), Context);
        Assert.Equal(2, OutgoingWords.Segments(message));
        Assert.EndsWith("un manteau chaud. ARRET", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_the_text_the_message_is_GSM_7_of_two_segments_at_most()
    {
        foreach (var text in new[] { new string('é', 700), new string('€', 700), string.Concat(Enumerable.Repeat("Mot. ", 200)), "a\u0300 b" })
        {
            var message = OutgoingWords.Compose(Script, "fr", text, Context);
            Assert.InRange(OutgoingWords.Segments(message), 1, OutgoingWords.MostSegments);
            Assert.All(message, character => Assert.True(Gsm7.IsGsm7(character)));
            Assert.EndsWith("ARRET", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_version_of_the_scripts_without_the_words_around_sends_the_text_alone()
    {
        var files = SmallLine.Files("line.yaml", "line.message:", "line.autre:");
        Assert.Equal("Il neige.", OutgoingWords.Compose(DialogueParser.Parse(files).Script!, "fr", "Il neige.", Context));
    }

    [Fact]
    public void A_prompt_that_is_sent_is_asked_for_in_writing_and_for_the_ear()
    {
        var line = new TestLine(Sending).CallTrial();
        var sent = Assert.Single(line.Turn.Events.OfType<TextRequested>());
        Assert.Equal(
            new TextRequested("fr", "Ligne: La tablette. 581-555-0100. ARRET", "La tablette. Le numéro: 5 8 1, 5 5 5, 0 1 0 0."), sent);
    }

    [Fact]
    public void A_prompt_that_is_sent_counts_the_words_around_it()
    {
        var most = new string('a', 306 - "Ligne: . ARRET".Length);
        Assert.Empty(SmallLine.Defects(SmallLine.Files(Long(most))));
        var defect = Assert.Single(SmallLine.Defects(SmallLine.Files(Long(most + "a"))));
        Assert.StartsWith("essai.yaml:8: essai.details: costs 3 segments", defect, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prompt_that_is_sent_has_words_for_a_telephone_that_takes_no_texts() => Assert.Equal(
        ["essai.yaml:5: essai.debut: \"essai.details\" has no words in \"fr\" to be read to a telephone that takes no texts"],
        SmallLine.Defects(SmallLine.Files(Long("Bonjour").Replace("voice: Bonjour", "voice: \"\"", StringComparison.Ordinal))));

    private static string Long(string words) => $$"""
        dialogue: essai
        nodes:
          debut:
            # The words are sent.
            - text: essai.details
            - end:
        prompts:
          essai.details: { fr: { voice: Bonjour, sms: "{{words}}" }, en: { voice: Hello, sms: "{{words}}" } }
        """.Replace("en: { voice: Hello, sms: \"" + words, "en: { voice: Hello, sms: \"Hello", StringComparison.Ordinal);
}
