using System.Globalization;
using System.Text;

namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>
/// What is kept of a training's dates: its events as a calendar, with what says when, where and what, and nothing that changes from one export to the next. Two
/// imports with the same text say the same.
/// </summary>
internal static class SeriesText
{
    /// <summary>The text.</summary>
    /// <param name="training">The training.</param>
    /// <param name="locationId">Where its place was found to be: another one is another text.</param>
    public static string Write(PartnerTraining training, string locationId)
    {
        var text = new StringBuilder("BEGIN:VCALENDAR\n");
        text.Append(CultureInfo.InvariantCulture, $"X-APPELAIDE-LOCATION:{locationId}\n");
        foreach (var zone in training.Series.SelectMany(series => series.Zones).DistinctBy(zone => zone.Text("TZID")))
            Component(text, zone);
        foreach (var read in training.Series.SelectMany(series => series.Events))
        {
            text.Append("BEGIN:VEVENT\n");
            // A file may list the same in another order each time.
            foreach (var line in read.Lines.Select(line => line.ToString()).Order(StringComparer.Ordinal))
                text.Append(line).Append('\n');
            text.Append("END:VEVENT\n");
        }

        return text.Append("END:VCALENDAR\n").ToString();
    }

    /// <summary>The dates of a text that was written here.</summary>
    public static IReadOnlyList<EventSeries> Read(string content, CalendarDefects defects) => CalendarFile.Parse(content, defects).Series;

    private static void Component(StringBuilder text, CalendarComponent component)
    {
        text.Append(CultureInfo.InvariantCulture, $"BEGIN:{component.Name}\n");
        foreach (var line in component.Lines.Where(line => line.Name is "TZID" or "X-LIC-LOCATION" or "DTSTART" or "TZOFFSETFROM" or "TZOFFSETTO" or "RRULE" or "RDATE"))
            text.Append(line).Append('\n');
        foreach (var child in component.Children)
            Component(text, child);
        text.Append(CultureInfo.InvariantCulture, $"END:{component.Name}\n");
    }
}
