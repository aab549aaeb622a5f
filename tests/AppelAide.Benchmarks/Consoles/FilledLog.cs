using System.Globalization;
using AppelAide.Host;
using AppelAide.Host.Calls.Review;
using Microsoft.Data.Sqlite;

namespace AppelAide.Benchmarks.Consoles;

/// <summary>
/// Five years of conversations in a SQLite file, as they may be in life: most calls are answered within minutes, a few places call much and many
/// call little, one in five citizens hangs up, one in thirty conversations has a note. The same each time.
/// </summary>
internal static class FilledLog
{
    /// <summary>Three conversations alone are from here.</summary>
    public const string RarePlace = "03005";

    /// <summary>No conversation has this outcome.</summary>
    public const string NoOutcome = "waiting";

    /// <summary>The last conversation began at about this moment.</summary>
    public static readonly DateTimeOffset End = new(2026, 11, 20, 22, 0, 0, TimeSpan.Zero);

    private const int TurnsEach = 10;
    private const int TimesEach = 3;

    private static readonly string[] Steps = ["accueil.premier", "accueil.connu", "lieu.question", "formations.offre", "aide.offre", "aide.quoi", "consultations.question", "personne.numero"];
    private static readonly string[] Needs = ["food", "heating", "transport", "housing", "health", "income-tax", "computer-help", "snow"];
    private static readonly string[] Words = ["rappeler", "chauffage", "inscription", "madame", "transport", "hopital", "attente", "suivi", "famille", "merci", "message", "numero"];

    private static readonly (string Outcome, int Of1000)[] Outcomes =
    [
        ("answered", 330), ("abandoned", 220), ("referred", 160), ("registered", 110), ("transferred", 80), ("callback", 50), ("voicemail", 35), ("optedout", 10), ("cancelled", 4), ("emergency", 1),
    ];

    /// <summary>Makes the file, unless it is there.</summary>
    /// <param name="file">Where.</param>
    /// <param name="turns">How many turns; a tenth as many conversations.</param>
    public static async Task MakeAsync(string file, int turns)
    {
        if (File.Exists(file)) return;
        await using (var app = Open(file)) await app.Services.OpenLineAsync(CancellationToken.None);
        SqliteConnection.ClearAllPools();
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA wal_autocheckpoint = 20000; PRAGMA foreign_keys = OFF;");
        var places = Places(connection);
        for (var first = 1; first <= turns / TurnsEach; first += 20_000)
        {
            using var transaction = connection.BeginTransaction();
            using var batch = new LogRows(connection, transaction);
            for (var no = first; no < first + 20_000 && no <= turns / TurnsEach; no++) Add(batch, no, turns / TurnsEach, places);
            transaction.Commit();
        }

        // What is counted is measured by "figures"; here nobody counts beside.
        Run(connection, $"""
            UPDATE conversation SET counted = 1;
            INSERT OR REPLACE INTO sequence (name, next)
            VALUES ('conversation', {turns / TurnsEach + 1}), ('caller', {turns / TurnsEach + 1}), ('conversation_note', {turns / TurnsEach + 1});
            PRAGMA wal_checkpoint(TRUNCATE);
            """);
    }

    /// <summary>Nobody is registered any more.</summary>
    public static void FreeSeats(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA busy_timeout = 10000; BEGIN IMMEDIATE; DELETE FROM registration_message; DELETE FROM registration_change; DELETE FROM registration; COMMIT;");
    }

    /// <summary>The program on the file, not listening.</summary>
    public static WebApplication Open(string file) => LineApplication.Build(
        [$"--Database:ConnectionString=Data Source={file}"],
        builder =>
        {
            builder.Logging.ClearProviders();
            builder.Configuration["Twilio:AuthToken"] = Contestants.Contestant.AuthToken;
        });

    private static void Add(LogRows rows, int no, int all, string[] places)
    {
        var dice = new Random(no);
        var began = End.AddDays(-5 * 365.0 * (all - no) / all);
        // One in three calls for the first time; of the others, a few call often.
        var caller = no % TimesEach == 1 ? no : 1 + (TimesEach * (int)(Math.Pow(dice.NextDouble(), 1.5) * (no - 1) / TimesEach));
        if (caller == no) rows.Caller(no, began);
        var isText = dice.Next(1000) < 180;
        var outcome = Outcome(dice.Next(1000));
        var turns = outcome == "abandoned" ? 1 + dice.Next(8) : 7 + dice.Next(10);
        var seconds = (int)Math.Min(7200, turns * (6 + (dice.NextDouble() * 10)) * (outcome == "transferred" ? 4 : 1));
        var place = no % (all / 3) == 7 ? RarePlace : dice.Next(100) < 15 ? null : places[(int)(Math.Pow(dice.NextDouble(), 2.5) * places.Length)];
        var step = no % (all / 3) == 9 ? "rappels.offre" : Steps[(int)(Math.Pow(dice.NextDouble(), 1.8) * Steps.Length)];
        rows.Conversation(no, isText ? "sms" : "voice", caller, began, isText ? null : seconds, dice.Next(100) < 9 ? "en" : "fr", place, outcome, step, turns, no % 1000 == 0);
        var topic = CallTopics.Intents[(int)(Math.Pow(dice.NextDouble(), 2) * (CallTopics.Intents.Length - 1))];
        var need = topic == "referral" ? Needs[(int)(Math.Pow(dice.NextDouble(), 2) * Needs.Length)] : null;
        rows.Topic(topic, began, no);
        if (need is not null) rows.Topic(CallTopics.Need + need, began, no);
        for (var turn = 1; turn <= turns; turn++)
            rows.Turn(no, turn, began.AddSeconds(turn * seconds / (double)turns), turn == 2 ? topic : "answer", turn == 2 ? need : null, Steps[(no + turn) % Steps.Length], dice.Next(200));
        if (no % 30 == 0) rows.Note(no, began, string.Join(' ', Enumerable.Range(0, 8).Select(_ => Words[dice.Next(Words.Length)])) + (no % (all / 3) < 30 ? " vague" : ""));
    }

    private static string Outcome(int dice)
    {
        foreach (var (outcome, share) in Outcomes)
        {
            if (dice < share) return outcome;
            dice -= share;
        }

        return Outcomes[0].Outcome;
    }

    private static string[] Places(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT id FROM place WHERE id <> '{RarePlace}' ORDER BY population DESC, id";
        using var reader = command.ExecuteReader();
        var places = new List<string>();
        while (reader.Read()) places.Add(reader.GetString(0));
        return [.. places];
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
