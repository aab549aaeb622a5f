using AppelAide.Host.Directory;
using AppelAide.Host.Persistence;
using AppelAide.Host.Tests.Directory;
using AppelAide.Host.Tests.Http;
using AppelAide.Host.Tests.Persistence;
using AppelAide.Host.Trainings;
using AppelAide.Host.Trainings.Calendar.Import;

namespace AppelAide.Host.Tests.Trainings.Calendar.Import;

/// <summary>Partners' calendars on a real database: each test on one of its own. It is Tuesday 29 September 2026, 10:00 in Gaspé.</summary>
public abstract partial class CalendarImportContract(DatabaseFixture fixture) : IAsyncLifetime
{
    private const string Weekly = "UID:tablette\nSUMMARY:Ma tablette\nLOCATION:Maison du Quai\\, 14\\, rue du Gréement\nDTSTART;TZID=America/Toronto:20261006T133000\nDTEND;TZID=America/Toronto:20261006T153000\nRRULE:FREQ=WEEKLY;COUNT=4";
    private const string Once = "UID:fraude\nSUMMARY:Les fraudes\nLOCATION:Sous-sol de l'église\nDTSTART;TZID=America/Toronto:20261105T190000\nDURATION:PT1H30M";

    private readonly HandClock clock = new();
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("appelaide-calendar-").FullName;
    private Database database = null!;
    private DirectorySource source = null!;

    private string Ics => Path.Combine(folder, "partner.ics");

    public async Task InitializeAsync()
    {
        if (fixture.SkipReason is not null) return;
        database = await fixture.CreateEmptyAsync();
        await new Migrator(database, TimeProvider.System).MigrateAsync(default);
        source = new(database, SomeScripts.Live, clock);
        foreach (var sql in (string[])
        [
            "INSERT INTO place (id, name, kind, mrc, region, latitude, longitude, time_zone, postal_codes, aliases, population) VALUES ('03005', 'Gaspé', 'municipality', 'La Côte-de-Gaspé', 'Gaspésie', 48.8, -64.4, 'America/Toronto', '', '', 15000)",
            "INSERT INTO place (id, name, kind, mrc, region, latitude, longitude, time_zone, postal_codes, aliases, population) VALUES ('01023', 'Les Îles', 'municipality', 'Les Îles', 'Gaspésie', 47.3, -61.8, 'America/Halifax', '', '', 12000)",
            "INSERT INTO organization (id, name, description_fr, description_en, email, url) VALUES ('quai', 'Le Quai', '', '', '', '')",
            "INSERT INTO location (id, organization_id, name, address, place_id) VALUES ('maison', 'quai', 'Maison du Quai', '14, rue du Gréement', '03005')",
            "INSERT INTO location (id, name, address, place_id) VALUES ('havre', 'Salle du Havre', '', '01023')",
        ])
            await database.WriteAsync(scope => scope.Execute(sql), default);
    }

    public async Task DisposeAsync()
    {
        System.IO.Directory.Delete(folder, recursive: true);
        source?.Dispose();
        if (database is not null) await database.DisposeAsync();
    }

    [ContractFact]
    public async Task A_calendar_becomes_trainings_and_sessions_and_again_changes_nothing()
    {
        Write(Weekly, Once);
        var check = await Import().CheckAsync(Options(), default);
        var first = await ImportAsync();
        Assert.Equal((2, 5, 0, false), (first.TrainingsAdded, first.SessionsAdded, first.Defects.Count, first.IsRefused));
        Assert.Equal(check.Lines().Select(line => line.Replace("would be ", "", StringComparison.Ordinal)), first.Lines());
        var sessions = await SessionsAsync();
        Assert.Equal(
            ["Ma tablette maison  2026-10-06 13:30-15:30", "Ma tablette maison  2026-10-13 13:30-15:30", "Ma tablette maison  2026-10-20 13:30-15:30", "Ma tablette maison  2026-10-27 13:30-15:30", "Les fraudes maison Sous-sol de l'église 2026-11-05 19:00-20:30"],
            sessions.Select(session => $"{session.Training.Title.Fr} {session.Location.Id} {session.Venue} {session.Date:yyyy-MM-dd} {session.StartsAt:HH:mm}-{session.EndsAt:HH:mm}"));
        Assert.All(sessions, session => Assert.Equal(("quai", "quai", 12), (session.Training.OrganizationId, session.Training.Source, session.Seats)));

        var second = await ImportAsync();
        Assert.False(second.IsAnything);
        Assert.Equal((2, 5), (second.TrainingsUnchanged, second.SessionsUnchanged));
        Assert.False(await source.RefreshAsync(default));
    }

