namespace AppelAide.Host.Trainings.Calendar;

/// <summary>A clock that events are written in.</summary>
internal abstract class CalendarZone
{
    /// <summary>The clock of the world.</summary>
    public static CalendarZone Utc { get; } = new SystemZone(TimeZoneInfo.Utc);

    /// <summary>
    /// The moment at which the clock shows a time; of one that it shows twice, the first; of one that it never shows, what the clock of before the gap would
    /// show then (RFC 5545, 3.3.5).
    /// </summary>
    public abstract DateTimeOffset Moment(DateTime local);

    /// <summary>Whether the clock never shows a time, because it is put forward over it.</summary>
    public abstract bool Skips(DateTime local);
}
