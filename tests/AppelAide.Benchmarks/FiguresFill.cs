using System.Globalization;
using AppelAide.Host.Scripts;
using Microsoft.Data.Sqlite;

namespace AppelAide.Benchmarks;

/// <summary>A year of conversations that go their ways through the real dialogues, from everywhere in Québec. The same each time.</summary>
internal static class FiguresFill
{
    /// <summary>How many turns a conversation has.</summary>
    public const int Turns = 10;

    /// <summary>The last conversation began at about this moment.</summary>
    public static readonly DateTimeOffset End = new(2026, 11, 20, 22, 0, 0, TimeSpan.Zero);

    private const int Places = 1100;
    private const int AtOnce = 20_000;
    private static readonly string Said = string.Concat(Enumerable.Repeat("Voici les prochaines formations près de chez vous. ", 6));
    private static readonly string Reply = string.Concat(Enumerable.Repeat("{\"l\":\"fr\",\"t\":\"Voici les prochaines formations.\"},", 9));

    /// <summary>Adds them to a database that is open for the first time.</summary>
    /// <param name="file">The SQLite file.</param>
    /// <param name="scripts">The dialogues whose nodes are passed.</param>
    /// <param name="conversations">How many.</param>
    public static void Run(string file, ScriptLibrary scripts, int conversations)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA wal_autocheckpoint = 20000; PRAGMA foreign_keys = OFF;");
        var ways = scripts.Live.Dialogues.Values
            .SelectMany(dialogue => dialogue.Nodes.Values.SelectMany(node => node.Steps.SelectMany(step => step.Targets).Select(target => (From: $"{dialogue.Name}.{node.Name}", To: scripts.Live.Find(target, dialogue.Name)))))
            .Where(way => way.To is not null).ToLookup(way => way.From, way => $"{way.To!.Value.Dialogue.Name}.{way.To.Value.Node.Name}").ToDictionary(group => group.Key, group => group.Distinct().ToArray());
        var start = scripts.Live.Find(scripts.Live.Line.Start, "")!.Value;
        var needs = scripts.Live.Needs.Keys.Order(StringComparer.Ordinal).ToArray();
        for (var first = 1; first <= conversations; first += AtOnce)
        {
            using var transaction = connection.BeginTransaction();
            using var conversation = Prepare(
                connection, transaction, "INSERT INTO conversation (no, channel, provider_sid, caller_id, started_at, ended_at, language, place_id, outcome, last_node, seconds, turns, script_version, trial) VALUES (@1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, 'x', @13)", 13);
            using var turn = Prepare(
                connection, transaction, "INSERT INTO turn (conversation_no, turn_no, at, token, heard_kind, heard, intent, need, language, said, node, events, reply, waited_ms, segments) VALUES (@1, @2, @3, @4, @5, '2', @6, @7, 'fr', @8, @9, @10, @11, 4000, 0)", 11);
            using var referral = Prepare(
                connection, transaction, "INSERT INTO referral (id, conversation_no, caller_id, service_id, need, how, at) VALUES (@1, @1, @2, 'service', @3, 'heard', @4)", 4);
            for (var no = first; no < first + AtOnce && no <= conversations; no++) Add(no);
            transaction.Commit();

            void Add(int no)
            {
                var dice = new Random(no);
                var began = End.AddDays(-365.0 * (conversations - no) / conversations);
                var caller = 1 + (int)(Math.Pow(dice.NextDouble(), 2) * conversations / 3);
                var place = dice.Next(100) < 15 ? null : $"P{(int)(Math.Pow(dice.NextDouble(), 2.5) * Places):0000}";
                var need = dice.Next(100) < 45 ? needs[(int)(Math.Pow(dice.NextDouble(), 1.5) * needs.Length)] : null;
                var outcome = dice.Next(100) < 22 ? "abandoned" : need is not null && dice.Next(4) > 0 ? "referred" : "answered";
                var count = outcome == "abandoned" ? 1 + dice.Next(Turns) : Turns - 3 + dice.Next(10);
                var at = $"{start.Dialogue.Name}.{start.Node.Name}";
                for (var number = 1; number <= count; number++)
                {
                    var path = new List<string>();
                    if (number == 1) path.Add(at);
                    for (var hop = dice.Next(3); hop > 0 && ways.TryGetValue(at, out var onward); hop--) path.Add(at = onward[dice.Next(onward.Length)]);
                    if (outcome != "abandoned" && number == count - 2) path.Add($"={outcome}");
                    Run(
                        turn, no, number, Instant(began.AddSeconds(number * 11)), $"{no:x8}-{number:x4}-4d1e-9d2b-0123456789ab", dice.Next(12) == 0 ? "silence" : "digits",
                        dice.Next(9) == 0 ? "unknown" : "answer", number == 2 ? need : null, Said[..(100 + dice.Next(180))], at, string.Join(' ', path), Reply[..(250 + dice.Next(180))]);
                }

                Run(
                    conversation, no, dice.Next(100) < 18 ? "sms" : "voice", $"CA{no:x32}", caller, Instant(began), Instant(began.AddSeconds(count * 11)), dice.Next(100) < 9 ? "en" : "fr", place, outcome, at, count * 11, count,
                    no % 1000 == 0 ? 1 : 0);
                if (outcome == "referred") Run(referral, no, caller, need, Instant(began));
            }
        }

        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
    }

    /// <summary>Runs statements on a file.</summary>
    public static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Execute(connection, sql);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        for (var i = 1; i <= parameters; i++) command.Parameters.Add(new SqliteParameter($"@{i}", DBNull.Value));
        return command;
    }

    private static void Run(SqliteCommand command, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