    [ContractFact]
    public async Task What_changed_is_changed_once_and_what_vanished_is_cancelled_never_deleted()
    {
        Write(Weekly, Once);
        await ImportAsync();
        var before = (await SessionsAsync()).Select(session => session.Id).ToList();

        // An hour later for all, and one of them elsewhere; another date is taken back.
        Write(
            Weekly.Replace("T133000", "T143000", StringComparison.Ordinal).Replace("T153000", "T163000", StringComparison.Ordinal) + "\nEXDATE;TZID=America/Toronto:20261020T143000",
            "UID:tablette\nSUMMARY:Ma tablette\nRECURRENCE-ID;TZID=America/Toronto:20261013T143000\nDTSTART;TZID=America/Toronto:20261014T090000\nDTEND;TZID=America/Toronto:20261014T100000\nLOCATION:Salle du Havre",
            Once.Replace("20261105T190000", "20261112T180000", StringComparison.Ordinal));
        var report = await ImportAsync();
        Assert.Equal((0, 4, 1, 0), (report.SessionsAdded, report.SessionsChanged, report.SessionsCancelled, report.SessionsReturned));
        var sessions = await SessionsAsync();
        Assert.Equal(before.Order(), sessions.Select(session => session.Id).Order());
        Assert.All(sessions, session => Assert.Equal(1, session.Revision));
        Assert.Equal(["2026-10-06 14:30 maison", "2026-10-14 10:00 havre", "2026-10-27 14:30 maison", "2026-11-12 18:00 maison"], sessions.Where(session => !session.IsCancelled).Select(session => $"{session.Date:yyyy-MM-dd} {session.StartsAt:HH:mm} {session.Location.Id}"));
        Assert.Equal("2026-10-20", $"{Assert.Single(sessions, session => session.IsCancelled).Date:yyyy-MM-dd}");
        Assert.False((await ImportAsync()).IsAnything);

        Write(Weekly, Once);
        report = await ImportAsync();
        Assert.Equal((0, 4, 0, 1), (report.SessionsAdded, report.SessionsChanged, report.SessionsCancelled, report.SessionsReturned));
        Assert.All(await SessionsAsync(), session => Assert.Equal((2, false), (session.Revision, session.IsCancelled)));
    }

    [ContractFact]
    public async Task A_title_that_changed_tells_everybody_and_an_event_that_begins_to_repeat_keeps_its_session()
    {
        Write(Weekly, Once);
        await ImportAsync();
        var once = (await SessionsAsync())[^1].Id;
        Write(Weekly.Replace("Ma tablette", "Ma tablette, suite", StringComparison.Ordinal), Once + "\nRRULE:FREQ=WEEKLY;COUNT=2");
        var report = await ImportAsync();
        Assert.Equal((1, 4, 0), (report.SessionsAdded, report.SessionsChanged, report.SessionsCancelled));
        Assert.Equal(0, (await SessionsAsync()).Single(session => session.Id == once).Revision);
    }

