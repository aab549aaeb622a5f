using System.Collections.Immutable;

namespace AppelAide.Host.Trainings.Calendar;

/// <summary>An event of a calendar, or what one of its occurrences became (RFC 5545, 3.6.1).</summary>
/// <param name="Uid">Its name, the same in every version of the file.</param>
/// <param name="Start">When it starts the first time.</param>
/// <param name="Line">Where it is in the file.</param>
internal sealed record CalendarEvent(string Uid, CalendarMoment Start, int Line)
{
    /// <summary>The end as a moment on a clock; null when a duration says it, or nothing.</summary>
    public CalendarMoment? End { get; init; }

    /// <summary>The duration when no end is given: days on the clock, then time.</summary>
    public (int Days, TimeSpan Time) Duration { get; init; }

    /// <summary>Whether anything says when it ends.</summary>
    public bool HasEnd { get; init; }

    /// <summary>Which occurrence of the event this is about; null for the event itself.</summary>
    public CalendarMoment? RecurrenceId { get; init; }

    /// <summary>Whether it is about all occurrences from that one on.</summary>
    public bool IsThisAndFuture { get; init; }

    public ImmutableArray<EventRule> Rules { get; init; } = [];

    /// <summary>Further dates, each with an end of its own or none.</summary>
    public ImmutableArray<(CalendarMoment Start, CalendarMoment? End)> Dates { get; init; } = [];

    /// <summary>Dates on which it does not happen.</summary>
    public ImmutableArray<CalendarMoment> Exceptions { get; init; } = [];

    public string Summary { get; init; } = "";

    /// <summary>The language of the summary, when the file says it; else empty.</summary>
    public string Language { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>Where, in the publisher's words.</summary>
    public string Location { get; init; } = "";

    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Who answers questions on it.</summary>
    public Contact Contact { get; init; } = Contact.None;

    public bool IsCancelled { get; init; }

    public int Sequence { get; init; }

    /// <summary>The lines that say when and where it is, for what is kept of it.</summary>
    public ImmutableArray<ContentLine> Lines { get; init; } = [];

    /// <summary>Whether it happens more than once.</summary>
    public bool IsRecurring => !Rules.IsEmpty || !Dates.IsEmpty;
}
