using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Hours;

/// <summary>
/// One row of a schedule (HSDS 3.0 schedule): days as a recurrence rule of RFC 5545 (https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10)
/// and hours on the door's own clock. Equal when it says the same.
/// </summary>
internal sealed record ScheduleRule
{
    public Frequency Frequency { get; init; }

    /// <summary>Every so many days, weeks, months or years; counted from <see cref="DtStart"/>.</summary>
    public int Interval { get; init; } = 1;

    public ImmutableArray<WeekdayOrdinal> ByDay { get; init; } = [];

    /// <summary>1 to 31, or -1 to -31 from the month's end; HSDS gives it to monthly rules.</summary>
    public ImmutableArray<int> ByMonthDay { get; init; } = [];

    /// <summary>1 to 12. Not a column of HSDS, but RFC 5545 has it.</summary>
    public ImmutableArray<int> ByMonth { get; init; } = [];

    /// <summary>1 to 366, or negative from the year's end; of yearly rules only.</summary>
    public ImmutableArray<int> ByYearDay { get; init; } = [];

    /// <summary>1 to 53, or negative from the year's end; of weekly rules (as HSDS has it) and yearly ones (as RFC 5545 has it).</summary>
    public ImmutableArray<int> ByWeekNumber { get; init; } = [];

    /// <summary>The day on which weeks begin: it matters to every second week, and to week numbers.</summary>
    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    public DateOnly? DtStart { get; init; }

    /// <summary>The last date on which it may happen.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>How many times it happens from <see cref="DtStart"/> on.</summary>
    public int? Count { get; init; }

    /// <summary>From when the row can be relied on. With a <see cref="ValidTo"/> also in the year 1, a season of every year, as Ohana writes it.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which the row can be relied on.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Minutes after midnight; with <see cref="Closes"/>, null for the whole day.</summary>
    public int? Opens { get; init; }

    /// <summary>Minutes after that same midnight: beyond 1440 when it closes the next day.</summary>
    public int? Closes { get; init; }

    /// <summary>Closed on those days, or during those hours of them, whatever other rows say.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The offset from UTC that its times were written with; null for the door's own clock. See <see cref="Moved"/>.</summary>
    public TimeSpan? UtcOffset { get; init; }

    /// <summary>
    /// The same on a clock ahead by some minutes, without an offset: for a row written in another zone than the door's. Weekdays follow over
    /// midnight; dates and the weekdays of months, which hardly any row has together with a foreign offset, do not.
    /// </summary>
    public ScheduleRule Moved(int minutes)
    {
        if (Opens is not { } opens || Closes is not { } closes)
            return this with { UtcOffset = null };
        var days = (int)Math.Floor((opens + minutes) / (double)HoursNotation.MinutesADay);
        var shift = minutes - days * HoursNotation.MinutesADay;
        return this with
        {
            UtcOffset = null,
            Opens = opens + shift,
            Closes = closes + shift,
            ByDay = [.. ByDay.Select(day => day.Ordinal == 0 ? day with { Day = (DayOfWeek)(((int)day.Day + days % 7 + 7) % 7) } : day)],
        };
    }

    public bool Equals(ScheduleRule? other) =>
        other is not null && Scalars == other.Scalars && Dates == other.Dates && Hours == other.Hours
        && ByDay.AsSpan().SequenceEqual(other.ByDay.AsSpan()) && ByMonthDay.AsSpan().SequenceEqual(other.ByMonthDay.AsSpan())
        && ByMonth.AsSpan().SequenceEqual(other.ByMonth.AsSpan()) && ByYearDay.AsSpan().SequenceEqual(other.ByYearDay.AsSpan())
        && ByWeekNumber.AsSpan().SequenceEqual(other.ByWeekNumber.AsSpan());

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Scalars);
        hash.Add(Dates);
        hash.Add(Hours);
        foreach (var day in ByDay)
            hash.Add(day);
        foreach (var number in ByMonthDay)
            hash.Add(number);
        foreach (var month in ByMonth)
            hash.Add(month);
        return hash.ToHashCode();
    }

    private (Frequency, int, DayOfWeek, int?) Scalars => (Frequency, Interval, WeekStart, Count);

    private (DateOnly?, DateOnly?, DateOnly?, DateOnly?) Dates => (DtStart, Until, ValidFrom, ValidTo);

    private (int?, int?, bool, TimeSpan?) Hours => (Opens, Closes, IsClosed, UtcOffset);
}
