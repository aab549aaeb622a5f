using System.Collections.Immutable;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Calendar.Publishing;

/// <summary>Which sessions a calendar is asked to have.</summary>
/// <param name="Words">The language.</param>
/// <param name="Place">Where; null for everywhere.</param>
/// <param name="Topic">A topic; empty for all.</param>
/// <param name="Kind">A kind; empty for all.</param>
internal sealed record CalendarWish(CalendarWords Words, Place? Place, string Topic, string Kind)
{
    /// <summary>As far as people of the coast go for an afternoon: as far as the line itself offers first.</summary>
    private const double NearKm = 60;

    // Who looks at the calendar once a month still hears that a session of last month had been cancelled.
    private const int DaysBack = 60;

    private const int LongestValue = 100;

    private static readonly string[] Kinds = ["training", "meeting", "group", "workshop", "culture"];

    /// <summary>What a query asks for; or why it cannot be had.</summary>
    public static (CalendarWish? Wish, CalendarRefusal? Refusal) Read(IQueryCollection query, DirectorySnapshot directory)
    {
        var (place, topic, kind, language) = (Value("place"), Value("topic"), Value("kind"), Value("lang"));
        if (language is not ("" or "fr" or "en"))
            return Refused(400, $"La langue « {Shown(language)} » n'est ni fr ni en.", $"The language \"{Shown(language)}\" is neither fr nor en.");
        if (kind.Length > 0 && !Kinds.Contains(kind))
            return Refused(400, $"La sorte « {Shown(kind)} » n'en est pas une de : {string.Join(", ", Kinds)}.", $"The kind \"{Shown(kind)}\" is none of: {string.Join(", ", Kinds)}.");
        if (topic.Length > 0 && !directory.AllSessions.Any(session => session.Training.Topic.Equals(topic, StringComparison.OrdinalIgnoreCase)))
            return Refused(404, $"Aucune formation n'a le sujet « {Shown(topic)} ».", $"No training has the topic \"{Shown(topic)}\".");
        Place? where = null;
        if (place.Length > 0)
        {
            var found = directory.Places.Find(place) is { } byId ? [byId] : directory.Finder.FromText(place).Places;
            if (found.IsEmpty)
                return Refused(404, $"Le lieu « {Shown(place)} » est inconnu.", $"The place \"{Shown(place)}\" is unknown.");
            if (found.Length > 1)
            {
                var choices = string.Join("; ", found.Select(one => $"{directory.Places.Label(one)} ({one.Id})"));
                return Refused(400, $"Le lieu « {Shown(place)} » peut être : {choices}.", $"The place \"{Shown(place)}\" may be: {choices}.");
            }

            where = found[0];
        }

        return (new(new(language.Length > 0 ? language : "fr"), where, topic, kind), null);

        string Value(string name) => query[name] is [{ } value, ..] ? value.Length > LongestValue ? value[..LongestValue] : value.Trim() : "";

        static (CalendarWish?, CalendarRefusal?) Refused(int status, string fr, string en) => (null, new(status, fr, en));
    }

    /// <summary>The sessions from two months back on, cancelled ones too.</summary>
    public ImmutableArray<TrainingSession> Choose(DirectorySnapshot directory, DateOnly today)
    {
        var from = new DateTimeOffset(today.AddDays(-DaysBack).ToDateTime(default), TimeSpan.Zero);
        return [.. directory.AllSessions.Where(session => session.End >= from && Suits(session, directory))];
    }

    /// <summary>In the place's municipality or its MRC, or within 60 km; given by telephone, from anywhere.</summary>
    private bool Suits(TrainingSession session, DirectorySnapshot directory)
    {
        var training = session.Training;
        if (Topic.Length > 0 && !training.Topic.Equals(Topic, StringComparison.OrdinalIgnoreCase) || Kind.Length > 0 && training.Kind != Kind)
            return false;
        if (Place is null || training.DialIn.Length > 0)
            return true;
        var places = directory.Places;
        return places.Find(session.Location.PlaceId) is { } there
                && (places.MunicipalityOf(there).Id == places.MunicipalityOf(Place).Id || Place.Mrc.Length > 0 && there.Mrc == Place.Mrc)
            || Distance.Between(Place, session.Location) <= NearKm;
    }

    private static string Shown(string text) => string.Concat(text.Where(unit => !char.IsControl(unit)).Take(40));
}
