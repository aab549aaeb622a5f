using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Needs;
using AppelAide.Host.Tests.Directory;
using AppelAide.Host.Trainings;
using AppelAide.Host.Trainings.Search;

namespace AppelAide.Host.Tests.Trainings.Search;

public sealed class TrainingSearchTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 13, 0, 0, TimeSpan.FromHours(-5));

    private static readonly TrainingSession GaspeLater = Of("gaspe-later", SomePlaces.Gaspe, new(48.83, -64.48), 10);
    private static readonly TrainingSession GaspeLast = Of("gaspe-last", SomePlaces.Gaspe, new(48.99, -64.39), 20);
    private static readonly TrainingSession PerceSoon = Of("perce-soon", SomePlaces.Perce, new(48.52, -64.21), 2);
    private static readonly TrainingSession SainteAnneSoon = Of("ste-anne-soon", SomePlaces.SainteAnne, new(49.12, -66.49), 1);
    private static readonly TrainingSession QuebecSoon = Of("quebec-soon", SomePlaces.Quebec, new(46.81, -71.21), 1);
    private static readonly TrainingSession[] All = [GaspeLater, GaspeLast, PerceSoon, SainteAnneSoon, QuebecSoon];

    [Fact]
    public void In_town_then_near_then_the_region_each_by_date() =>
        Assert.Equal(["gaspe-later", "gaspe-last", "perce-soon", "ste-anne-soon"], Ids(SomePlaces.Gaspe, All));

    [Fact]
    public void Without_a_place_all_by_date() =>
        Assert.Equal(["quebec-soon", "ste-anne-soon", "perce-soon", "gaspe-later", "gaspe-last"], Ids("", All));

    [Fact]
    public void The_neighbourhoods_of_a_city_are_the_same_town() => Assert.Equal(["quebec-soon"], Ids(SomePlaces.Limoilou, All));

    [Fact]
    public void A_session_that_has_begun_is_never_offered()
    {
        var begun = GaspeLater with { Id = "begun", Start = Now };
        var far = GaspeLater with { Id = "far", Start = Now.AddDays(120) };
        Assert.Equal(["gaspe-later"], Ids(SomePlaces.Gaspe, begun, far, GaspeLater));
    }

    [Fact]
    public void Another_language_comes_after_the_same_distance()
    {
        var english = GaspeLast with { Id = "english", Training = GaspeLast.Training with { Language = "en" } };
        Assert.Equal(["english", "gaspe-later", "perce-soon"], Ids(SomePlaces.Gaspe, "en", "", english, GaspeLater, PerceSoon));
    }

    [Fact]
    public void A_topic_excludes_the_others()
    {
        var fraud = PerceSoon with { Id = "fraud", Training = PerceSoon.Training with { Topic = "fraud" } };
        Assert.Equal(["fraud"], Ids(SomePlaces.Gaspe, "fr", "Fraud", fraud, GaspeLater));
    }

    internal static TrainingSession Of(string id, string place, GeoPoint position, int days)
    {
        var start = Now.AddDays(days);
        var location = new Location("loc-" + id, "Bibliothèque", "", place, position, null);
        return new(
            id,
            new("t-" + id, new("Ma tablette", "My tablet"), "tablet", "fr", location, 0, Bilingual.Empty, 8),
            DateOnly.FromDateTime(start.DateTime),
            TimeOnly.FromDateTime(start.DateTime),
            TimeOnly.FromDateTime(start.DateTime.AddHours(2)),
            start,
            start.AddHours(2));
    }

    private static string[] Ids(string place, params TrainingSession[] sessions) => Ids(place, "fr", "", sessions);

    private static string[] Ids(string place, string language, string topic, params TrainingSession[] sessions)
    {
        var own = new OwnWords([.. sessions], WishWords.Of(SomeScripts.Live()));
        var wish = new TrainingWish { Topic = topic };
        var directory = new DirectorySnapshot(1, NeedTaxonomy.Empty, new(SomePlaces.All), new(SomePlaces.All), [], [.. sessions], []);
        return [.. TrainingSearch.Next(directory, own, directory.Places.Find(place), wish, language, Now).Sessions.Select(found => found.Session.Id)];
    }
}