    [ContractFact]
    public async Task A_cancelled_event_and_one_that_the_file_no_longer_has_are_cancelled_when_asked()
    {
        Write(Weekly, Once);
        await ImportAsync();
        Write(Weekly + "\nSTATUS:CANCELLED");
        Assert.Equal(4, (await ImportAsync()).SessionsCancelled);
        var report = await ImportAsync(Options() with { RetiresMissing = true });
        Assert.Equal((1, 1), (report.TrainingsRetired, report.SessionsCancelled));
        Assert.All(await SessionsAsync(), session => Assert.True(session.IsCancelled));
        Assert.Equal(0, (await ImportAsync(Options() with { RetiresMissing = true })).SessionsCancelled);

        // Said again as before, both come back.
        Write(Weekly, Once);
        Assert.Equal(5, (await ImportAsync()).SessionsReturned);
        // A name whose event cannot be read, and a file that was cut off, take nothing away.
        Write(Weekly, Once.Replace("20261105", "20261131", StringComparison.Ordinal));
        Assert.Equal(0, (await ImportAsync(Options() with { RetiresMissing = true })).SessionsCancelled);
        File.WriteAllText(Ics, CalendarFileTests.Calendar(Weekly, Once)[..300]);
        report = await ImportAsync(Options() with { RetiresMissing = true });
        Assert.True(report.IsRefused);
        Assert.All(await SessionsAsync(), session => Assert.False(session.IsCancelled));
    }

    [ContractFact]
    public async Task What_staff_changed_stays_until_the_partner_says_something_else()
    {
        Write(Weekly);
        await ImportAsync();
        await database.WriteAsync(scope => scope.Execute("UPDATE training_session SET state = 'cancelled', revision = 1 WHERE date = '2026-10-13'"), default);
        Assert.False((await ImportAsync()).IsAnything);
        Write(Weekly.Replace("COUNT=4", "COUNT=5", StringComparison.Ordinal));
        var report = await ImportAsync();
        Assert.Equal((1, 1), (report.SessionsAdded, report.SessionsReturned));
    }

    [ContractFact]
    public async Task The_past_is_left_as_it_is()
    {
        Write(Weekly.Replace("20261006", "20260922", StringComparison.Ordinal), Once.Replace("20261105", "20260905", StringComparison.Ordinal));
        var report = await ImportAsync();
        // 10:00 on the 29th: that day's session is to come.
        Assert.Equal((1, 3, 2), (report.TrainingsAdded, report.SessionsAdded, report.Past));
        Assert.Contains("2 in the past, left out.", report.Lines());

        clock.Advance(TimeSpan.FromDays(10));
        Write(Weekly.Replace("20261006", "20260922", StringComparison.Ordinal).Replace("T133000", "T100000", StringComparison.Ordinal));
        report = await ImportAsync();
        Assert.Equal((0, 1, 0), (report.SessionsAdded, report.SessionsChanged, report.SessionsCancelled));
        Assert.Equal("2026-09-29 13:30 0", (await SessionsAsync()).Select(session => $"{session.Date:yyyy-MM-dd} {session.StartsAt:HH:mm} {session.Revision}").First());
    }

    [ContractFact]
    public async Task A_series_without_end_is_made_as_the_days_come()
    {
        Write(Weekly.Replace(";COUNT=4", "", StringComparison.Ordinal), Once);
        Assert.Equal(26, (await ImportAsync()).SessionsAdded);
        var extension = new SeriesExtension(database, source, clock);
        Assert.Equal(0, await extension.RunAsync(default));
        await database.WriteAsync(scope => scope.Execute("UPDATE training_session SET state = 'cancelled' WHERE date = '2026-10-13'"), default);
        clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal(2, await extension.RunAsync(default));
        Assert.Equal(0, await extension.RunAsync(default));
        var sessions = await SessionsAsync();
        Assert.Equal(sessions.Count, sessions.Select(session => session.Id).Distinct().Count());
        Assert.Equal(new DateOnly(2027, 4, 6), sessions.Max(session => session.Date));
        Assert.Equal("tablette", sessions.MaxBy(session => session.Date)!.Uid);
        Assert.Single(sessions, session => session.IsCancelled);
        var report = await ImportAsync();
        Assert.False(report.IsAnything);
    }

