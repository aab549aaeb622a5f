using System.Collections.Immutable;

namespace AppelAide.Host.Directory;

/// <summary>The hours of a week, the same every week, closed on public holidays; but a door that never closes keeps no holiday.</summary>
internal sealed class WeeklyHours
{
    private const int MinutesADay = 24 * 60;

    // Christmas and New Year close the same weekday twice in a row; nothing closes it four times.
    private const int DaysAhead = 28;

    private readonly ImmutableArray<OpeningRange>[] days = new ImmutableArray<OpeningRange>[7];

    public WeeklyHours(IEnumerable<OpeningRange> ranges)
    {
        var byDay = ranges.ToLookup(range => range.Day);
        for (var day = 0; day < 7; day++)
            days[day] = [.. byDay[(DayOfWeek)day].OrderBy(range => range.From)];
        IsKnown = byDay.Count > 0;
        NeverCloses = days.All(ranges => ranges is [{ From: 0, To: >= MinutesADay }, ..]);
    }

    /// <summary>Hours that nobody gave.</summary>
    public static WeeklyHours Unknown { get; } = new([]);

    public bool IsKnown { get; }

    public bool NeverCloses { get; }

    /// <param name="local">A moment in the door's own time zone.</param>
    public OpeningState At(DateTime local)
    {
        if (NeverCloses)
            return new(true, null, null);
        if (!IsKnown)
            return new(false, null, null);

        DateTime? closes = null;
        // Yesterday counts: a door that closes at two in the morning opened the day before.
        for (var offset = -1; offset <= 7; offset++)
        {
            foreach (var (from, to) in On(local.Date.AddDays(offset)))
            {
                var now = closes ?? local;
                if (from <= now && now < to || from == closes)
                    closes = to;
            }
        }

        return closes is { } end ? new(true, end, null) : new(false, null, NextOpening(local));
    }

    private DateTime? NextOpening(DateTime local)
    {
        for (var offset = 0; offset <= DaysAhead; offset++)
        {
            foreach (var (from, _) in On(local.Date.AddDays(offset)))
            {
                if (from > local)
                    return from;
            }
        }

        return null;
    }

    private IEnumerable<(DateTime From, DateTime To)> On(DateTime date) =>
        QuebecHolidays.Includes(DateOnly.FromDateTime(date))
            ? []
            : days[(int)date.DayOfWeek].Select(range => (date.AddMinutes(range.From), date.AddMinutes(range.To)));
}
