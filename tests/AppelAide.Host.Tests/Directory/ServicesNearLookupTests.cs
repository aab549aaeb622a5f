using System.Collections.Immutable;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Hours;
using AppelAide.Host.Directory.Needs;

namespace AppelAide.Host.Tests.Directory;

public sealed class ServicesNearLookupTests
{
    private static readonly DateTimeOffset Tuesday = new(2026, 12, 1, 13, 0, 0, TimeSpan.FromHours(-5));

    private static readonly Service Gaspe = Of("gaspe", SomePlaces.Gaspe, new(48.83, -64.45), "mrc:La Côte-de-Gaspé");
    private static readonly Service Perce = Of("perce", SomePlaces.Perce, new(48.52, -64.21));
    private static readonly Service SainteAnne = Of("ste-anne", SomePlaces.SainteAnne, new(49.12, -66.49), "mrc:La Haute-Gaspésie");
    private static readonly Service Regional = Of("regional", SomePlaces.SainteAnne, new(49.13, -66.50), "region:Gaspésie--Îles-de-la-Madeleine");
    private static readonly Service Islands = Of("islands", SomePlaces.Iles, new(47.38, -61.86), "01023");

    [Fact]
    public void Near_ones_come_first_then_those_of_the_region_and_never_those_for_others() =>
        Assert.Equal(["gaspe", "perce", "regional"], Ids(SomePlaces.Gaspe));

    [Fact]
    public void A_village_covered_from_afar_is_helped() => Assert.Contains("regional", Ids("02047"));

    [Fact]
    public void The_city_s_services_are_for_its_neighbourhoods_and_theirs_for_it()
    {
        var city = Of("city", SomePlaces.Quebec, new(46.81, -71.21), "mrc:Québec");
        var limoilou = Of("limoilou", SomePlaces.Limoilou, new(46.83, -71.22), SomePlaces.Limoilou);
        Assert.Equal(["limoilou", "city"], Ids(SomePlaces.Limoilou, city, limoilou));
        Assert.Equal(["city", "limoilou"], Ids(SomePlaces.Quebec, city, limoilou));
        Assert.Equal(["city", "limoilou"], Ids("23027-plateau", city, limoilou));
    }

    [Fact]
    public void The_caller_s_language_is_preferred_but_not_demanded()
    {
        var french = Of("french", SomePlaces.Gaspe, new(48.83, -64.48)) with { Languages = ["fr"] };
        var both = Of("both", SomePlaces.Gaspe, new(48.75, -64.40)) with { Languages = ["fr", "en"] };
        Assert.Equal(["both", "french"], Ids(SomePlaces.Gaspe, "en", french, both));
        Assert.Equal(["french", "both"], Ids(SomePlaces.Gaspe, "fr", french, both));
    }

    [Fact]
    public void Help_by_telephone_comes_after_an_open_door_in_town_and_before_a_closed_one()
    {
        var telephone = Of("telephone", "", null, "region:Gaspésie--Îles-de-la-Madeleine");
        Assert.Equal(["gaspe", "telephone", "perce", "regional"], Ids(SomePlaces.Gaspe, Gaspe, Perce, Regional, telephone));
        var closed = Gaspe with { Sites = [Gaspe.Sites[0] with { Hours = Hours("Sa 09:00-12:00") }] };
        Assert.Equal(["telephone", "gaspe"], Ids(SomePlaces.Gaspe, closed, telephone));
    }

    [Fact]
    public void Help_that_has_no_door_says_that_it_is_by_telephone_and_when()
    {
        var answer = Ask(SomePlaces.Gaspe, 0, "fr", Of("telephone", "", null));
        Assert.Equal(("yes", "16:30", "", ""), (answer["byPhone"], answer["openUntil"], answer["km"], answer["wheelchair"]));
        Assert.Equal("", Ask(SomePlaces.Gaspe, 0, "fr", Gaspe)["byPhone"]);
        var silent = Of("silent", "", null);
        Assert.Equal("", Ask(SomePlaces.Gaspe, 0, "fr", silent with { Sites = [silent.Sites[0] with { Phone = "" }] })["byPhone"]);
    }

    [Fact]
    public void The_first_is_told_whole_and_the_last_says_there_is_no_more()
    {
        var first = Ask(SomePlaces.Gaspe, 0, "fr", Gaspe, Perce);
        Assert.Equal("yes", first["found"]);
        Assert.Equal("Gaspé", first["town"]);
        Assert.Equal("3", first["km"]);
        Assert.Equal("yes", first["open"]);
        Assert.Equal("16:30", first["openUntil"]);
        Assert.Equal("", first["opensAt"]);
        Assert.Equal("yes", first["wheelchair"]);
        Assert.Equal("yes", first["more"]);
        Assert.Equal("", Ask(SomePlaces.Gaspe, 1, "fr", Gaspe, Perce)["more"]);
        Assert.Empty(Ask(SomePlaces.Gaspe, 2, "fr", Gaspe, Perce));
        Assert.Empty(Ask(SomePlaces.Gaspe, 0, "fr"));
    }

