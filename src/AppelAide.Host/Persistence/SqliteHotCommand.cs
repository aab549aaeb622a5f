using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AppelAide.Host.Persistence;

/// <summary>
/// A statement kept prepared on the connection that writes, and run below ADO.NET: everybody who waits waits for these statements, and the
/// driver's commands spend more on finding parameters by name and on readers than SQLite does on the row.
/// </summary>
internal sealed class SqliteHotCommand : HotCommand
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private byte[] text = new byte[4096];
    private int position;

    public SqliteHotCommand(HotStatement hot, SqliteConnection connection)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, hot.Sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
        // Values are given by position: the parameters must first appear in the statement in the order declared.
        for (var i = 0; i < hot.Parameters.Length; i++)
        {
            if (raw.sqlite3_bind_parameter_name(statement, i + 1).utf8_to_string() != hot.Parameters[i].Name)
                throw new InvalidOperationException($"{hot.Parameters[i].Name} is not parameter {i + 1} of: {hot.Sql}");
        }
    }

    public override void Restart() => position = 0;

    public override void Add(long value) => Check(raw.sqlite3_bind_int64(statement, ++position, value));

    public override void Add(long? value) => Check(value is { } number
        ? raw.sqlite3_bind_int64(statement, ++position, number)
        : raw.sqlite3_bind_null(statement, ++position));

    public override void Add(bool value) => Add(value ? 1L : 0L);

    public override void Add(double? value) => Check(value is { } number
        ? raw.sqlite3_bind_double(statement, ++position, number)
        : raw.sqlite3_bind_null(statement, ++position));

    public override void Add(DateTimeOffset value)
    {
        Span<byte> instant = stackalloc byte[InstantFormat.Length];
        InstantFormat.Write(value, instant);
        Check(raw.sqlite3_bind_text(statement, ++position, instant));
    }

    public override void Add(string? value)
    {
        if (value is null)
        {
            Check(raw.sqlite3_bind_null(statement, ++position));
            return;
        }

        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > text.Length)
            text = new byte[most];
        var length = Encoding.UTF8.GetBytes(value, text);
        Check(raw.sqlite3_bind_text(statement, ++position, text.AsSpan(0, length)));
    }

    public override int Execute()
    {
        var result = raw.sqlite3_step(statement);
        var touched = raw.sqlite3_changes(database);
        // The reset repeats the step's error, in words.
        var reset = raw.sqlite3_reset(statement);
        if (result != raw.SQLITE_DONE)
            Check(reset);
        return touched;
    }

    public override void Dispose() => statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
