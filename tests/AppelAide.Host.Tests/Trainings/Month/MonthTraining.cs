using AppelAide.Host.Directory;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Tests.Trainings.Month;

/// <summary>A training of the simulated month: a title that nobody mistakes for anything else, in a town.</summary>
internal sealed record MonthTraining(int No, string French, string English, string Location, TimeZoneInfo Zone)
{
    private static readonly (string French, string English)[] Titles =
    [
        ("La poterie", "Pottery"), ("L'accordéon", "The accordion"), ("Les échecs", "Chess"), ("La calligraphie", "Calligraphy"), ("L'apiculture", "Beekeeping"),
        ("L'aquarelle", "Watercolour"), ("La vannerie", "Basketry"), ("La généalogie", "Genealogy"), ("L'astronomie", "Astronomy"), ("La mosaïque", "Mosaics"),
        ("L'harmonica", "The harmonica"), ("Le macramé", "Macrame"),
    ];

    private static readonly (string Location, bool OnTheIslands)[] Where = [("maison-du-quai", false), ("carrefour-du-havre", false), ("sable-chaud", true), ("butte-aux-amis", true)];

    private static readonly TimeOnly[] Starts = [new(9, 30), new(10, 0), new(13, 30), new(18, 30), new(19, 0)];

    public string Id => $"mois-{No}";

    public string Title(bool french) => french ? French : English;

    /// <summary>As citizens ask for it.</summary>
    public string Wish(bool french) => Title(french).Split(' ', '\'')[^1].ToLowerInvariant();

    /// <summary>Puts the month's calendar in the place of the sample's.</summary>
    public static async Task<List<ModelSession>> OpenAsync(Database database, DateOnly first, int days, Random random)
    {
        var sessions = new List<ModelSession>();
        for (var no = 0; no < Titles.Length; no++)
        {
            var (location, islands) = Where[no % Where.Length];
            var training = new MonthTraining(no, Titles[no].French, Titles[no].English, location, islands ? MonthHours.Islands : MonthHours.Line);
            var dates = new HashSet<int>();
            while (dates.Count < 3 + (no % 3)) dates.Add(random.Next(3, days - 1));
            sessions.AddRange(dates.Order().Select((day, i) => new ModelSession
            {
                Id = $"{training.Id}-{i + 1}",
                Training = training,
                Zone = training.Zone,
                Date = first.AddDays(day),
                At = Starts[random.Next(Starts.Length)],
                Seats = no < 4 ? random.Next(4, 8) : random.Next(8, 18),
            }));
        }

        await database.WriteAsync(scope => Write(scope, sessions), default);
        return sessions;
    }

    private static void Write(WriteScope scope, List<ModelSession> sessions)
    {
        scope.Execute("DELETE FROM training_session");
        scope.Execute("DELETE FROM training");
        foreach (var training in sessions.Select(session => session.Training).Distinct())
        {
            scope.Execute(
                """
                INSERT INTO training (id, organization_id, location_id, title_fr, title_en, description_fr, description_en, topic, language, level, bring_fr, bring_en, seats)
                SELECT @Id, organization_id, id, @French, @English, '', '', @Id, 'fr', 'all', '', '', NULL FROM location WHERE id = @Location
                """,
                new { training.Id, training.French, training.English, training.Location });
        }

        foreach (var session in sessions)
        {
            scope.Execute(
                "INSERT INTO training_session (id, training_id, date, starts_at, ends_at, state, seats) VALUES (@Id, @Training, @Date, @At, @End, 'planned', @Seats)",
                new
                {
                    session.Id,
                    Training = session.Training.Id,
                    Date = session.Date.ToString("yyyy-MM-dd", null),
                    At = session.At.ToString("HH:mm", null),
                    End = session.At.AddHours(2).ToString("HH:mm", null),
                    session.Seats,
                });
        }

        DirectoryStore.Changed(scope);
    }
}
