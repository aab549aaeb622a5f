using AppelAide.Dialogue.Definition;
using AppelAide.Host.Directory.Needs;

namespace AppelAide.Host.Tests.Directory.Needs;

public sealed class NeedTaxonomyTests
{
    private static readonly NeedTaxonomy Some = With("""
        needs:
          food: { label: { fr: Alimentation, en: Food }, terms: [Food, "openeligibility:102"], fr: [faim], en: [hungry] }
          food-bank: { label: { fr: Banque alimentaire, en: Food bank }, parent: food, terms: [Food Pantry, Dépannage alimentaire, "openeligibility:102-04"], fr: [dépannage], en: [pantry] }
          baby-food: { label: { fr: Lait, en: Formula }, parent: food, terms: [Food Pantry, "211:BD-1800"], fr: [lait], en: [formula] }
        """);

    [Fact]
    public void What_belongs_to_what()
    {
        Assert.Equal("baby-food food food-bank", string.Join(' ', Some.All));
        Assert.True(Some.Contains("food-bank"));
        Assert.False(Some.Contains("gold"));
        Assert.Equal("food", Some.ParentOf("food-bank"));
        Assert.Equal("", Some.ParentOf("food"));
        Assert.Equal("", Some.ParentOf("gold"));
        Assert.Equal("baby-food food-bank", string.Join(' ', Some.Children("food")));
        Assert.Empty(Some.Children("food-bank"));
        Assert.Empty(Some.Children("gold"));
    }

    [Theory]
    [InlineData("openeligibility", "102-04", "", "food-bank")]
    [InlineData("Open Eligibility", "102-04", "Food Pantry", "food-bank")]
    [InlineData("211", "bd-1800", "", "baby-food")]
    [InlineData("open eligibility", "102-99", "depannage ALIMENTAIRE", "food-bank")]
    [InlineData("", "", "Food pantry", "baby-food food-bank")]
    [InlineData("", "102-04", "Food", "food")]
    [InlineData("appelaide", "food-bank", "", "food-bank")]
    [InlineData("AppelAide", "food", "", "food")]
    [InlineData("appelaide", "gold", "", "")]
    [InlineData("211", "102-04", "", "")]
    [InlineData("", "", "Pet Food", "")]
    [InlineData("", "", "", "")]
    public void What_a_category_means(string taxonomy, string code, string name, string needs) =>
        Assert.Equal(needs, string.Join(' ', Some.ForTerm(taxonomy, code, name)));

    private static NeedTaxonomy With(string needs) => NeedTaxonomy.Of(Parse(new()
    {
        ["needs.yaml"] = needs,
        ["line.yaml"] = """
            line: { start: rien, start-sms: rien, start-call: rien, exhausted: rien, needs: rien }
            dialogue: rien
            nodes:
              debut:
                - end:
            """,
    }));

    private static Script Parse(Dictionary<string, string> files) => DialogueParser.Parse(files).Script!;
}
