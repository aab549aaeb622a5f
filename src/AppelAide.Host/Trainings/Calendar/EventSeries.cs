using System.Collections.Immutable;

namespace AppelAide.Host.Trainings.Calendar;

/// <summary>An event and what became of its occurrences: all that a file says under one UID.</summary>
internal sealed class EventSeries
{
    /// <summary>The most occurrences that one event is asked for: three years of each day.</summary>
    public const int MostOccurrences = 1_000;

    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    private readonly CalendarEvent? master;
    private readonly ImmutableArray<CalendarEvent> overrides;

    private EventSeries(string uid, CalendarEvent? master, ImmutableArray<CalendarEvent> overrides, ImmutableArray<CalendarComponent> zones)
    {
        (Uid, this.master, this.overrides, Zones) = (uid, master, overrides, zones);
    }

    /// <summary>Its name.</summary>
    public string Uid { get; }

    /// <summary>What says its title: the event itself, or the first of its occurrences when the file has only these.</summary>
    public CalendarEvent Main => master ?? overrides[0];

    /// <summary>Whether it may happen more than once.</summary>
    public bool IsRecurring => master is { IsRecurring: true } || master is null && overrides.Length > 1;

    /// <summary>Where it is in its file.</summary>
    public int Line => Main.Line;

    /// <summary>The event and its overrides, the event first.</summary>
    public IEnumerable<CalendarEvent> Events => master is null ? overrides : overrides.Prepend(master);

    /// <summary>The time zones that it needs described.</summary>
    public ImmutableArray<CalendarComponent> Zones { get; }

    /// <summary>The series of events with one UID. Of two versions of the same, the one with the higher sequence, then the later in the file.</summary>
    public static EventSeries? Of(string uid, IEnumerable<CalendarEvent> events, ZoneFinder zones)
    {
        var latest = events
            .GroupBy(read => (read.RecurrenceId?.At(CalendarZone.Utc), read.RecurrenceId is not null))
            .Select(same => same.OrderBy(read => read.Sequence).Last())
            .ToList();
        var needed = latest.SelectMany(read => read.Lines).Select(line => line["TZID"]).Where(name => name.Length > 0).Distinct().Select(zones.Description);
        return new(
            uid,
            latest.Find(read => read.RecurrenceId is null),
            [.. latest.Where(read => read.RecurrenceId is not null).OrderBy(read => read.RecurrenceId!.Value.At(CalendarZone.Utc))],
            [.. needed.OfType<CalendarComponent>()]);
    }

    /// <summary>The occurrences that start from one moment on and before another, in order of time; the first <see cref="MostOccurrences"/> of them.</summary>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The moment after the last.</param>
    /// <param name="here">The clock of events that name none.</param>
    public ImmutableArray<Occurrence> Between(DateTimeOffset from, DateTimeOffset to, CalendarZone here)
    {
        var found = new List<Occurrence>();
        var single = overrides.Where(read => !read.IsThisAndFuture).ToList();
        var ranges = overrides.Where(read => read.IsThisAndFuture).ToList();
        if (master is null)
        {
            found.AddRange(overrides.Select(read => Of(read, read.RecurrenceId!.Value, read.Start, null, here)));
        }
        else
        {
            // An override moves occurrences into the window, and out of it.
            var shift = ranges.Select(read => (read.Start.At(here) - read.RecurrenceId!.Value.At(here)).Duration()).Append(TimeSpan.Zero).Max();
            foreach (var (original, end) in Originals(Minus(from, shift), Plus(to, shift), here).Take(MostOccurrences + single.Count))
            {
                if (!single.Exists(read => Names(read.RecurrenceId!.Value, original, here)))
                    found.Add(Shifted(original, end, ranges.FindLast(read => read.RecurrenceId!.Value.At(here) <= original.At(here)), here));
            }

            foreach (var read in single)
            {
                var id = read.RecurrenceId!.Value;
                var at = id.At(here);
                var named = Originals(id.IsDate ? at : at, at + (id.IsDate ? ADay : TimeSpan.FromSeconds(1)), here).Where(original => Names(id, original.Start, here)).ToList();
                if (named.Count > 0)
                    found.Add(Of(read, named[0].Start, read.Start, null, here));
            }
        }

        return
        [
            .. found.Where(occurrence => occurrence.Start >= from && occurrence.Start < to)
                .OrderBy(occurrence => occurrence.Start).ThenBy(occurrence => occurrence.Original.At(here))
                .Take(MostOccurrences),
        ];
    }

