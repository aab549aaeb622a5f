namespace AppelAide.Host.Trainings.Calendar;

/// <summary>A time zone that a file describes itself (RFC 5545, 3.6.5), and that the machine knows by no name.</summary>
internal sealed class FileZone : CalendarZone
{
    private readonly List<Observance> observances;
    private readonly Dictionary<int, List<Onset>> onsets = [];

    private FileZone(List<Observance> observances) => this.observances = observances;

    /// <summary>A zone as its component says; null, and told, when it says no offset.</summary>
    public static FileZone? From(CalendarComponent component, CalendarDefects defects)
    {
        var observances = new List<Observance>();
        foreach (var child in component.Children.Where(child => child.Name is "STANDARD" or "DAYLIGHT"))
        {
            var (from, to) = (Offset(child.Text("TZOFFSETFROM")), Offset(child.Text("TZOFFSETTO")));
            if (from is null || to is null || child.Find("DTSTART") is not { } start || MomentReader.Read(start.Value) is not { IsDate: false } first)
            {
                defects.Add(child.Line, child.Name, "lacks a DTSTART or an offset such as -0500", dropped: true);
                continue;
            }

            var rule = child.Find("RRULE") is { } line ? EventRule.Read(line, first with { Zone = Utc }, defects) : null;
            var dates = child.All("RDATE").SelectMany(rdate => rdate.Value.Split(',')).Select(MomentReader.Read).OfType<CalendarMoment>();
            observances.Add(new(from.Value, to.Value, first.Local, rule, [first.Local, .. dates.Select(date => date.Local)]));
        }

        return observances.Count > 0 ? new(observances) : null;
    }

    public override DateTimeOffset Moment(DateTime local)
    {
        var last = Last(local);
        // In the gap that a clock put forward leaves, the offset of before holds.
        var offset = last is null ? observances.MinBy(observance => observance.First)!.From : last.InGap(local) ? last.From : last.To;
        return new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset);
    }

    public override bool Skips(DateTime local) => Last(local)?.InGap(local) ?? false;

    private Onset? Last(DateTime local)
    {
        // A zone may have changed nothing for centuries: its first dates are asked as well.
        Onset? last = null;
        foreach (var onset in In(local.Year).Concat(In(local.Year - 1)).Concat(observances.SelectMany(observance => observance.Given)))
        {
            if (onset.At <= local && (last is null || onset.At > last.At))
                last = onset;
        }

        return last;
    }

    private List<Onset> In(int year)
    {
        if (year < 1) return [];
        if (onsets.TryGetValue(year, out var found)) return found;
        found = [];
        foreach (var observance in observances.Where(observance => observance.Rule is not null))
        {
            foreach (var date in observance.Rule!.Dates(new(year, 1, 1), new(year, 12, 31)))
                found.Add(new(date.ToDateTime(TimeOnly.FromDateTime(observance.First)), observance.From, observance.To));
        }

        onsets[year] = found;
        return found;
    }

    // -0500, and with seconds -050000; Java writes -0000.
    private static TimeSpan? Offset(string text)
    {
        if (text.Length is not (5 or 7) || text[0] is not ('+' or '-') || text.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
            return null;
        var (hours, minutes) = (Digits(text, 1), Digits(text, 3));
        // No offset has seconds today, and DateTimeOffset takes none.
        return hours > 14 || minutes > 59 || hours == 14 && minutes > 0 ? null : new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
    }

    private static int Digits(string text, int at) => (text[at] - '0') * 10 + text[at + 1] - '0';

    private sealed record Observance(TimeSpan From, TimeSpan To, DateTime First, EventRule? Rule, DateTime[] Dates)
    {
        public IEnumerable<Onset> Given => Dates.Select(date => new Onset(date, From, To));
    }

    private sealed record Onset(DateTime At, TimeSpan From, TimeSpan To)
    {
        public bool InGap(DateTime local) => To > From && local < At + (To - From);
    }
}
