using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Tests.Definition;

/// <summary>What the checker refuses in the words themselves.</summary>
public class PromptCheckerTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("Ceci est une phrase. ", 16));

    [Fact]
    public void A_language_that_is_missing() => Refused(
        "essai.mots: { fr: Bonjour. }",
        "essai.yaml:7: essai.mots: no words in \"en\" for voice",
        "essai.yaml:7: essai.mots: no words in \"en\" for sms");

    [Fact]
    public void A_channel_that_is_missing() => Refused(
        "essai.mots: { fr: { voice: Bonjour. }, en: Hello. }",
        "essai.yaml:7: essai.mots: no words in \"fr\" for sms");

    [Fact]
    public void A_format_that_does_not_exist() => Refused(
        "essai.mots: { fr: \"{line.phone|telephone}\", en: \"{line.phone|phone}\" }",
        $"essai.yaml:7: essai.mots: \"telephone\" is no format; there are {string.Join(", ", ValueFormats.Names.Where(name => name.Length > 0).Order())}");

    [Fact]
    public void A_value_that_nothing_sets() => Refused(
        "essai.mots: { fr: \"{who}\", en: \"{?who {line.phone}}\" }",
        "essai.yaml:7: essai.mots: nothing ever sets \"who\"");

    [Theory]
    [InlineData("Bonjour {line.name", "a \"{\" is never closed")]
    [InlineData("Bonjour {?line.name {line.phone}", "a \"{\" is never closed")]
    [InlineData("Bonjour {?line.name} et {line.phone}", "\"{?name words}\" needs words")]
    [InlineData("Bonjour line.name}", "a \"}\" closes nothing")]
    [InlineData("Bonjour [0.4", "a \"[\" is never closed")]
    [InlineData("Bonjour [longtemps]", "\"[longtemps]\" is neither a pause of at most 5 seconds nor [fr] or [en]")]
    [InlineData("Bonjour [6]", "\"[6]\" is neither a pause of at most 5 seconds nor [fr] or [en]")]
    [InlineData("Bonjour [-1]", "\"[-1]\" is neither a pause of at most 5 seconds nor [fr] or [en]")]
    [InlineData("Bonjour [de]", "\"[de]\" is neither a pause of at most 5 seconds nor [fr] or [en]")]
    public void A_mark_that_is_wrong(string text, string defect)
    {
        var defects = SmallLine.Defects(SmallLine.Files(Trial($"essai.mots: {{ fr: {{ voice: \"{text}\", sms: \"\" }}, en: Hello. }}")));
        Assert.Equal([$"essai.yaml:7: essai.mots: {defect}", "essai.yaml:7: essai.mots: no words in \"fr\" for voice"], defects);
    }

    [Fact]
    public void Words_that_take_more_than_20_seconds_to_say() => Refused(
        $"essai.mots: {{ fr: {{ voice: \"{Long}\", sms: \"\" }}, en: Hello. }}",
        "essai.yaml:7: essai.mots: takes 22 s to say in \"fr\"; at most 20 (say one idea at a time)");

    [Fact]
    public void Pauses_are_part_of_the_20_seconds() => Refused(
        $"essai.mots: {{ fr: {{ voice: \"{string.Concat(Enumerable.Repeat("Un mot. [4.2] ", 5))}\", sms: \"\" }}, en: Hello. }}",
        "essai.yaml:7: essai.mots: takes 23 s to say in \"fr\"; at most 20 (say one idea at a time)");

    [Theory]
    [InlineData("Bonjour 🎉", "🎉")]
    [InlineData("Привет", "П")]
    public void Letters_that_no_text_message_can_carry(string text, string lost) => Assert.Contains(
        $"essai.yaml:7: essai.mots: \"{lost}\" cannot be sent in a text message (\"fr\")",
        SmallLine.Defects(SmallLine.Files(Trial($"essai.mots: {{ fr: {{ voice: \"\", sms: \"{text}\" }}, en: Hello. }}"))));

    [Theory]
    [InlineData("Forêt, leçon, cœur, « ça », déjà…")]
    [InlineData("De\u0301ja\u0300")]
    public void Letters_that_are_folded_for_a_text_message_are_welcome(string text) =>
        Refused($"essai.mots: {{ fr: {{ voice: \"\", sms: \"{text}\" }}, en: Hello. }}");

    [Fact]
    public void A_text_message_of_more_than_two_segments()
    {
        var defect = Assert.Single(SmallLine.Defects(SmallLine.Files(Trial($"essai.mots: {{ fr: {{ voice: \"\", sms: \"{Long}\" }}, en: Hello. }}"))));
        Assert.StartsWith("essai.yaml:7: essai.mots: costs 3 segments as a text message in \"fr\" with realistic values; at most 2: \"Ceci est", defect, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_message_that_its_values_make_too_long()
    {
        var places = string.Concat(Enumerable.Repeat("{place.name}, ", 14));
        var defect = Assert.Single(SmallLine.Defects(SmallLine.Files(Trial($"essai.mots: {{ fr: {{ voice: \"\", sms: \"{places}\" }}, en: Hello. }}"))));
        Assert.Contains("costs 3 segments", defect, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_that_with_its_choices_costs_more_than_two_segments()
    {
        var half = string.Concat(Enumerable.Repeat("Ceci est une phrase. ", 9));
        var defect = Assert.Single(SmallLine.Defects(SmallLine.Files(
            $$"""
            dialogue: essai
            nodes:
              debut:
                - say: essai.mots
                - choose:
                    - { key: 1, say: essai.choix, hears: "yes", go: fin }
              fin:
                - end:
            prompts:
              essai.mots: { fr: { voice: "", sms: "{{half}}" }, en: Hello. }
              essai.choix: { fr: { voice: "", sms: "{{half}}" }, en: Hello. }
            """)));
        Assert.StartsWith("essai.yaml:3: essai.debut: costs 3 segments as a text message in \"fr\"", defect, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_sent_apart_does_not_weigh_on_the_question()
    {
        var half = string.Concat(Enumerable.Repeat("Ceci est une phrase. ", 9));
        Assert.Empty(SmallLine.Defects(SmallLine.Files(
            $$"""
            dialogue: essai
            nodes:
              debut:
                - text: essai.mots
                - choose:
                    - { key: 1, say: essai.choix, hears: "yes", go: fin }
              fin:
                - end:
            prompts:
              essai.mots: { fr: { voice: Bonjour., sms: "{{half}}" }, en: Hello. }
              essai.choix: { fr: { voice: "", sms: "{{half}}" }, en: Hello. }
            """)));
    }

    [Fact]
    public void A_prompt_that_nothing_says() => Assert.Equal(
        ["essai.yaml:6: essai.oublie: nothing ever says this prompt"],
        SmallLine.Defects(SmallLine.Files("dialogue: essai\nnodes:\n  debut:\n    - end:\nprompts:\n  essai.oublie: { fr: Oublié., en: Forgotten. }\n")));

    private static void Refused(string prompt, params string[] defects) => Assert.Equal(defects, SmallLine.Defects(SmallLine.Files(Trial(prompt))));

    private static string Trial(string prompt) => $"dialogue: essai\nnodes:\n  debut:\n    - say: essai.mots\n    - end:\nprompts:\n  {prompt}\n";
}
