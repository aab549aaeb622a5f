using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Tests.Engine;

/// <summary>Prompts made into utterances: values, sections, pauses, languages.</summary>
public class PromptRendererTests
{
    private static readonly Dictionary<string, string> Values = new()
    {
        ["name"] = "Gaspé",
        ["km"] = "12",
        ["phone"] = "+14185550137",
        ["date"] = "2026-12-01",
    };

    [Theory]
    [InlineData("Bonjour.", "Bonjour.")]
    [InlineData("Bonjour, {name}.", "Bonjour, Gaspé.")]
    [InlineData("{ name }", "Gaspé")]
    [InlineData("{name}, à {km|distance}", "Gaspé, à 12 kilomètres")]
    [InlineData("{km|count:place:places}", "12 places")]
    [InlineData("Un\nvers\tet un autre", "Un vers et un autre")]
    [InlineData("", "")]
    public void Values_are_filled_in(string text, string said) => Assert.Equal(said, Said(text));

    [Theory]
    [InlineData("{?name Près de {name}. }Fin.", "Près de Gaspé. Fin.")]
    [InlineData("{?none Près de {none}. }Fin.", "Fin.")]
    [InlineData("{!none Nulle part. }Fin.", "Nulle part. Fin.")]
    [InlineData("{!name Nulle part. }Fin.", "Fin.")]
    [InlineData("{?name {?km Dedans {km}. }Dehors. }Fin.", "Dedans 12. Dehors. Fin.")]
    [InlineData("{?name {?none Dedans. }Dehors. }Fin.", "Dehors. Fin.")]
    [InlineData("{?none {?km Dedans. }Dehors. }Fin.", "Fin.")]
    [InlineData("{?name {!none {?km Au fond.}}}", "Au fond.")]
    public void Sections_are_said_when_their_value_is_there(string text, string said) => Assert.Equal(said, Said(text));

    [Theory]
    [InlineData("À {none} demain.", "À demain.")]
    [InlineData("Chez {none}, à {none}.", "Chez, à.")]
    [InlineData("{none} Bonjour {none} .", "Bonjour.")]
    [InlineData("{none}", "")]
    [InlineData("Bonjour  {none}  {none}  {name}", "Bonjour Gaspé")]
    [InlineData("{name}{?km , {km|distance}}. {?none Ouvert. }", "Gaspé, 12 kilomètres.")]
    public void An_empty_value_leaves_no_double_space_and_none_before_a_full_stop(string text, string said) => Assert.Equal(said, Said(text));

    [Fact]
    public void A_pause_parts_utterances_and_leaves_capitals_as_they_are_written()
    {
        Assert.Equal(
            [new Utterance("fr", "Ou:", 1), new Utterance("fr", "pour manger, faites le 1.", 0.6), new Utterance("fr", "Fin.")],
            Render("Ou: [1.0] pour manger, faites le 1. [0,6] Fin."));
        Assert.Equal([new Utterance("fr", "Fin.", 0.6)], Render("Fin. [0.4] [0.6]"));
        Assert.Equal([new Utterance("fr", "Fin.", 0.6)], Render("Fin. [0.6] [0.4]"));
        Assert.Equal([new Utterance("fr", "Fin.")], Render("[0.6] Fin."));
        Assert.Empty(Render("[0.6]"));
    }

    [Fact]
    public void A_pause_is_a_space_in_a_text_message() => Assert.Equal("Un. Deux.", Said("Un.[0.4]Deux.", Channel.Sms));

    [Fact]
    public void Another_language_is_an_utterance_of_its_own_and_formats_follow_it() => Assert.Equal(
        [new Utterance("fr", "Bonjour."), new Utterance("en", "On Tuesday, December 1."), new Utterance("fr", "Le mardi 1er décembre.")],
        Render("Bonjour. [en]On {date|date}. [fr]Le {date|date}."));

    [Fact]
    public void The_next_prompt_is_in_its_own_language_again()
    {
        var renderer = new PromptRenderer(Channel.Voice, new DateOnly(2026, 11, 24));
        renderer.Add(PromptText.Parse("Bonjour. [en]Hello."), "fr", Value);
        renderer.Add(PromptText.Parse("Fin."), "fr", Value);
        renderer.Add("The rest.", "en");
        Assert.Equal([new Utterance("fr", "Bonjour."), new Utterance("en", "Hello."), new Utterance("fr", "Fin."), new Utterance("en", "The rest.")], renderer.Finish().ToArray());
    }

    [Fact]
    public void Prompts_said_one_after_another_are_one_utterance_until_a_pause()
    {
        var renderer = new PromptRenderer(Channel.Voice, new DateOnly(2026, 11, 24));
        foreach (var text in new[] { "Un.", "Deux. [0.4]", "Trois." }) renderer.Add(PromptText.Parse(text), "fr", Value);
        Assert.Equal([new Utterance("fr", "Un. Deux.", 0.4), new Utterance("fr", "Trois.")], renderer.Finish().ToArray());
    }

    [Fact]
    public void Marks_inside_a_value_are_words()
    {
        var renderer = new PromptRenderer(Channel.Voice, new DateOnly(2026, 11, 24));
        renderer.Add(PromptText.Parse("{x}"), "fr", _ => "[en]{name} <Say>");
        Assert.Equal([new Utterance("fr", "[en]{name} <Say>")], renderer.Finish().ToArray());
    }

    private static string Value(string name) => Values.GetValueOrDefault(name, "");

    private static string Said(string text, Channel channel = Channel.Voice) => string.Join(' ', Render(text, channel).Select(utterance => utterance.Text));

    private static Utterance[] Render(string text, Channel channel = Channel.Voice)
    {
        var renderer = new PromptRenderer(channel, new DateOnly(2026, 11, 24));
        renderer.Add(PromptText.Parse(text), "fr", Value);
        return [.. renderer.Finish()];
    }
}
