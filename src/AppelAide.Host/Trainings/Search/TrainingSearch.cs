using System.Collections.Immutable;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Search;

/// <summary>The next sessions for someone who lives somewhere and wishes for something, best first. Pure.</summary>
internal static class TrainingSearch
{
    // Farther ahead, people wait for the next call.
    private const int DaysAhead = 70;

    // As far as people of the coast go for an afternoon.
    private const double NearKm = 60;

    private const int InTown = 0, OnThePhone = 1, Near = 2, InTheRegion = 3;

    // What citizens mean by "une formation"; the rest is on the calendar too, for those who name it.
    private static readonly string[] Offered = ["training", "workshop"];

    /// <summary>
    /// Those that fulfil the wish; when none does, those that fulfil it but for what is the least loss. In town by date, then by telephone, then within
    /// 60 km, then in the rest of the region; all by date when the place is not known. Those whose title says the citizen's words go first.
    /// </summary>
    /// <param name="directory">Where to look.</param>
    /// <param name="own">The words of its trainings.</param>
    /// <param name="place">Where the citizen lives; null when not known.</param>
    /// <param name="wish">What they wish for.</param>
    /// <param name="language">Sessions in another language come after those of the same distance.</param>
    /// <param name="now">Sessions that have begun are over for this purpose.</param>
    public static FoundTrainings Next(DirectorySnapshot directory, OwnWords own, Place? place, TrainingWish wish, string language, DateTimeOffset now)
    {
        var last = now.AddDays(DaysAhead);
        var (about, words) = (own.Find(wish.About), own.Find(wish.Words));
        var ranked = new List<(FoundSession Found, WishParts Lacks, int Named, int Rank)>();
        foreach (var session in directory.Sessions)
        {
            var training = session.Training;
            if (session.Start <= now || (session.Start > last && !IsOnDayAsked(session, wish)))
                continue;
            var found = new FoundSession(session, Distance.Between(place, session.Location));
            if (Tier(found, place, directory.Places) is not { } tier)
                continue;
            var (inTitle, isNamed) = (own.Count(training, about).InTitle + own.Count(training, words).InTitle, own.Count(training, about).Anywhere > 0);
            var isAbout = wish.Topic.Length > 0 ? own.IsAbout(training, wish.Topic) : wish.About.Length == 0 || isNamed;
            if (wish.Kind.Length == 0 && !Offered.Contains(training.Kind) && !(wish.Way.Length > 0 && training.DialIn.Length > 0) && !(isAbout && (wish.Topic.Length > 0 || inTitle > 0)))
                continue;
            var lacks = (isAbout ? WishParts.None : WishParts.Topic) | Lacking(session, wish);
            ranked.Add((found, lacks, tier <= Near ? -inTitle : 0, (2 * tier) + (Speaks(training, language) ? 0 : 1)));
        }

        if (ranked.Count == 0) return FoundTrainings.None;
        // To lack one part is worse than to lack all that are given up sooner, so the least loss is the least number.
        var dropped = ranked.Min(entry => entry.Lacks);
        // The sessions are in order of time already, and the sort is stable.
        return new([.. ranked.Where(entry => entry.Lacks == dropped).OrderBy(entry => entry.Named).ThenBy(entry => entry.Rank).Select(entry => entry.Found)], dropped);
    }

    /// <summary>Until when the same question has the same answer: a session then begins, or comes within reach.</summary>
    public static DateTimeOffset UnchangedUntil(DirectorySnapshot directory, DateTimeOffset now)
    {
        var until = DateTimeOffset.MaxValue;
        foreach (var session in directory.Sessions)
        {
            var within = session.Start.AddDays(-DaysAhead);
            if (session.Start > now && session.Start < until)
                until = session.Start;
            if (within > now && within < until)
                until = within;
        }

        return until;
    }

    /// <summary>A day that was named is looked at however far it is.</summary>
    private static bool IsOnDayAsked(TrainingSession session, TrainingWish wish) => wish is { From: { } from, To: { } to } && session.Date >= from && session.Date <= to;

    private static WishParts Lacking(TrainingSession session, TrainingWish wish)
    {
        var training = session.Training;
        var lacks = WishParts.None;
        if (wish.Part.Length > 0 && !session.IsAllDay && HourOfDay.PartOf(session.StartsAt) != wish.Part) lacks |= WishParts.Part;
        if (session.Date < wish.From || session.Date > wish.To || (wish.Days.Length > 0 && !wish.Days.Contains((char)('0' + (int)session.Date.DayOfWeek), StringComparison.Ordinal)))
            lacks |= WishParts.Dates;
        if (wish.Way.Length > 0 && training.DialIn.Length == 0) lacks |= WishParts.Way;
        if (wish.Language == "both" ? !(training.Language.Contains("fr", StringComparison.OrdinalIgnoreCase) && Speaks(training, "en")) : wish.Language.Length > 0 && !Speaks(training, wish.Language))
            lacks |= WishParts.Language;
        if (wish.Kind.Length > 0 && training.Kind != wish.Kind) lacks |= WishParts.Kind;
        return lacks;
    }

    private static int? Tier(FoundSession found, Place? place, PlaceTree places)
    {
        if (place is null)
            return InTown;
        var there = places.Find(found.Session.Location.PlaceId);
        if (there is not null && places.MunicipalityOf(there).Id == places.MunicipalityOf(place).Id)
            return InTown;
        // Nobody needs to go there.
        if (found.Session.Training.DialIn.Length > 0)
            return OnThePhone;
        if (found.Kilometres <= NearKm)
            return Near;
        return there?.Region == place.Region ? InTheRegion : null;
    }

    private static bool Speaks(Training training, string language) =>
        training.Language.Length == 0 || training.Language.Contains(language, StringComparison.OrdinalIgnoreCase);
}
