using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AppelAide.Host.Tests.Persistence;

public sealed class SqliteSettingsTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task What_keeps_turns_through_a_power_cut_is_in_force_on_every_connection()
    {
        await fixture.Database.WriteAsync(scope => Verify(scope.Connection), default);
        await fixture.Database.ReadAsync(
            connection =>
            {
                Verify(connection);
                return 0;
            },
            default);

        static void Verify(DbConnection connection)
        {
            Assert.Equal("wal", connection.ExecuteScalar<string>("PRAGMA journal_mode"));
            Assert.Equal(2, connection.ExecuteScalar<long>("PRAGMA synchronous"));
            Assert.Equal(1, connection.ExecuteScalar<long>("PRAGMA foreign_keys"));
            Assert.Equal(10_000, connection.ExecuteScalar<long>("PRAGMA busy_timeout"));
        }
    }

    [Fact]
    public async Task A_read_cannot_write() =>
        await Assert.ThrowsAsync<SqliteException>(() => fixture.Database.ReadAsync(c => c.Execute("DELETE FROM sequence"), default));
}
