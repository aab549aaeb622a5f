using System.Text;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Needs;
using AppelAide.Host.Tests.Directory;
using AppelAide.Host.Trainings;
using AppelAide.Host.Trainings.Calendar.Publishing;

namespace AppelAide.Host.Tests.Trainings.Calendar.Publishing;

public sealed class CalendarWriterTests
{
    private static readonly PublishedLine Line = new("Ligne AppelAide", "+15815550100", "ligne.example.org");
    private static readonly Location Library = new("lib", "Bibliothèque des Deux Phares", "8, place des Lecteurs, Gaspé", SomePlaces.Gaspe, new(48.83, -64.484), true);
    private static readonly Location Hall = new("hall", "Salle communautaire", "", SomePlaces.Iles, null, false);
    private static readonly DateTimeOffset Updated = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly Training Tablet = new("t", new("Ma tablette, pas à pas ; et voilà \\o/", "My tablet, step by step"), "tablet", "fr", Library, 12.5m, new("votre tablette", "your tablet"), 8)
    {
        Description = new("On part de zéro.\nPromis : pas un mot de « techno ». " + string.Concat(Enumerable.Repeat("é", 200)), "From zero."),
        Level = "beginner",
        Contact = new("Odette \"Dette\" Roy", "+14185550137", "odette@example.org"),
    };

    private static readonly TrainingSession[] Sessions =
    [
        Of("plain", Tablet, new(2026, 12, 1), new(13, 30), new(15, 30)) with { Revision = 3 },
        Of("islands", Tablet with { Location = Hall }, new(2027, 3, 14), new(1, 30), new(4, 0)),
        Of("twice", Tablet, new(2026, 11, 1), new(1, 15), new(1, 45), second: true),
        Of("night", Tablet, new(2026, 12, 31), new(22, 0), new(1, 0)),
        Of("day", Tablet with { Kind = "culture", Cost = 0 }, new(2026, 12, 24), default, default, allDay: true) with { IsCancelled = true, Note = new("Tempête.", "Storm.") },
        Of("gap", Tablet, new(2027, 3, 14), new(2, 30), new(5, 0)),
        Of("phone", Tablet with { DialIn = "+15145550111", Contact = Contact.None }, new(2026, 12, 2), new(10, 0), new(11, 0)),
    ];

