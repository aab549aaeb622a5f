using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using AppelAide.Host.Tests.Outbox;
using Dapper;

namespace AppelAide.Host.Tests.Persistence;

/// <summary>What a line that is in use already keeps when a newer program opens its database.</summary>
public abstract class UpgradeContract(DatabaseFixture fixture)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 15, 0, 0, TimeSpan.Zero);

    [ContractFact]
    public async Task Messages_that_wait_and_citizens_who_stopped_outlive_the_new_outbox()
    {
        await using var database = await fixture.CreateEmptyAsync();
        using var before = new MigrationFolder(database);
        foreach (var file in FirstRelease(database))
            before.Write(Path.GetFileName(file), await File.ReadAllTextAsync(file));
        await before.Migrator.MigrateAsync(default);
        await database.WriteAsync(
            scope =>
            {
                foreach (var id in new[] { 1, 2 })
                    scope.Execute(
                        "INSERT INTO caller (id, phone_hash, phone_cipher, phone_tail, language, slow, created_at, updated_at) VALUES (@Id, @Hash, @Hash, '42', 'fr', 0, @Now, @Now)",
                        new { Id = id, Hash = new byte[] { (byte)id }, Now });
                foreach (var (id, caller, given) in new[] { (1, 1, true), (2, 1, false), (3, 2, false), (4, 2, true) })
                    scope.Execute(
                        "INSERT INTO consent (id, caller_id, at, channel, purpose, given, words) VALUES (@Id, @Caller, @Now, 'sms', 'sms', @Given, 'x')",
                        new { Id = id, Caller = caller, Given = given, Now });
                scope.Execute(
                    "INSERT INTO outbox (id, caller_id, kind, language, body, segments, state, due_at, attempts, created_at, updated_at) VALUES (7, 2, 'sms', 'fr', 'x', 1, 'due', @Now, 0, @Now, @Now)",
                    new { Now });
                return scope.Execute("INSERT INTO sequence (name, next) VALUES ('outbox', 8)");
            },
            default);

        await new Migrator(database, TimeProvider.System).MigrateAsync(default);
        Assert.Equal([1], await database.ReadAsync(c => c.Query<long>("SELECT id FROM caller WHERE stopped = 1").AsList(), default));
        Assert.Equal(4, await database.ReadAsync(c => c.ExecuteScalar<long>("SELECT COUNT(*) FROM consent WHERE purpose = 'messages' AND proof = ''"), default));
        var outbox = new OutboxStore(database, new SequenceStore(database));
        var waiting = Assert.Single(await outbox.ClaimAsync(Now, TimeSpan.FromMinutes(1), 10, default));
        Assert.Equal((7, "x", OutboxPurpose.Answer), (waiting.Id, waiting.Body, waiting.Purpose));
        Assert.Equal(8, await database.WriteAsync(scope => outbox.Enqueue(scope, SomeMessages.Message(2, Now), Now), default));
    }

    /// <summary>The migrations of the first release: 0001 to 0004.</summary>
    private static IEnumerable<string> FirstRelease(Database database) =>
        System.IO.Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "db", database.Dialect.MigrationFolder), "*.sql")
            .Where(file => string.CompareOrdinal(Path.GetFileName(file), "0005") < 0);
}

public sealed class SqliteUpgradeTests(SqliteFixture fixture) : UpgradeContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerUpgradeTests(SqlServerFixture fixture) : UpgradeContract(fixture), IClassFixture<SqlServerFixture>;
