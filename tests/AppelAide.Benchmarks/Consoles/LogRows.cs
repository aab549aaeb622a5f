using System.Security.Cryptography;
using AppelAide.Host.Calls.Review;
using Microsoft.Data.Sqlite;

namespace AppelAide.Benchmarks.Consoles;

/// <summary>Rows put into a log, as wide as real ones, by statements that are prepared once.</summary>
internal sealed class LogRows : IDisposable
{
    private static readonly string Said = string.Concat(Enumerable.Repeat("Voici les prochaines formations près de chez vous. ", 7));
    private static readonly string Reply = string.Concat(Enumerable.Repeat("{\"l\":\"fr\",\"t\":\"Voici les prochaines formations.\"},", 11));
    private readonly SqliteCommand caller;
    private readonly SqliteCommand conversation;
    private readonly SqliteCommand turn;
    private readonly SqliteCommand topic;
    private readonly SqliteCommand note;
    private readonly SqliteCommand word;

    public LogRows(SqliteConnection connection, SqliteTransaction transaction)
    {
        caller = Prepare(
            "INSERT INTO caller (id, phone_hash, phone_cipher, phone_tail, language, slow, place_id, created_at, updated_at) VALUES (@1, @2, @3, @4, 'fr', 0, NULL, @5, @5)", 5);
        conversation = Prepare(
            """
            INSERT INTO conversation (no, channel, provider_sid, caller_id, started_at, ended_at, language, place_id, outcome, last_node, seconds, minutes, turns, script_version, trial)
            VALUES (@1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, 'x', @14)
            """,
            14);
        turn = Prepare(
            """
            INSERT INTO turn (conversation_no, turn_no, at, token, heard_kind, heard, intent, need, choice, confidence, language, said, node, events, reply, waited_ms, segments)
            VALUES (@1, @2, @3, @4, 'digits', '2', @5, @6, '2', 1.0, 'fr', @7, @8, 'formations.suivante formations.chercher formations.offre =answered', @9, 4000, 0)
            """,
            9);
        topic = Prepare("INSERT OR IGNORE INTO conversation_topic (topic, started_at, conversation_no) VALUES (@1, @2, @3)", 3);
        note = Prepare("INSERT INTO conversation_note (id, conversation_no, at, staff_id, staff_name, words) VALUES (@1, @1, @2, 1, 'Rose Roy', @3)", 3);
        word = Prepare("INSERT OR IGNORE INTO conversation_note_word (word, started_at, conversation_no) VALUES (@1, @2, @3)", 3);

        SqliteCommand Prepare(string sql, int parameters)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Transaction = transaction;
            for (var i = 1; i <= parameters; i++) command.Parameters.Add(new SqliteParameter($"@{i}", DBNull.Value));
            return command;
        }
    }

    public void Caller(int id, DateTimeOffset at) =>
        Run(caller, id, RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(40), $"{id % 100:00}", FilledLog.Instant(at));

    public void Conversation(
        int no, string channel, int callerId, DateTimeOffset began, int? seconds, string language, string? place, string outcome, string step, int turns, bool trial) =>
        Run(
            conversation, no, channel, $"CA{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}", callerId, FilledLog.Instant(began),
            FilledLog.Instant(began.AddSeconds(seconds ?? 900)), language, place, outcome, step, seconds ?? 900, Math.Min((seconds ?? 900) / 60, CallFilter.MostMinutes), turns, trial ? 1 : 0);

    public void Turn(int no, int number, DateTimeOffset at, string intent, string? need, string node, int more) => Run(
        turn, no, number, FilledLog.Instant(at), $"{no:x8}-{number:x4}-4d1e-9d2b-0123456789ab", intent, need, Said[..(120 + more)], node, Reply[..(300 + more)]);

    public void Topic(string name, DateTimeOffset began, int no) => Run(topic, name, FilledLog.Instant(began), no);

    public void Note(int no, DateTimeOffset began, string words)
    {
        Run(note, no, FilledLog.Instant(began.AddDays(1)), words);
        foreach (var one in NoteStore.WordsOf(words)) Run(word, one, FilledLog.Instant(began), no);
    }

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[caller, conversation, turn, topic, note, word]) command.Dispose();
    }

    private static void Run(SqliteCommand command, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }
}
