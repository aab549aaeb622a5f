using System.Globalization;
using AppelAide.Host.Tests.Properties;
using AppelAide.Host.Trainings.Calendar;

namespace AppelAide.Host.Tests.Trainings.Calendar;

public sealed class CalendarFileTests
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = new(2027, 12, 31, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Lines_are_unfolded_and_blank_ones_passed_over(string end)
    {
        var text = string.Join(end, "BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", "DTSTART:20261201T18", " 3000Z", "", "SUMMARY;X-A=\"b:c;d\";LANGUAGE=fr:Ma ta", "\tblette\\, pas à\\npas\\;", "END:VEVENT", "END:VCALENDAR", "", "");
        var (file, defects) = CalendarOracle.Read(text);
        Assert.Empty(defects);
        var main = Assert.Single(file.Series).Main;
        Assert.Equal(("Ma tablette, pas à\npas;", "fr"), (main.Summary, main.Language));
        Assert.Equal("2026-12-01T18:30:00.000Z", CalendarOracle.Iso(main.Start.At(CalendarZone.Utc)));
    }

    [Theory]
    [InlineData("DTSTART:20260230T100000", "DTSTART: \"20260230T100000\" is not a date that exists, such as 20261201T133000")]
    [InlineData("DTSTART;TZID=Nowhere/Else:20261201T100000", "DTSTART: \"Nowhere/Else\" is not a time zone that is known, and the file does not describe it")]
    [InlineData("DTSTART:20261201T100000\nDTEND:20261201T090000", "DTEND: is before DTSTART")]
    [InlineData("DTSTART:20261201T100000\nDTEND;VALUE=DATE:20261202", "DTEND: is a date and DTSTART has a time")]
    [InlineData("DTSTART:20261201T100000\nDURATION:an hour", "DURATION: \"an hour\" is not a duration such as PT1H30M")]
    [InlineData("DTSTART:20261201T100000\nDURATION:-PT1H", "DURATION: \"-PT1H\" is not a duration such as PT1H30M")]
    [InlineData("DTSTART:20261201T100000\nRRULE:FREQ=HOURLY", "RRULE: must repeat by days, weeks, months or years: FREQ=WEEKLY")]
    [InlineData("DTSTART:20261201T100000\nRRULE:FREQ=WEEKLY;BYDAY=XX", "RRULE: byday: \"XX\" is not a day such as MO, 2TU or -1FR")]
    [InlineData("DTSTART:20261201T100000\nRRULE:FREQ=DAILY;BYHOUR=9,17", "RRULE: BYHOUR=9,17 is not the time of DTSTART: give each time an event of its own")]
    [InlineData("DTSTART:20261201T100000\nEXDATE:20261301", "EXDATE: \"20261301\" is not a date that exists, such as 20261201T133000")]
    [InlineData("DTSTART:20261201T100000\nEXDATE:2026\u00071208", "EXDATE: has a control character")]
    [InlineData("DTSTART:20261201T100000\nRDATE;VALUE=PERIOD:20261202T100000Z/20261202T090000Z", "RDATE: has a period that ends before it begins")]
    public void A_defect_is_told_with_its_line_and_the_other_events_are_kept(string lines, string told)
    {
        var (file, defects) = CalendarOracle.Read(Calendar($"UID:bad\nSUMMARY:x\n{lines}", "UID:good\nSUMMARY:y\nDTSTART:20261201T100000Z"));
        var line = lines.Contains('\n', StringComparison.Ordinal) ? 6 : 5;
        Assert.Equal([$"file.ics, line {line}, {told}"], defects);
        Assert.Equal("good", Assert.Single(file.Series).Uid);
        Assert.Contains("bad", file.Unreadable);
        Assert.True(file.IsWhole);
    }

    [Fact]
    public void A_line_with_a_control_character_is_refused_and_its_defect_holds_none()
    {
        var (file, defects) = CalendarOracle.Read(Calendar("UID:a\nDTSTART:20261201T100000Z\nSUMMARY:red \u001b[31malert\nDESCRIPTION:\0"));
        Assert.Equal("", file.Series[0].Main.Summary);
        Assert.Equal(["file.ics, line 5, SUMMARY: has a control character", "file.ics, line 6, DESCRIPTION: has a control character"], defects);
    }

    [Fact]
    public void A_file_that_was_cut_off_is_not_whole()
    {
        var (file, defects) = CalendarOracle.Read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261201");
        Assert.False(file.IsWhole);
        Assert.Contains("file.ics, line 2, BEGIN: VEVENT is never ended: the file may have been cut off", defects);
    }

    [Fact]
    public void What_is_no_calendar_is_told()
    {
        Assert.False(CalendarOracle.Read("<html>\n<body>Not found</body>").File.IsWhole);
        Assert.False(CalendarOracle.Read("").File.IsWhole);
        Assert.Contains("file.ics: is no calendar: it has no BEGIN:VCALENDAR", CalendarOracle.Read("id,date\na,2026-12-01\n").Defects);
    }

    [Fact]
    public void Too_many_events_and_too_deep_a_nest_are_told_and_take_no_time()
    {
        var many = Calendar([.. Enumerable.Range(0, CalendarFile.MostEvents + 1).Select(number => $"UID:{number}\nDTSTART:20261201")]);
        Assert.False(CalendarOracle.Read(many).File.IsWhole);
        var deep = string.Concat(Enumerable.Repeat("BEGIN:VEVENT\n", 100_000)) + string.Concat(Enumerable.Repeat("END:VEVENT\n", 100_000));
        Assert.Contains(CalendarOracle.Read("BEGIN:VCALENDAR\n" + deep + "END:VCALENDAR\n").Defects, defect => defect.EndsWith("is within 8 others: no calendar is", StringComparison.Ordinal));
        Assert.Single(CalendarOracle.Read(Calendar("UID:a\nDTSTART:20261201\nSUMMARY:" + string.Concat(Enumerable.Repeat("\"';:,\\", 40_000)))).Defects);
    }

    [Theory]
    [InlineData("America/Halifax", "2026-12-01T14:00:00.000Z")]
    [InlineData("Atlantic Standard Time", "2026-12-01T14:00:00.000Z")]
    [InlineData("/citadel.org/20260108_1/America/Halifax", "2026-12-01T14:00:00.000Z")]
    [InlineData("Eastern Standard Time", "2026-12-01T15:00:00.000Z")]
    public void A_time_zone_is_known_by_its_names(string name, string start) =>
        Assert.Equal(start, CalendarOracle.Iso(CalendarOracle.Read(Calendar($"UID:a\nDTSTART;TZID={name}:20261201T100000")).File.Series[0].Main.Start.At(CalendarZone.Utc)));

    [Theory]
    [InlineData("20260308T013000", "06:30")]
    [InlineData("20260308T023000", "07:30")]
    [InlineData("20260308T033000", "07:30")]
    [InlineData("20261101T013000", "05:30")]
    [InlineData("20261101T020000", "07:00")]
    [InlineData("20260701T120000", "16:00")]
    public void A_time_zone_of_the_file_changes_its_clocks_as_the_machines_own(string local, string utc)
    {
        const string rules = "BEGIN:DAYLIGHT\nDTSTART:20070311T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nEND:DAYLIGHT\nBEGIN:STANDARD\nDTSTART:20071104T020000\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nEND:STANDARD\n";
        foreach (var (name, zone) in ((string, string)[])[("Ours", $"BEGIN:VTIMEZONE\nTZID:Ours\n{rules}END:VTIMEZONE\n"), ("America/Toronto", "")])
        {
            var (file, defects) = CalendarOracle.Read($"BEGIN:VCALENDAR\n{zone}BEGIN:VEVENT\nUID:a\nDTSTART;TZID={name}:{local}\nEND:VEVENT\nEND:VCALENDAR\n");
            Assert.Empty(defects);
            Assert.Equal(utc, file.Series[0].Main.Start.At(CalendarZone.Utc).UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", "DTSTART:20260130T100000Z", "2026-01-30 2026-02-27 2026-03-31")]
    [InlineData("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "DTSTART:20260113T100000Z", "2026-01-13 2026-02-10 2026-03-10 2026-04-14")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2;BYDAY=TU,TH;BYSETPOS=1,-1", "DTSTART:20260101T100000Z", "2026-01-01 2026-01-29 2026-03-03 2026-03-31")]
    public void A_position_in_the_month_is_kept(string rule, string start, string dates)
    {
        var found = CalendarOracle.Own(Calendar($"UID:a\n{start}\nRRULE:{rule}"), From, To).Select(fields => fields[1][..10]);
        Assert.StartsWith(dates, string.Join(' ', found), StringComparison.Ordinal);
    }

    [Fact]
    public void A_weekly_event_keeps_its_hour_when_the_clocks_change()
    {
        var found = CalendarOracle.Own(Calendar("UID:a\nDTSTART;TZID=America/Toronto:20261028T133000\nDURATION:PT2H\nRRULE:FREQ=WEEKLY;UNTIL=20261111T183000Z"), From, To);
        Assert.Equal(["2026-10-28T17:30:00.000Z", "2026-11-04T18:30:00.000Z", "2026-11-11T18:30:00.000Z"], found.Select(fields => fields[1]));
    }

    [Fact]
    public void A_cancelled_occurrence_says_so_and_a_moved_one_is_elsewhere()
    {
        var (file, _) = CalendarOracle.Read(Calendar(
            "UID:a\nDTSTART:20261201T150000Z\nDTEND:20261201T160000Z\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE:20261204T150000Z",
            "UID:a\nRECURRENCE-ID:20261202T150000Z\nDTSTART:20261202T150000Z\nSTATUS:CANCELLED",
            "UID:a\nRECURRENCE-ID:20261203T150000Z\nDTSTART:20270105T150000Z\nDTEND:20270105T170000Z\nLOCATION:Ailleurs",
            "UID:a\nRECURRENCE-ID:20261209T150000Z\nDTSTART:20261209T170000Z"));
        var found = Assert.Single(file.Series).Between(From, To, CalendarZone.Utc);
        Assert.Equal(["2026-12-01 False ", "2026-12-02 True ", "2027-01-05 False Ailleurs"], found.Select(one => $"{one.Start:yyyy-MM-dd} {one.IsCancelled} {one.Event.Location}"));
        Assert.Equal(["2027-01-05"], file.Series[0].Between(new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), To, CalendarZone.Utc).Select(one => $"{one.Start:yyyy-MM-dd}"));
        Assert.Equal(3, found.Select(one => one.Original.Local).Distinct().Count());
    }

    [Fact]
    public void An_event_without_end_is_cut_at_a_thousand_occurrences()
    {
        var series = CalendarOracle.Read(Calendar("UID:a\nDTSTART:20000101\nRRULE:FREQ=DAILY")).File.Series[0];
        Assert.Equal(EventSeries.MostOccurrences, series.Between(From, From.AddYears(1000), CalendarZone.Utc).Length);
        Assert.Equal(From, series.Between(From, From.AddYears(1000), CalendarZone.Utc)[0].Start);
        // Nothing far away is sought from the beginning, nor for ever.
        Assert.Empty(CalendarOracle.Read(Calendar("UID:a\nDTSTART:20260101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")).File.Series[0].Between(From, DateTimeOffset.MaxValue, CalendarZone.Utc));
    }

    [CalendarFact]
    public async Task What_became_of_all_later_occurrences_is_what_ical_js_makes_of_it()
    {
        string[] texts =
        [
            Calendar("UID:a\nDTSTART:20261201T150000Z\nDTEND:20261201T160000Z\nSUMMARY:A\nRRULE:FREQ=WEEKLY;COUNT=8", "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261215T150000Z\nDTSTART:20261216T170000Z\nDTEND:20261216T190000Z\nSUMMARY:B"),
            Calendar("UID:a\nDTSTART:20261201T150000Z\nDTEND:20261201T160000Z\nSUMMARY:A\nRRULE:FREQ=WEEKLY;COUNT=8\nEXDATE:20261208T150000Z", "UID:a\nRECURRENCE-ID:20261215T150000Z\nDTSTART:20261215T200000Z\nDTEND:20261215T210000Z\nSUMMARY:C\nSTATUS:CANCELLED"),
            Calendar("UID:a\nDTSTART;VALUE=DATE:20261201\nSUMMARY:A\nRRULE:FREQ=MONTHLY;BYMONTHDAY=1,15;UNTIL=20270301\nRDATE;VALUE=DATE:20261224"),
            Calendar("UID:a\nDTSTART:20261201T150000Z\nDURATION:P1DT2H\nSUMMARY:A\nRRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1;COUNT=7"),
        ];
        foreach (var (text, theirs) in texts.Zip(await CalendarOracle.AskAsync(texts, From, To)))
        {
            Assert.True(theirs.Length > 4);
            Assert.Equal(theirs.Select(fields => string.Join('|', fields)), CalendarOracle.Own(text, From, To).Select(fields => string.Join('|', fields)));
        }
    }

    [Fact]
    public void Nothing_that_a_file_holds_throws()
    {
        var random = new Random(20261122);
        var text = Calendar("UID:a\nDTSTART;TZID=America/Toronto:20261028T133000\nDURATION:PT2H\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20261111T183000Z\nEXDATE:20261103\nRDATE;VALUE=PERIOD:20261112T100000/PT1H", "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261110T183000Z\nDTSTART:20261110T203000Z");
        var samples = SharedData.Calendars is { } folder ? System.IO.Directory.GetFiles(folder, "*.ics").Select(File.ReadAllText).Append(text).ToArray() : [text];
        for (var round = 0; round < 3_000; round++)
        {
            var letters = samples[random.Next(samples.Length)].ToCharArray().ToList();
            for (var change = random.Next(1, 8); change > 0; change--)
            {
                var at = random.Next(letters.Count);
                switch (random.Next(4))
                {
                    case 0: letters.RemoveRange(at, Math.Min(random.Next(40), letters.Count - at)); break;
                    case 1: letters.Insert(at, "\n\r;:,=\"\\0129TZ-+/\u0085\0é"[random.Next(20)]); break;
                    case 2: letters[at] = (char)('0' + random.Next(10)); break;
                    default: letters.InsertRange(at, letters.GetRange(at, Math.Min(60, letters.Count - at))); break;
                }

                if (letters.Count == 0) letters.Add('B');
            }

            var (file, _) = CalendarOracle.Read(new([.. letters]));
            foreach (var series in file.Series)
                series.Between(From, To, CalendarZone.Utc);
        }
    }

    internal static string Calendar(params string[] events) =>
        $"BEGIN:VCALENDAR\n{string.Concat(events.Select(read => $"BEGIN:VEVENT\n{read}\nEND:VEVENT\n"))}END:VCALENDAR\n";
}
