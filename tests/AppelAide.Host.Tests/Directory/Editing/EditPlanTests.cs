using AppelAide.Host.Directory.Editing;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Tests.Directory.Editing;

public sealed class EditPlanTests
{
    private static readonly HsdsRecord Both = new("attribute", "both", [KeyValuePair.Create("taxonomy_term_id", "food-and-heat")]);
    private static readonly HsdsRecord Heat = new("attribute", "heat", [KeyValuePair.Create("taxonomy_term_id", "heat")]);

    [Theory]
    [InlineData("food heating", new string[0], new string[0])]
    [InlineData("heating", new[] { "both" }, new string[0])]
    [InlineData("food", new[] { "both", "heat" }, new[] { "food" })]
    [InlineData("food heating transport", new string[0], new[] { "transport" })]
    [InlineData("", new[] { "both", "heat" }, new string[0])]
    public void A_category_that_stands_for_several_needs_goes_with_one_of_them_and_the_others_stay(string isChecked, string[] gone, string[] made)
    {
        var group = new EditGroup("needs", EditGroupKind.Needs, new("repas", "", "", ""), [Both, Heat], [new("food", "yes"), new("heating", "yes"), new("transport", "")])
        {
            Checks = [["food", "heating"], ["heating"]],
        };
        var changes = EditPlan.Of(group, need => isChecked.Split(' ').Contains(need) ? "yes" : "", () => "new").ToList();
        Assert.Equal(gone, changes.Where(change => change.After is null).Select(change => change.Before!.Id));
        Assert.Equal(made.Select(NeedTerms.IdOf), changes.Where(change => change.Before is null).Select(change => change.After!["taxonomy_term_id"]));
    }
}
