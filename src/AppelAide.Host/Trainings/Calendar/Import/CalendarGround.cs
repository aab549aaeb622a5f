using System.Globalization;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>What an import stands on: the directory, and the time.</summary>
/// <param name="Places">The places, and their clocks.</param>
/// <param name="Locations">The locations of the directory, by their identifiers.</param>
/// <param name="Venues">How partners name them.</param>
/// <param name="Now">The time.</param>
internal sealed record CalendarGround(PlaceTree Places, IReadOnlyDictionary<string, Location> Locations, VenueFinder Venues, DateTimeOffset Now)
{
    /// <summary>No session is made that starts at this moment or after.</summary>
    public DateTimeOffset Horizon => Now + CalendarImportPlan.Ahead;

    /// <summary>The date of the horizon, as it is kept.</summary>
    public string MadeUntil => Horizon.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>When a session that is kept starts.</summary>
    public DateTimeOffset StartOf(SessionRow session, TrainingRow training)
    {
        var date = DateOnly.ParseExact(session.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var place = Locations.GetValueOrDefault(session.LocationId ?? training.LocationId)?.PlaceId ?? "";
        var starts = TimeOnly.ParseExact(session.StartsAt, "HH:mm", CultureInfo.InvariantCulture);
        return SessionTime.Of(date, starts, starts, session.AllDay, session.SecondHour, Places.TimeZoneOf(place)).Start;
    }
}
