namespace AppelAide.Host.Trainings.Calendar;

/// <summary>One time that an event happens.</summary>
/// <param name="Event">What says how: the event itself, or what became of this occurrence.</param>
/// <param name="Original">When the event's rules would have it, on its own clock: its name among the others.</param>
/// <param name="Local">When it starts, on its own clock.</param>
/// <param name="Start">The moment it starts.</param>
/// <param name="End">The moment it ends.</param>
/// <param name="IsCancelled">Whether it was cancelled, and is told because of that.</param>
internal sealed record Occurrence(CalendarEvent Event, CalendarMoment Original, CalendarMoment Local, DateTimeOffset Start, DateTimeOffset End, bool IsCancelled)
{
    /// <summary>Whether it is a whole day, or several.</summary>
    public bool IsAllDay => Local.IsDate;
}
