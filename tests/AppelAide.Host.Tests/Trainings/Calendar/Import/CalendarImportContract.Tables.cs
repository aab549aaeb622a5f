using AppelAide.Host.Tests.Persistence;
using AppelAide.Host.Trainings.Calendar.Import;

namespace AppelAide.Host.Tests.Trainings.Calendar.Import;

/// <summary>Tables, as spreadsheets save them.</summary>
public abstract partial class CalendarImportContract
{
    [ContractFact]
    public async Task A_table_becomes_trainings_in_both_languages_and_its_defects_are_told_by_row()
    {
        var table = Path.Combine(folder, "formations.csv");
        await File.WriteAllTextAsync(table, """
            id;title_fr;title_en;date;start;end;repeat;except;seats;cost;location;venue;topic;level;dial_in;bring_fr
            tab;Ma tablette;My tablet;2026-10-06;13:30;15:30;FREQ=WEEKLY;2026-10-13;8;12,50;Maison du Quai;;Tablet;beginner;;votre tablette
            cafe;Café-rencontre;;3 décembre 2026;9 h;10 h 30;;;;gratuit;havre;;;;;
            cafe;Café-rencontre;;2026-12-10;9 h;10 h 30;;;;;havre;;;;;
            vieux;Trop tard;;2026-01-05;9:00;10:00;;;;;;;;;;
            nuit;La nuit;;2026-11-01;01:30;01:45;;;;;;;;;;
            bad1;X;;2026-02-30;9:00;10:00;;;;;;;;;;
            bad2;X;;31 novembre;9:00;10:00;;;;;;;;;;
            bad3;X;;2026-12-01;10:00;9:00;;;;;;;;;;
            bad4;X;;2026-12-01;9:00;10:00;;;-3;;;;;;;
            bad5;X;;2026-12-01;9:00;;;;;;;;;;;
            bad6;;;2026-12-01;25:00;26:00;;;;beaucoup;;;;expert;12;
            bad7;X;;2026-12-01;9:00;10:00;FREQ=SOMETIMES;;;;;;;;;
            """);
        var report = await Import().RunAsync(Options() with { Path = table }, default);
        Assert.Equal(
            [
                "formations.csv, row 5, date: 2026-01-05 is in the past: the session is left out",
                "formations.csv, row 7, date: \"2026-02-30\" is not a date that exists, such as 2026-12-01",
                "formations.csv, row 8, date: \"31 novembre\" is not a date that exists, such as 2026-12-01",
                "formations.csv, row 9, end: 09:00 is not after the start, 10:00",
                "formations.csv, row 10, seats: \"-3\" is not a number of seats from 1 to 10,000; leave it empty for no limit",
                "formations.csv, row 11, end: is empty and start is not: leave both empty for a whole day",
                "formations.csv, row 12, start: \"25:00\" is not a time such as 13:30",
                "formations.csv, row 12, end: \"26:00\" is not a time such as 13:30",
                "formations.csv, row 12, level: \"expert\" is none of: beginner, intermediate, advanced, all",
                "formations.csv, row 12, cost: \"beaucoup\" is not an amount such as 12.50",
                "formations.csv, row 12, dial_in: \"12\" cannot be dialled",
                "formations.csv, row 12, title_fr: is empty, and so is title_en",
                "formations.csv, row 13, repeat: freq: \"SOMETIMES\" is not DAILY, WEEKLY, MONTHLY or YEARLY",
                "formations.csv, row 6, start: 2026-11-01 01:30 occurs twice: the clocks are put back over it; the first is taken",
            ],
            report.Defects.Kept.Select(defect => defect.ToString()));
        Assert.Equal((3, 27), (report.TrainingsAdded, report.SessionsAdded));
        var sessions = await SessionsAsync();
        var tablet = sessions.First(session => session.Training.Title.En == "My tablet");
        Assert.Equal((8, 12.5m, "tablet", "beginner", "votre tablette"), (tablet.Seats, tablet.Training.Cost, tablet.Training.Topic, tablet.Training.Level, tablet.Training.Bring.Fr));
        Assert.DoesNotContain(sessions, session => session.Date == new DateOnly(2026, 10, 13));
        Assert.Equal(["2026-12-03 09:00 havre", "2026-12-10 09:00 havre"], sessions.Where(session => session.Training.Title.Fr == "Café-rencontre").Select(session => $"{session.Date:yyyy-MM-dd} {session.StartsAt:HH:mm} {session.Location.Id}"));

        Assert.False((await Import().RunAsync(Options() with { Path = table }, default)).IsAnything);
        clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(1, await new SeriesExtension(database, source, clock).RunAsync(default));
    }

    [ContractFact]
    public async Task A_row_that_becomes_unreadable_takes_nothing_away()
    {
        var table = Path.Combine(folder, "formations.csv");
        await File.WriteAllTextAsync(table, "id,title_fr,date,start,end\na,Un,2026-12-01,9:00,10:00\na,Un,2026-12-08,9:00,10:00\n");
        var options = Options() with { Path = table, RetiresMissing = true };
        Assert.Equal(2, (await Import().RunAsync(options, default)).SessionsAdded);
        await File.WriteAllTextAsync(table, "id,title_fr,date,start,end\na,Un,2026-12-01,9:00,10:00\na,Un,2026-12-32,9:00,10:00\n");
        Assert.Equal(0, (await Import().RunAsync(options, default)).SessionsCancelled);
        await File.WriteAllTextAsync(table, "id,title_fr,date,start,end\na,\"Un,2026-12-01,9:00,10:00\n");
        Assert.True((await Import().RunAsync(options, default)).IsRefused);
    }
}