    [Fact]
    public void No_line_is_longer_than_75_octets_nor_cuts_a_letter()
    {
        var bytes = Encoding.UTF8.GetBytes(Write("fr"));
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");
        Assert.DoesNotContain('\n', string.Concat(lines));
        Assert.All(lines, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain('\uFFFD', string.Concat(lines));
        Assert.Contains(string.Concat(Enumerable.Repeat("é", 200)), Unfolded("fr"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_is_told_in_the_language_asked()
    {
        var french = Unfolded("fr");
        foreach (var line in (string[])
        [
            "UID:plain@ligne.example.org", "DTSTAMP:20261120T120000Z", "SEQUENCE:3", "STATUS:CONFIRMED", "DTSTART;TZID=America/Toronto:20261201T133000", "DTEND;TZID=America/Toronto:20261201T153000",
            "SUMMARY;LANGUAGE=fr:Ma tablette\\, pas à pas \\; et voilà \\\\o/", "LOCATION:Bibliothèque des Deux Phares\\, 8\\, place des Lecteurs\\, Gaspé", "GEO:48.83;-64.484",
            "CATEGORIES:Formation,tablet", "CONTACT:Odette \"Dette\" Roy\\, 418 555-0137\\, odette@example.org", "ORGANIZER;CN=\"Odette Dette Roy\":mailto:odette@example.org",
            "X-WR-CALNAME:Ligne AppelAide : formations et rencontres", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261225", "STATUS:CANCELLED",
            "DTSTART:20261101T061500Z", "LOCATION:Par téléphone : 514 555-0111",
        ])
            Assert.Contains(line, french.Split('\n'));
        Assert.Contains("Coût : 12\\,5 $.\\nEn français.\\nPour débutants.\\nÀ apporter : votre tablette.\\nAccessible en fauteuil roulant.\\nPour vous inscrire\\, appelez le 581 555-0100 ou textez FORMATION", french, StringComparison.Ordinal);
        Assert.Contains("DESCRIPTION:From zero.\\nCost: $12.5.\\nIn French.\\nFor beginners.\\nWhat to bring: your tablet.", Unfolded("en"), StringComparison.Ordinal);
        Assert.Contains("DESCRIPTION:Tempête.\\n", french, StringComparison.Ordinal);
    }

    [Fact]
    public void The_clocks_are_described_by_the_rules_of_their_zones()
    {
        foreach (var (zone, standard) in ((string, string)[])[("America/Toronto", "-0500"), ("America/Halifax", "-0400")])
        {
            var text = ZoneComponent.Write(TimeZoneInfo.FindSystemTimeZoneById(zone), 2026);
            Assert.Contains($"TZOFFSETTO:{standard}\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\n", text, StringComparison.Ordinal);
            Assert.Contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n", text, StringComparison.Ordinal);
        }

        // Blanc-Sablon never changes its clocks.
        Assert.Contains("TZOFFSETFROM:-0400\r\nTZOFFSETTO:-0400\r\n", ZoneComponent.Write(TimeZoneInfo.FindSystemTimeZoneById("America/Blanc-Sablon"), 2026), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_is_read_by_ourselves_as_the_same_sessions()
    {
        var text = Write("fr");
        Assert.Empty(CalendarOracle.Read(text).Defects);
        Same(CalendarOracle.Own(text, DateTimeOffset.MinValue.AddYears(1), DateTimeOffset.MaxValue.AddYears(-1)), allDayIsUtc: true);
    }

    [CalendarFact]
    public async Task What_is_written_is_read_by_ical_js_as_the_same_sessions()
    {
        string[] texts = [Write("fr"), Write("en")];
        foreach (var found in await CalendarOracle.AskAsync(texts, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2028, 1, 1, 0, 0, 0, TimeSpan.Zero)))
            Same(found, allDayIsUtc: true);
    }

    private static void Same(string[][] found, bool allDayIsUtc)
    {
        Assert.Equal(Sessions.Length, found.Length);
        foreach (var session in Sessions)
        {
            var own = Assert.Single(found, fields => fields[0] == $"{session.Id}@ligne.example.org");
            var (start, end) = session.IsAllDay && allDayIsUtc
                ? (new DateTimeOffset(session.Date.ToDateTime(default), TimeSpan.Zero), new DateTimeOffset(session.Date.AddDays(1).ToDateTime(default), TimeSpan.Zero))
                : (session.Start, session.End);
            Assert.Equal((CalendarOracle.Iso(start), CalendarOracle.Iso(end)), (own[1], own[2]));
            Assert.Contains(own[3], (string[])[session.Training.Title.Fr, session.Training.Title.En]);
            Assert.Equal(session.IsCancelled ? "CANCELLED" : "CONFIRMED", own[4]);
        }
    }

    private static string Write(string language) => new CalendarWriter(Directory(), Line, new(language)).Write([.. Sessions]);

    private static string Unfolded(string language) => Write(language).Replace("\r\n ", "", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static DirectorySnapshot Directory() => new(1, NeedTaxonomy.Empty, new(SomePlaces.All), new(SomePlaces.All), [], [.. Sessions], []);

    private static TrainingSession Of(string id, Training training, DateOnly date, TimeOnly starts, TimeOnly ends, bool allDay = false, bool second = false)
    {
        var zone = new PlaceTree(SomePlaces.All).TimeZoneOf(training.Location.PlaceId);
        var (start, end) = SessionTime.Of(date, starts, ends, allDay, second, zone);
        return new(id, training, date, starts, ends, start, end) { IsAllDay = allDay, UpdatedAt = Updated };
    }
}
