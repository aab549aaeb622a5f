namespace AppelAide.Host.Trainings.Calendar;

/// <summary>The time zones that a calendar names.</summary>
internal sealed class ZoneFinder
{
    private readonly Dictionary<string, CalendarZone?> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CalendarComponent> described = new(StringComparer.Ordinal);
    private readonly CalendarDefects defects;

    public ZoneFinder(IEnumerable<CalendarComponent> calendars, CalendarDefects defects)
    {
        this.defects = defects;
        foreach (var zone in calendars.SelectMany(calendar => calendar.Children).Where(child => child.Name == "VTIMEZONE"))
        {
            if (zone.Text("TZID") is { Length: > 0 } name)
                described.TryAdd(name, zone);
            else
                defects.Add(zone.Line, "TZID", "is missing in a VTIMEZONE", dropped: true);
        }
    }

    /// <summary>A zone by its IANA name, by its name in Windows, or as the file describes it; null when none of these.</summary>
    public CalendarZone? Find(string name)
    {
        if (!found.TryGetValue(name, out var zone))
        {
            zone = Known(name) is { } known ? new SystemZone(known) : described.TryGetValue(name, out var component) ? Described(component) : null;
            found[name] = zone;
        }

        return zone;
    }

    /// <summary>The file's description of a zone, where the machine does not know it: what is kept of an event must say it too.</summary>
    public CalendarComponent? Description(string name) => Known(name) is null ? described.GetValueOrDefault(name) : null;

    // Libraries put their own name before: /citadel.org/20260108_1/America/Halifax.
    private static TimeZoneInfo? Known(string name)
    {
        for (var rest = name.Trim().TrimStart('/'); rest.Length is > 0 and < 100;)
        {
            if (TimeZoneInfo.TryFindSystemTimeZoneById(rest, out var zone)) return zone;
            var slash = rest.IndexOf('/', StringComparison.Ordinal);
            if (slash < 0) return null;
            rest = rest[(slash + 1)..];
        }

        return null;
    }

    private CalendarZone? Described(CalendarComponent component) =>
        component.Text("X-LIC-LOCATION") is { Length: > 0 } place && Known(place) is { } known ? new SystemZone(known) : FileZone.From(component, defects);
}
