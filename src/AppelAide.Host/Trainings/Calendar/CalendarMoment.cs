namespace AppelAide.Host.Trainings.Calendar;

/// <summary>A date, or a date and time on some clock (RFC 5545, 3.3.4 and 3.3.5).</summary>
/// <param name="Local">As the clock shows it; of a date, its midnight.</param>
/// <param name="Zone">The clock; null for that of wherever one is.</param>
/// <param name="IsDate">Whether it is a whole day.</param>
internal readonly record struct CalendarMoment(DateTime Local, CalendarZone? Zone, bool IsDate)
{
    /// <summary>The date on its clock.</summary>
    public DateOnly Date => DateOnly.FromDateTime(Local);

    /// <summary>The moment, of a date its midnight.</summary>
    /// <param name="here">The clock of those that have none.</param>
    public DateTimeOffset At(CalendarZone here) => (Zone ?? here).Moment(Local);
}
