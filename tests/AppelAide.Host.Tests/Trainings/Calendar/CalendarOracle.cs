using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Tests.Twilio;
using AppelAide.Host.Trainings.Calendar;

namespace AppelAide.Host.Tests.Trainings.Calendar;

/// <summary>ical.js, and our own reader in the same words.</summary>
internal static class CalendarOracle
{
    /// <summary>What ical.js finds in each text: name, start, end, title and status of each occurrence.</summary>
    public static async Task<string[][][]> AskAsync(IEnumerable<string> texts, DateTimeOffset from, DateTimeOffset to)
    {
        using var node = Process.Start(TwilioOracle.Node(Path.Combine(TwilioOracle.Folder, "calendar.js")))!;
        var answers = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(texts.Select(text => new { text, from = Iso(from), to = Iso(to) })));
        node.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await node.WaitForExitAsync(patience.Token);
        Assert.True(node.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<string[][][]>(await answers)!;
    }

    /// <summary>What we find.</summary>
    public static string[][] Own(string text, DateTimeOffset from, DateTimeOffset to) =>
    [
        .. CalendarFile.Parse(text, new("file", new())).Series
            .SelectMany(series => series.Between(from, to, CalendarZone.Utc))
            .Select(found => (string[])[found.Event.Lines.FirstOrDefault(line => line.Name == "UID")?.Value ?? "", Iso(found.Start), Iso(found.End), found.Event.Summary, Status(found)])
            .OrderBy(found => found[1], StringComparer.Ordinal).ThenBy(found => found[0], StringComparer.Ordinal),
    ];

    /// <summary>The defects of a text.</summary>
    public static (CalendarFile File, string[] Defects) Read(string text)
    {
        var defects = new DefectList();
        return (CalendarFile.Parse(text, new("file.ics", defects)), [.. defects.Kept.Select(defect => defect.ToString())]);
    }

    public static string Iso(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Status(Occurrence found) => found.Event.Lines.FirstOrDefault(line => line.Name == "STATUS")?.Value ?? "";
}
