using Microsoft.Data.Sqlite;

namespace AppelAide.Benchmarks.Registrations;

/// <summary>The line's database, looked at beside it: sessions with so many seats, and who has them in the end.</summary>
internal sealed class SeatTable(string folder)
{
    private const string Only = """
        DELETE FROM registration_change;
        DELETE FROM registration;
        DELETE FROM training_session WHERE id <> (SELECT MIN(id) FROM training_session WHERE training_id = 'deux-phares-tablet');
        UPDATE training_session SET seats = @seats, date = date('now', '+10 days'), starts_at = '13:30', ends_at = '15:30';
        WITH RECURSIVE other(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM other WHERE n < @sessions)
        INSERT INTO training_session (id, training_id, date, starts_at, ends_at, state, seats)
        SELECT training_session.id || '-' || n, training_id, date('now', '+' || (10 + n) || ' days'), starts_at, ends_at, state, seats FROM training_session, other WHERE n < @sessions;
        UPDATE directory_version SET version = version + 1;
        """;

    /// <summary>Leaves so many sessions on the calendar, a day apart, the first in ten days.</summary>
    public void Offer(int sessions, int seats)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = Only;
        command.Parameters.AddWithValue("@sessions", sessions);
        command.Parameters.AddWithValue("@seats", seats);
        command.ExecuteNonQuery();
    }

    /// <summary>Empties it.</summary>
    public void Clear() => Count("DELETE FROM registration_change; DELETE FROM registration; SELECT 0");

    /// <summary>Who has a seat.</summary>
    public int Registered() => Count("SELECT COUNT(*) FROM registration WHERE state = 'registered'");

    /// <summary>All registrations.</summary>
    public int All() => Count("SELECT COUNT(*) FROM registration");

    /// <summary>Telephones and numbers that are there twice.</summary>
    public int Double() => Count("SELECT COUNT(*) - COUNT(DISTINCT caller_id) + COUNT(*) - COUNT(DISTINCT session_id || code) FROM registration");

    private int Count(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "line.db")};Pooling=False;Default Timeout=30");
        connection.Open();
        return connection;
    }
}
