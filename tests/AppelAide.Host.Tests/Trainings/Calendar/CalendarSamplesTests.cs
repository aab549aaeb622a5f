using AppelAide.Host.Tests.Properties;

namespace AppelAide.Host.Tests.Trainings.Calendar;

/// <summary>The sample calendars of ical.js and Citadel, read by us and by ical.js.</summary>
public sealed class CalendarSamplesTests
{
    private static readonly (DateTimeOffset From, DateTimeOffset To)[] Windows =
    [
        (new(2011, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2013, 6, 1, 0, 0, 0, TimeSpan.Zero)),
        (new(2013, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2014, 12, 31, 0, 0, 0, TimeSpan.Zero)),
        (new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero)),
    ];

    [CalendarFact(NeedsSamples = true)]
    public async Task Every_sample_has_the_occurrences_that_ical_js_finds()
    {
        var files = System.IO.Directory.GetFiles(SharedData.Calendars!, "*.ics").Order(StringComparer.Ordinal).ToList();
        // ical.js refuses what we read past: a blank line within a calendar, which other tests look at.
        var texts = files.Where(file => !Path.GetFileName(file).StartsWith("blank_line", StringComparison.Ordinal)).Select(File.ReadAllText).ToList();
        var (found, wrong) = (0, new List<string>());
        foreach (var (from, to) in Windows)
        {
            foreach (var (text, theirs) in texts.Zip(await CalendarOracle.AskAsync(texts, from, to)))
            {
                var (own, expected) = (Lines(CalendarOracle.Own(text, from, to)), Lines(theirs));
                if (!own.SequenceEqual(expected))
                    wrong.Add($"{Path.GetFileName(files.First(file => File.ReadAllText(file) == text))}\n  only ours {string.Join("\n    ", own.Except(expected).Take(6))}\n  only theirs {string.Join("\n    ", expected.Except(own).Take(6))}");
                found += expected.Length;
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(found > 1_000, $"{found} occurrences");
    }

    private static string[] Lines(string[][] found) => [.. found.Select(fields => string.Join(" | ", fields))];
}
