namespace AppelAide.Host.Trainings;

/// <summary>From the clock on a wall to moments, and back.</summary>
internal static class SessionTime
{
    /// <summary>
    /// The moment that a wall's clock shows a time. Of an hour that occurs twice when clocks go back, the first (RFC 5545, 3.3.5), unless the
    /// second is asked for; of an hour that does not occur, the one after.
    /// </summary>
    public static DateTimeOffset Moment(DateOnly date, TimeOnly time, TimeZoneInfo zone, bool second = false)
    {
        var local = date.ToDateTime(time);
        if (zone.IsInvalidTime(local)) local = local.AddHours(1);
        if (!zone.IsAmbiguousTime(local)) return new DateTimeOffset(local, zone.GetUtcOffset(local));
        var offsets = zone.GetAmbiguousTimeOffsets(local);
        // The summer's offset comes first in time.
        return new DateTimeOffset(local, second ? offsets.Min() : offsets.Max());
    }

    /// <summary>The moments of a session.</summary>
    public static (DateTimeOffset Start, DateTimeOffset End) Of(DateOnly date, TimeOnly startsAt, TimeOnly endsAt, bool allDay, bool second, TimeZoneInfo zone)
    {
        if (allDay) return (Moment(date, TimeOnly.MinValue, zone), Moment(date.AddDays(1), TimeOnly.MinValue, zone));
        var start = Moment(date, startsAt, zone, second);
        var end = Moment(endsAt > startsAt ? date : date.AddDays(1), endsAt, zone, second);
        return (start, end);
    }
}
