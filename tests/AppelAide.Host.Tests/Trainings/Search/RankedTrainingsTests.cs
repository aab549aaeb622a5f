using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Needs;
using AppelAide.Host.Tests.Directory;
using AppelAide.Host.Trainings;
using AppelAide.Host.Trainings.Search;

namespace AppelAide.Host.Tests.Trainings.Search;

/// <summary>Wishes against calendars, and the lists that are kept of them.</summary>
public sealed class RankedTrainingsTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 13, 0, 0, TimeSpan.FromHours(-5));
    private static readonly WishWords Known = WishWords.Of(SomeScripts.Live());

    [Fact]
    public void Random_calendars_are_ranked_as_by_hand()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var directory = DirectoryOf([.. Enumerable.Range(0, random.Next(30)).Select(number => Session(random, number))]);
            var wish = Wish(random);
            var place = directory.Places.Find(Pick(random, "", SomePlaces.Gaspe, SomePlaces.Iles));
            var found = directory.Ranked.Next(directory, Known, place, wish, "fr", Now);
            var (expected, dropped) = ByHand(directory, place, wish);
            Assert.Equal((dropped, string.Join(' ', expected)), (found.Dropped, string.Join(' ', found.Sessions.Select(one => one.Session.Id))));
        }
    }

    [Fact]
    public void The_part_of_the_day_is_given_up_before_the_days_the_language_and_the_topic()
    {
        var wish = new TrainingWish { Topic = "fraud", Language = "en", Part = "evening", From = new(2026, 12, 2), To = new(2026, 12, 2) };
        var morning = At("morning", 2, 9, "fraud", "en");
        var later = At("later", 5, 19, "fraud", "en");
        var french = At("french", 2, 19, "fraud", "fr");
        var other = At("other", 2, 19, "tablet", "en");
        Assert.Equal(("morning", WishParts.Part), First(wish, morning, later, french, other));
        Assert.Equal(("later", WishParts.Dates), First(wish, later, french, other));
        Assert.Equal(("french", WishParts.Language), First(wish, french, other));
        Assert.Equal(("other", WishParts.Topic), First(wish, other));
        Assert.Equal(("exact", WishParts.None), First(wish, morning, At("exact", 2, 19, "fraud", "en"), later));
    }

    [Fact]
    public void Only_trainings_and_workshops_are_offered_unless_another_kind_is_named()
    {
        var show = At("show", 1, 19, "music", "fr", "culture");
        var workshop = At("workshop", 3, 19, "community", "fr", "workshop");
        Assert.Equal(("workshop", WishParts.None), First(TrainingWish.None, show, workshop));
        Assert.Equal(("show", WishParts.None), First(new() { Kind = "culture" }, show, workshop));
    }

    [Fact]
    public void A_session_by_telephone_suits_all_after_those_in_town()
    {
        var call = At("call", 2, 10, "fraud", "fr") is var far ? far with { Training = far.Training with { DialIn = "+14185550190" }, Location = far.Location with { PlaceId = SomePlaces.Quebec, Position = new(46.8, -71.2) } } : null!;
        var directory = DirectoryOf([call, At("here", 5, 10, "fraud", "fr")]);
        Assert.Equal(["here", "call"], directory.Ranked.Next(directory, Known, directory.Places.Find(SomePlaces.Gaspe), TrainingWish.None, "fr", Now).Sessions.Select(one => one.Session.Id));
    }

    [Theory]
    [InlineData("poterie", "pottery")]
    [InlineData("poteries", "pottery")]
    [InlineData("pottery", "pottery")]
    [InlineData("rien", "tablet")]
    public void A_session_is_found_by_its_own_words(string words, string expected)
    {
        var pottery = At("pottery", 9, 10, "", "fr");
        pottery = pottery with { Training = pottery.Training with { Title = new("Poterie pour tous", "Pottery for all") } };
        Assert.Equal(expected, First(new() { Words = words }, At("tablet", 2, 10, "tablet", "fr"), pottery).Id);
    }

    [Fact]
    public void The_lists_that_are_kept_are_bounded_and_true()
    {
        var directory = DirectoryOf([At("one", 2, 10, "fraud", "fr"), At("two", 3, 10, "tablet", "fr")]);
        for (var i = 0; i < 3 * RankedTrainings.MostLists; i++)
        {
            Assert.Equal("two", directory.Ranked.Next(directory, Known, null, new() { Topic = "tablet", Words = $"mot{i}" }, "fr", Now).Sessions[0].Session.Id);
            Assert.True(directory.Ranked.Count <= RankedTrainings.MostLists);
        }

        Assert.Equal("one", directory.Ranked.Next(directory, Known, null, TrainingWish.None, "fr", Now).Sessions[0].Session.Id);
        Assert.Equal("two", directory.Ranked.Next(directory, Known, null, TrainingWish.None, "fr", Now.AddDays(1)).Sessions[0].Session.Id);
    }

    /// <summary>The rule, said another way: the fewest and least parts lost, then town, telephone, 60 km, region, then the citizen's language, then time.</summary>
    private static (string[] Ids, WishParts Dropped) ByHand(DirectorySnapshot directory, Place? place, TrainingWish wish)
    {
        var all = directory.Sessions.Where(one => one.Start > Now && one.Start <= Now.AddDays(70) && (wish.Kind.Length > 0 || one.Training.Kind is "training" or "workshop" || (wish.Topic.Length > 0 && one.Training.Topic == wish.Topic)))
            .Select(one => (Session: one, Tier: TierOf(one), Lost: LostOf(one))).Where(one => one.Tier < 9).ToList();
        if (all.Count == 0) return ([], WishParts.None);
        foreach (var lost in Enumerable.Range(0, 64))
        {
            var fit = all.Where(one => (one.Lost & ~lost) == 0).ToList();
            if (fit.Count > 0)
                return ([.. fit.OrderBy(one => one.Tier).ThenBy(one => one.Session.Training.Language.Contains("fr", StringComparison.Ordinal) ? 0 : 1).ThenBy(one => one.Session.Start).ThenBy(one => one.Session.Id, StringComparer.Ordinal).Select(one => one.Session.Id)], (WishParts)lost);
        }

        throw new InvalidOperationException("all may be lost");

        int TierOf(TrainingSession one)
        {
            if (place is null || one.Location.PlaceId == place.Id) return 0;
            if (one.Training.DialIn.Length > 0) return 1;
            if (Distance.Between(place, one.Location) <= 60) return 2;
            return directory.Places.Find(one.Location.PlaceId)!.Region == place.Region ? 3 : 9;
        }

        int LostOf(TrainingSession one)
        {
            var hour = one.StartsAt.Hour;
            var part = hour < 12 ? "morning" : hour < 17 ? "afternoon" : "evening";
            return (wish.Part.Length == 0 || wish.Part == part ? 0 : 1)
                + (wish.From is null || (one.Date >= wish.From && one.Date <= wish.To) ? 0 : 2)
                + (wish.Language.Length == 0 || one.Training.Language.Contains(wish.Language, StringComparison.Ordinal) ? 0 : 8)
                + (wish.Topic.Length == 0 || one.Training.Topic == wish.Topic ? 0 : 16)
                + (wish.Kind.Length == 0 || one.Training.Kind == wish.Kind ? 0 : 32);
        }
    }

    private static TrainingWish Wish(Random random)
    {
        var from = random.Next(3) == 0 ? DateOnly.FromDateTime(Now.DateTime).AddDays(random.Next(20)) : (DateOnly?)null;
        return new()
        {
            Topic = Pick(random, "", "fraud", "tablet"),
            Kind = Pick(random, "", "", "culture", "meeting"),
            Language = Pick(random, "", "en"),
            Part = Pick(random, "", "", "morning", "evening"),
            From = from,
            To = from?.AddDays(random.Next(7)),
        };
    }

    private static TrainingSession Session(Random random, int number)
    {
        var session = At($"s{number:00}", random.Next(-3, 80), random.Next(8, 21), Pick(random, "fraud", "tablet", "budget"), Pick(random, "fr", "en", "fr;en"), Pick(random, "training", "training", "workshop", "culture", "meeting"));
        var where = Pick(random, SomePlaces.Gaspe, SomePlaces.Perce, SomePlaces.SainteAnne, SomePlaces.Iles, SomePlaces.Quebec);
        var place = SomePlaces.All.First(one => one.Id == where);
        return session with { Location = session.Location with { PlaceId = place.Id, Position = place.Position }, Training = session.Training with { DialIn = Pick(random, "", "", "", "+14185550190") } };
    }

    private static TrainingSession At(string id, int days, int hour, string topic, string language, string kind = "training")
    {
        var start = new DateTimeOffset(2026, 12, 1, hour, 0, 0, TimeSpan.FromHours(-5)).AddDays(days - 1);
        var session = TrainingSearchTests.Of(id, SomePlaces.Gaspe, new(48.83, -64.48), 1);
        return session with
        {
            Date = DateOnly.FromDateTime(start.DateTime),
            StartsAt = new(hour, 0),
            Start = start,
            End = start.AddHours(1),
            Training = session.Training with { Title = new("Titre", "Title"), Topic = topic, Language = language, Kind = kind },
        };
    }

    private static (string Id, WishParts Dropped) First(TrainingWish wish, params TrainingSession[] sessions)
    {
        var directory = DirectoryOf(sessions);
        var found = directory.Ranked.Next(directory, Known, directory.Places.Find(SomePlaces.Gaspe), wish, "fr", Now);
        return (found.Sessions[0].Session.Id, found.Dropped);
    }

    private static DirectorySnapshot DirectoryOf(TrainingSession[] sessions) =>
        new(1, NeedTaxonomy.Empty, new(SomePlaces.All), new(SomePlaces.All), [], [.. sessions], []);

    private static string Pick(Random random, params string[] some) => some[random.Next(some.Length)];
}