    /// <summary>When its rules and dates have it happen, from one moment on and before another, in order; what became of each is not asked.</summary>
    private IEnumerable<(CalendarMoment Start, CalendarMoment? End)> Originals(DateTimeOffset from, DateTimeOffset to, CalendarZone here)
    {
        var start = master!.Start;
        var zone = start.Zone ?? here;
        var (first, last) = (DateOnly.FromDateTime(Minus(from, 2 * ADay).DateTime), DateOnly.FromDateTime(Plus(to, 2 * ADay).DateTime));
        var time = TimeOnly.FromDateTime(start.Local);
        var sets = master.Rules.Select(rule => rule.Dates(first, last)
            .Select(date => (Start: start with { Local = date.ToDateTime(time) }, End: (CalendarMoment?)null))
            .TakeWhile(original => rule.Until is not { } until || (until.IsDate ? original.Start.Date <= until.Date : original.Start.At(here) <= (until.Zone ?? zone).Moment(until.Local)))
            .Take(2 * MostOccurrences));
        var given = master.Rules.IsEmpty ? master.Dates.Prepend((start, null)) : master.Dates;
        // A date among dates with times is at their time.
        var dates = given.Select(date => date.Start.IsDate == start.IsDate ? date : start.IsDate ? (new(date.Start.Date.ToDateTime(default), null, true), null) : (start with { Local = date.Start.Date.ToDateTime(time) }, null));
        return sets.SelectMany(set => set).Concat(dates)
            .Select(original => (original, At: original.Item1.At(here)))
            .Where(pair => pair.At >= from && pair.At < to && !master.Exceptions.Any(exception => Names(exception, pair.original.Item1, here)))
            .OrderBy(pair => pair.At)
            .DistinctBy(pair => pair.At)
            .Select(pair => pair.original);
    }

    /// <summary>Whether a date of an exception or override is that of an occurrence; a whole day is that of all its occurrences.</summary>
    private static bool Names(CalendarMoment name, CalendarMoment original, CalendarZone here) =>
        name.IsDate || original.IsDate ? name.Date == original.Date : name.At(here) == original.At(here);

    private Occurrence Shifted(CalendarMoment original, CalendarMoment? end, CalendarEvent? range, CalendarZone here)
    {
        if (range is null)
            return Of(master!, original, original, end, here);
        var by = range.Start.Local - (range.RecurrenceId!.Value.Zone == range.Start.Zone
            ? range.RecurrenceId.Value.Local
            : range.RecurrenceId.Value.At(here).ToOffset(range.Start.At(here).Offset).DateTime);
        return Of(range, original, range.Start with { Local = original.Local + by }, null, here);
    }

    private static Occurrence Of(CalendarEvent read, CalendarMoment original, CalendarMoment start, CalendarMoment? end, CalendarZone here)
    {
        var begins = start.At(here);
        // Half past three is half past three on both sides of a change of the clocks.
        var ends = end is { } own ? own.At(here)
            : read.End is not { } last ? (start with { Local = start.Local.AddDays(read.Duration.Days) }).At(here) + read.Duration.Time
            : last.Zone == read.Start.Zone ? (start with { Local = start.Local + (last.Local - read.Start.Local) }).At(here)
            : begins + (last.At(here) - read.Start.At(here));
        return new(read, original, start, begins, ends < begins ? begins : ends, read.IsCancelled);
    }

    private static DateTimeOffset Minus(DateTimeOffset moment, TimeSpan by) => moment - DateTimeOffset.MinValue.AddDays(3) > by ? moment - by : DateTimeOffset.MinValue.AddDays(3);

    private static DateTimeOffset Plus(DateTimeOffset moment, TimeSpan by) => DateTimeOffset.MaxValue.AddDays(-3) - moment > by ? moment + by : DateTimeOffset.MaxValue.AddDays(-3);
}
