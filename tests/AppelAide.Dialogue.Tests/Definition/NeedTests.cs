using AppelAide.Dialogue.Definition;

namespace AppelAide.Dialogue.Tests.Definition;

/// <summary>Needs that belong to a family, and what imported data calls them.</summary>
public class NeedTests
{
    [Fact]
    public void A_need_of_a_family_and_its_terms()
    {
        var script = DialogueParser.Parse(With("food-bank: { label: { fr: Dépannage, en: Pantry }, parent: food, terms: [Food Pantry, \"openeligibility:102-04\"], fr: [dépannage], en: [pantry] }")).Script!;
        Assert.Equal("food", script.Needs["food-bank"].Parent);
        Assert.Equal("Food Pantry, openeligibility:102-04", string.Join(", ", script.Needs["food-bank"].Terms));
        Assert.Equal("", script.Needs["food"].Parent);
        Assert.Empty(script.Needs["food"].Terms);
    }

    [Theory]
    [InlineData("parent: love", "there is no need \"love\" to be its parent")]
    [InlineData("parent: soup", "its parent \"soup\" has a parent itself: a need belongs to a family, and a family to nothing")]
    [InlineData("parent: bread", "its parent \"bread\" has a parent itself: a need belongs to a family, and a family to nothing")]
    [InlineData("terms: [Bakery, bakery]", "the term \"bakery\" is written twice")]
    [InlineData("terms: [\"?!\"]", "the term \"?!\" has no words")]
    [InlineData("terms: { a: b }", "\"terms\" must be a text or a list of texts")]
    public void A_family_that_is_none_and_terms_that_say_nothing(string entry, string told) => Assert.Equal(
        [$"zz.yaml:2: bread: {told}"],
        SmallLine.Defects(With($"bread: {{ label: {{ fr: Pain, en: Bread }}, {entry}, fr: [pain], en: [bread] }}\n  soup: {{ label: {{ fr: Soupe, en: Soup }}, parent: food, fr: [soupe], en: [soup] }}")));

    private static Dictionary<string, string> With(string needs)
    {
        var files = new Dictionary<string, string>(SmallLine.Files()) { ["zz.yaml"] = $"needs:\n  {needs}\n" };
        return files;
    }
}