    [Fact]
    public void In_the_islands_it_is_an_hour_later()
    {
        var late = Islands with { Sites = [Islands.Sites[0] with { Hours = Hours("Mo-Fr 09:00-14:30") }] };
        Assert.Equal("14:30", Ask(SomePlaces.Iles, 0, "fr", late)["openUntil"]);
        var closed = Islands with { Sites = [Islands.Sites[0] with { Hours = Hours("Mo-Fr 09:00-14:00") }] };
        Assert.Equal("2026-12-02T09:00", Ask(SomePlaces.Iles, 0, "fr", closed)["opensAt"]);
    }

    [Fact]
    public void Without_a_place_there_are_no_distances()
    {
        var found = Ask("", 0, "fr", Gaspe);
        Assert.Equal("yes", found["found"]);
        Assert.Equal("", found["km"]);
    }

    [Fact]
    public void What_was_verified_more_than_a_year_ago_is_stale_and_what_never_was_is_not()
    {
        Assert.Equal("", Ask("", 0, "fr", Gaspe)["stale"]);
        Assert.Equal("", Ask("", 0, "fr", Gaspe with { VerifiedOn = new(2025, 12, 1) })["stale"]);
        Assert.Equal("yes", Ask("", 0, "fr", Gaspe with { VerifiedOn = new(2025, 11, 30) })["stale"]);
    }

    [Fact]
    public void Whether_a_wheelchair_comes_in_is_told_when_known()
    {
        Assert.Equal(("yes", ""), Wheelchair(true));
        Assert.Equal(("", "yes"), Wheelchair(false));
        Assert.Equal(("", ""), Wheelchair(null));

        static (string, string) Wheelchair(bool? known)
        {
            var answer = Ask("", 0, "fr", Gaspe with { Sites = [Gaspe.Sites[0] with { Location = Gaspe.Sites[0].Location! with { Wheelchair = known } }] });
            return (answer["wheelchair"], answer["noWheelchair"]);
        }
    }

    [Fact]
    public void Whom_it_is_for_and_which_door_are_told()
    {
        var answer = Ask("", 0, "fr", Gaspe with { For = new("les 55 ans et plus", "people 55 and over") });
        Assert.Equal(("les 55 ans et plus", "people 55 and over", "gaspe"), (answer["for.fr"], answer["for.en"], answer["location"]));
    }

    [Fact]
    public void After_each_three_there_is_a_pause()
    {
        Service[] many = [.. Enumerable.Range(0, 8).Select(i => Of($"s{i}", "", null))];
        Assert.Equal([3, 6], Enumerable.Range(0, 8).Where(skip => Ask("", skip, "fr", many)["pause"] == "yes"));
    }

    [Fact]
    public void Every_field_answered_is_declared()
    {
        using var source = new DirectorySource(null!, SomeScripts.Live, TimeProvider.System);
        var declared = new ServicesNearLookup(source).Signature.Fields;
        Assert.All(Ask(SomePlaces.Gaspe, 0, "fr", Gaspe).Keys, field => Assert.Contains(field, declared));
    }

    private static Service Of(string id, string place, GeoPoint? position, params string[] area) => new(
        id,
        "Org " + id,
        new("Nom " + id, "Name " + id),
        ["food"],
        [],
        Bilingual.Empty,
        new([.. area]),
        [new(position is null ? null : new(id, "Maison " + id, "1, rue du Quai", place, position, true), "+14185550137", Hours("Mo-Fr 09:00-16:30"))]);

    private static OpeningHours Hours(string text)
    {
        Assert.True(HoursNotation.TryParse(text, out var ranges, out _));
        return OpeningHours.Weekly(ranges);
    }

    private static string[] Ids(string place) => Ids(place, "fr", Gaspe, Perce, SainteAnne, Regional, Islands);

    private static string[] Ids(string place, params Service[] services) => Ids(place, "fr", services);

    private static string[] Ids(string place, string language, params Service[] services)
    {
        var ids = new List<string>();
        while (Ask(place, ids.Count, language, services) is { IsEmpty: false } answer)
            ids.Add(answer["id"]);
        return [.. ids];
    }

    private static ImmutableDictionary<string, string> Ask(string place, int skip, string language, params Service[] services)
    {
        using var source = new DirectorySource(null!, SomeScripts.Live, TimeProvider.System);
        source.Use(new(1, NeedTaxonomy.Empty, new(SomePlaces.All), new(SomePlaces.All), [.. services], [], []));
        var arguments = ImmutableDictionary<string, string>.Empty.Add("place", place).Add("need", "food").Add("skip", $"{skip}");
        return new ServicesNearLookup(source).Answer(
            new(QuestionKind.Lookup, "services.near", arguments),
            new CallerContext(1, 1, language, Channel.Voice, "", Tuesday));
    }
}
