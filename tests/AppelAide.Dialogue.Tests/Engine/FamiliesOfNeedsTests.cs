using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Language;

namespace AppelAide.Dialogue.Tests.Engine;

/// <summary>A need is closer to what a citizen wants than its family is, and than the mere wish for help.</summary>
public class FamiliesOfNeedsTests
{
    private const string Needs = """
        needs:
          soup: { label: { fr: Soupe, en: Soup }, parent: food, fr: [soupe, -bouillon], en: [soup] }
          bread: { label: { fr: Pain, en: Bread }, parent: food, fr: [pain], en: [bread] }
        """;

    private readonly Dictionary<string, string> files = new(SmallLine.Files()) { ["zz.yaml"] = Needs };

    [Theory]
    [InlineData("j'ai faim", "food", "")]
    [InlineData("j'ai faim, de la soupe", "soup", "")]
    [InlineData("soupe ou faim", "soup", "")]
    [InlineData("faim et soupe", "soup", "")]
    [InlineData("faim, un bouillon", "food", "")]
    [InlineData("soupe et pain", "soup", "bread")]
    [InlineData("soupe ou logement", "soup", "housing")]
    public void A_need_goes_before_its_family_and_is_not_asked_apart_from_it(string words, string need, string other)
    {
        var heard = DialogueParser.Parse(files).Script!.Recognise(Channel.Sms, TextFolding.Fold(words), words)!;
        Assert.Equal((need, other), (heard.Need?.Id ?? "", heard.OtherNeed?.Id ?? ""));
    }

    [Theory]
    [InlineData("de l'aide", "")]
    [InlineData("de l'aide pour un logement", "housing")]
    [InlineData("de l'aide, de la soupe", "soup")]
    public void A_need_says_more_than_the_choice_that_asks_for_needs(string words, string need) =>
        Assert.Equal(need, new TestLine(files).Call().Speak(words)["need"]);
}
