using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Tests.Persistence;

public abstract class DatabaseContract(DatabaseFixture fixture)
{
    private const string Insert = "INSERT INTO sequence (name, next) VALUES (@Name, 1)";

    private readonly Database database = fixture.Database;

    [ContractFact]
    public async Task A_write_that_returned_is_seen_by_the_next_read()
    {
        var name = Name();
        await database.WriteAsync(scope => scope.Execute(Insert, new { Name = name }), default);
        Assert.True(await KeptAsync(name));
    }

    [ContractFact]
    public async Task A_write_that_throws_leaves_nothing_and_its_exception_reaches_whoever_asked()
    {
        var name = Name();
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync(
            scope =>
            {
                scope.Execute(Insert, new { Name = name });
                throw new InvalidOperationException("mine");
            },
            default));
        Assert.Equal("mine", thrown.Message);
        Assert.False(await KeptAsync(name));
    }

    [ContractFact]
    public async Task A_write_that_fails_among_others_does_not_take_them_with_it()
    {
        var names = Enumerable.Range(0, 60).Select(_ => Name()).ToList();
        using var start = new ManualResetEventSlim();
        var writes = names.Select((name, i) => Task.Run(() =>
        {
            start.Wait();
            return database.WriteAsync(
                scope =>
                {
                    scope.Execute(Insert, new { Name = name });
                    return i % 7 == 3 ? throw new InvalidOperationException("mine") : i;
                },
                default);
        })).ToList();
        start.Set();

        for (var i = 0; i < names.Count; i++)
        {
            if (i % 7 == 3)
                await Assert.ThrowsAsync<InvalidOperationException>(() => writes[i]);
            else
                Assert.Equal(i, await writes[i]);
            Assert.Equal(i % 7 != 3, await KeptAsync(names[i]));
        }
    }

    [ContractFact]
    public async Task What_waits_for_the_commit_is_done_after_it_once_and_not_at_all_for_what_is_undone()
    {
        var name = Name();
        var seen = new List<bool>();
        await database.WriteAsync(
            scope =>
            {
                scope.AfterCommit(() => seen.Add(KeptAsync(name).GetAwaiter().GetResult()));
                return scope.Execute(Insert, new { Name = name });
            },
            default);
        Assert.Equal([true], seen);
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync<int>(
            scope =>
            {
                scope.AfterCommit(() => seen.Add(false));
                throw new InvalidOperationException("mine");
            },
            default));
        await database.WriteAsync(scope => scope.Execute(Insert, new { Name = Name() }), default);
        Assert.Equal([true], seen);
    }

    [ContractFact]
    public async Task Concurrent_writers_lose_nothing()
    {
        var name = Name();
        await database.WriteAsync(scope => scope.Execute(Insert, new { Name = name }), default);
        await using var other = fixture.OpenAnother();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 200),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (i, ct) => await (i % 2 == 0 ? database : other).WriteAsync(
                scope => scope.Execute("UPDATE sequence SET next = next + 1 WHERE name = @Name", new { Name = name }), ct));
        var next = await database.ReadAsync(c => c.ExecuteScalar<long>("SELECT next FROM sequence WHERE name = @Name", new { Name = name }), default);
        Assert.Equal(201, next);
    }

    [ContractFact]
    public async Task A_cancelled_write_does_not_begin()
    {
        var begun = false;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.WriteAsync(_ => begun = true, new CancellationToken(true)));
        Assert.False(begun);
    }

    [ContractFact]
    public async Task An_instant_comes_back_to_the_millisecond_in_UTC()
    {
        var instant = new DateTimeOffset(2026, 12, 1, 13, 30, 5, TimeSpan.FromHours(-5)).AddTicks(1_239_999);
        var name = Name();
        await database.WriteAsync(
            scope => scope.Execute(
                "INSERT INTO script_version (version, content, first_seen_at) VALUES (@Name, '', @At)", new { Name = name, At = instant }),
            default);
        var back = await database.ReadAsync(
            c => c.QuerySingle<DateTimeOffset>("SELECT first_seen_at FROM script_version WHERE version = @Name", new { Name = name }), default);
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 18, 30, 5, 123, TimeSpan.Zero), back);
        Assert.Equal(TimeSpan.Zero, back.Offset);
    }

    [ContractFact]
    public async Task A_row_is_inserted_only_when_its_key_is_absent()
    {
        var sql = database.Dialect.InsertIfAbsent("sequence", ["name"], "name", "next");
        var name = Name();
        Assert.Equal(1, await database.WriteAsync(scope => scope.Execute(sql, new { Name = name, Next = 5L }), default));
        Assert.Equal(0, await database.WriteAsync(scope => scope.Execute(sql, new { Name = name, Next = 6L }), default));
        Assert.Equal(5, await NextAsync(name));
    }

    [ContractFact]
    public async Task A_row_is_inserted_or_changed_by_its_key()
    {
        var sql = database.Dialect.Upsert("sequence", ["name"], "name", "next");
        var name = Name();
        await database.WriteAsync(scope => scope.Execute(sql, new { Name = name, Next = 5L }), default);
        await database.WriteAsync(scope => scope.Execute(sql, new { Name = name, Next = 6L }), default);
        Assert.Equal(6, await NextAsync(name));
    }

    [ContractFact]
    public async Task Numbers_are_given_once_however_many_hosts_ask()
    {
        await using var other = fixture.OpenAnother();
        SequenceStore[] hosts = [fixture.Sequences, new(other)];
        var name = Name();
        var given = new System.Collections.Concurrent.ConcurrentBag<long>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 600),
            new ParallelOptions { MaxDegreeOfParallelism = 12 },
            async (i, ct) =>
            {
                var host = hosts[i % 2];
                given.Add(i % 5 == 0
                    ? await (i % 2 == 0 ? database : other).WriteAsync(scope => host.Next(scope, name), ct)
                    : await host.NextAsync(name, ct));
            });
        Assert.Equal(600, given.Distinct().Count());
        Assert.All(given, number => Assert.True(number >= 1));
    }

    [ContractFact]
    public async Task A_write_that_is_undone_does_not_take_a_block_of_numbers_with_it()
    {
        var sequences = new SequenceStore(database);
        var name = Name();
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync<long>(
            scope => throw new InvalidOperationException($"undone {sequences.Next(scope, name)}"), default));
        var kept = await database.WriteAsync(scope => sequences.Next(scope, name), default);
        Assert.NotEqual(kept, await sequences.NextAsync(name, default));
    }

    private static string Name() => $"t{Guid.NewGuid():N}";

    private Task<bool> KeptAsync(string name) =>
        database.ReadAsync(c => c.ExecuteScalar<long>("SELECT COUNT(*) FROM sequence WHERE name = @Name", new { Name = name }) == 1, default);

    private Task<long> NextAsync(string name) =>
        database.ReadAsync(c => c.ExecuteScalar<long>("SELECT next FROM sequence WHERE name = @Name", new { Name = name }), default);
}

public sealed class SqliteDatabaseTests(SqliteFixture fixture) : DatabaseContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerDatabaseTests(SqlServerFixture fixture) : DatabaseContract(fixture), IClassFixture<SqlServerFixture>;
