using AppelAide.Host.Directory;

namespace AppelAide.Host.Tests.Directory;

public sealed class PlaceTreeTests
{
    private static readonly PlaceTree Tree = new(SomePlaces.All);

    [Theory]
    [InlineData(SomePlaces.Gaspe, "Gaspé, MRC La Côte-de-Gaspé")]
    [InlineData(SomePlaces.Limoilou, "Limoilou, Québec")]
    [InlineData(SomePlaces.Quebec, "Québec, Capitale-Nationale")]
    [InlineData(SomePlaces.Iles, "Les Îles-de-la-Madeleine, Gaspésie–Îles-de-la-Madeleine")]
    [InlineData("02047", "Port-Daniel–Gascons, MRC Le Rocher-Percé")]
    public void A_label_tells_a_place_from_its_homonyms(string id, string label) => Assert.Equal(label, Tree.Label(Tree.Find(id)!));

    [Fact]
    public void A_neighbourhood_is_in_its_city()
    {
        var limoilou = Tree.Find(SomePlaces.Limoilou)!;
        Assert.Equal(SomePlaces.Quebec, Tree.MunicipalityOf(limoilou).Id);
        Assert.True(Tree.IsIn(limoilou, SomePlaces.Quebec));
        Assert.False(Tree.IsIn(Tree.Find(SomePlaces.Quebec)!, SomePlaces.Limoilou));
    }

    [Fact]
    public void The_islands_keep_Atlantic_time()
    {
        Assert.Equal("America/Halifax", Tree.TimeZoneOf(SomePlaces.Iles).Id);
        Assert.Equal("America/Toronto", Tree.TimeZoneOf("nowhere").Id);
    }

    [Fact]
    public void Distances_are_those_of_the_map()
    {
        var gaspe = Tree.Find(SomePlaces.Gaspe)!.Position!.Value;
        Assert.Equal(40, gaspe.KilometresTo(Tree.Find(SomePlaces.Perce)!.Position!.Value), 1.0);
        Assert.Equal(549, gaspe.KilometresTo(Tree.Find(SomePlaces.Quebec)!.Position!.Value), 5.0);
        Assert.Equal(0, gaspe.KilometresTo(gaspe));
    }
}
