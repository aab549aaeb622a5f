using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Hours;
using AppelAide.Host.Directory.Search;

namespace AppelAide.Host.Tests.Directory.Search;

public sealed class ServiceIndexTests
{
    private static readonly DateTimeOffset Tuesday = new(2026, 12, 1, 13, 0, 0, TimeSpan.FromHours(-5));
    private static readonly PlaceTree Places = new(SomePlaces.All);
    private static readonly GeoPoint InTown = new(48.83, -64.48);

    [Fact]
    public void An_open_door_is_worth_fifteen_kilometres_more()
    {
        Service[] services = [Of("a-closed", InTown, "Mo 09:00-10:00"), Of("b-unknown", InTown, ""), Of("c-open", North(InTown, 4), "24/7"), Of("d-far-open", North(InTown, 16), "24/7")];
        Assert.Equal(["c-open", "b-unknown", "a-closed", "d-far-open"], Ids(services));
    }

    [Fact]
    public void Only_what_is_certainly_open_when_that_is_asked()
    {
        Service[] services = [Of("a-closed", InTown, "Mo 09:00-10:00"), Of("b-unknown", InTown, ""), Of("c-open", North(InTown, 40), "Tu 09:00-14:00")];
        Assert.Equal(["c-open"], Ids(services, query => query with { OpenOnly = true }));
    }

    [Fact]
    public void A_service_is_told_once_at_its_best_site()
    {
        var near = Of("a", InTown, "Mo 09:00-10:00");
        var service = near with { Sites = [near.Sites[0], Of("far", North(InTown, 50), "24/7").Sites[0], Of("open", North(InTown, 5), "24/7").Sites[0]] };
        var found = new ServiceIndex([service], Places).Near(Query("food"), 0, 10);
        Assert.Equal("open", Assert.Single(found).Site.Location!.Id);
    }

    [Fact]
    public void What_is_not_offered_is_never_told() => Assert.Empty(Ids([Of("a", InTown, "24/7") with { IsOffered = false }]));

    [Fact]
    public void Services_of_a_narrower_need_answer_and_those_of_a_broader_one_come_after_what_is_as_near()
    {
        Service[] services =
        [
            Of("a-broader", InTown, "24/7", "food"), Of("b-exact", North(InTown, 100), "24/7", "meals"), Of("c-narrower", North(InTown, 20), "24/7", "school-meals"),
            Of("d-sibling", InTown, "24/7", "food-bank"),
        ];
        Assert.Equal(["c-narrower", "a-broader", "b-exact"], Ids(services, query => query with { Need = "meals" }));
        Assert.Equal(["a-broader", "d-sibling", "c-narrower", "b-exact"], Ids(services, query => query with { Need = "food" }));
    }

    [Fact]
    public void A_service_for_everywhere_covers_every_place()
    {
        var service = Of("a", InTown, "24/7") with { Area = new(["everywhere"]) };
        Assert.Equal(["a"], Ids([service], query => query with { Place = Places.Find(SomePlaces.Limoilou) }));
    }

    [Fact]
    public void Needs_that_are_their_own_parents_are_no_loop()
    {
        var index = new ServiceIndex([Of("a", InTown, "24/7", "x")], Places, need => need == "x" ? "y" : "x");
        Assert.Single(index.Near(Query("y"), 0, 5));
    }

    internal static string ParentOf(string need) => need switch { "meals" or "food-bank" => "food", "school-meals" => "meals", _ => "" };

    internal static ServiceQuery Query(string need) => new(need, Places.Find(SomePlaces.Gaspe), "fr", Tuesday);

    private static string[] Ids(Service[] services, Func<ServiceQuery, ServiceQuery>? change = null) =>
        [.. new ServiceIndex(services, Places, ParentOf).Near((change ?? (query => query))(Query("food")), 0, 10).Select(found => found.Service.Id)];

    private static Service Of(string id, GeoPoint position, string hours, string need = "food")
    {
        Assert.True(HoursNotation.TryParse(hours, out var ranges, out _));
        var location = new Location(id, id, "1, rue du Quai", SomePlaces.Gaspe, position, null);
        return new(id, "Org", new(id, id), [need], [], Bilingual.Empty, new([]), [new(location, "", OpeningHours.Weekly(ranges))]);
    }

    private static GeoPoint North(GeoPoint point, double kilometres) => point with { Latitude = point.Latitude + kilometres / 111.2 };
}