    [ContractFact]
    public async Task The_hours_of_the_place_are_told_whatever_the_clock_of_the_file()
    {
        Write(
            "UID:a\nSUMMARY:Aux Îles\nLOCATION:Salle du Havre\nDTSTART;TZID=America/Toronto:20261201T133000\nDTEND;TZID=America/Toronto:20261201T143000",
            "UID:b\nSUMMARY:Deux fois\nDTSTART:20261101T063000Z\nDTEND:20261101T070000Z",
            "UID:c\nSUMMARY:Jamais\nDTSTART:20270314T023000\nDTEND:20270314T040000",
            "UID:d\nSUMMARY:Toute la journée\nDTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261226",
            "UID:e\nSUMMARY:Trop long\nDTSTART:20261210T100000\nDTEND:20261212T100000",
            "UID:f\nSUMMARY:Sans fin\nDTSTART:20261211T100000",
            "UID:g\nDTSTART:20261211T100000");
        var report = await ImportAsync();
        Assert.Equal(
            [
                "partner.ics, line 38, SUMMARY: is missing: nobody could be told what it is",
                "partner.ics, line 15, DTSTART: 2027-03-14 02:30 does not exist: the clocks are put forward over it; 03:30 is taken",
                "partner.ics, line 21, DTEND: lasts 2 days; only the first, 2026-12-24, is taken",
                "partner.ics, line 27, DTEND: on 2026-12-10 10:00 it lasts 48 hours: give each day an event of its own",
                "partner.ics, line 33, DTEND: on 2026-12-11 10:00 it ends as it begins; an hour is taken",
            ],
            report.Defects.Kept.Select(defect => defect.ToString()));
        var sessions = (await SessionsAsync()).ToDictionary(session => session.Training.Title.Fr);
        Assert.Equal(("14:30", "havre"), ($"{sessions["Aux Îles"].StartsAt:HH:mm}", sessions["Aux Îles"].Location.Id));
        Assert.Equal(("01:30", new DateTimeOffset(2026, 11, 1, 6, 30, 0, TimeSpan.Zero)), ($"{sessions["Deux fois"].StartsAt:HH:mm}", sessions["Deux fois"].Start.ToUniversalTime()));
        Assert.True(sessions["Toute la journée"].IsAllDay);
        Assert.Equal("11:00", $"{sessions["Sans fin"].EndsAt:HH:mm}");
        Assert.DoesNotContain("Trop long", sessions.Keys);
        Assert.False((await ImportAsync()).IsAnything);
    }

    [ContractFact]
    public async Task What_cannot_be_relied_on_is_refused_in_words()
    {
        Write(Once);
        foreach (var (options, told) in ((CalendarImportOptions, string)[])
        [
            (Options() with { OrganizationId = "nobody" }, "partner.ics: there is no organization \"nobody\" in the directory"),
            (Options() with { LocationId = "nowhere" }, "partner.ics: there is no location \"nowhere\" in the directory"),
            (Options() with { Path = Path.Combine(folder, "absent.ics") }, "absent.ics: is not there"),
        ])
        {
            var report = await Import().RunAsync(options, default);
            Assert.True(report.IsRefused);
            Assert.Equal(told, Assert.Single(report.Defects.Kept).ToString());
            Assert.Contains("Nothing was imported.", report.Lines());
        }

        Assert.Empty(await SessionsAsync());
    }

    private void Write(params string[] events) => File.WriteAllText(Ics, CalendarFileTests.Calendar(events));

    private CalendarImportOptions Options() => new(Ics, "quai") { Seats = 12 };

    private CalendarImport Import() => new(database, source, clock);

    private Task<CalendarImportReport> ImportAsync(CalendarImportOptions? options = null) => Import().RunAsync(options ?? Options(), default);

    private async Task<List<TrainingSession>> SessionsAsync()
    {
        await source.RefreshAsync(default);
        return [.. source.Current.AllSessions];
    }
}

public sealed class SqliteCalendarImportTests(SqliteFixture fixture) : CalendarImportContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerCalendarImportTests(SqlServerFixture fixture) : CalendarImportContract(fixture), IClassFixture<SqlServerFixture>;
