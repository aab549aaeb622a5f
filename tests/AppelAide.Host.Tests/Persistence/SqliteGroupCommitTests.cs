using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Tests.Persistence;

public sealed class SqliteGroupCommitTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task Those_who_wait_share_a_commit()
    {
        using var begun = new ManualResetEventSlim();
        using var released = new ManualResetEventSlim();
        var first = Task.Run(() => fixture.Database.WriteAsync(
            scope =>
            {
                begun.Set();
                released.Wait();
                return scope.Transaction;
            },
            default));
        begun.Wait();
        var waiting = Enumerable.Range(0, 20).Select(_ => fixture.Database.WriteAsync(scope => scope.Transaction, default)).ToList();
        Assert.All(waiting, write => Assert.False(write.IsCompleted));
        released.Set();
        var transactions = await Task.WhenAll(waiting);
        Assert.NotSame(await first, transactions[0]);
        Assert.Single(transactions.Distinct());
    }

    [Fact]
    public async Task One_that_fails_in_a_batch_fails_alone()
    {
        using var begun = new ManualResetEventSlim();
        using var released = new ManualResetEventSlim();
        var first = Task.Run(() => fixture.Database.WriteAsync(
            scope =>
            {
                begun.Set();
                released.Wait();
                return 0;
            },
            default));
        begun.Wait();
        var waiting = Enumerable.Range(0, 20).Select(i => fixture.Database.WriteAsync(
            scope =>
            {
                scope.Execute("INSERT INTO sequence (name, next) VALUES (@Name, 1)", new { Name = $"batch {i}" });
                return i == 13 ? throw new InvalidOperationException("mine") : i;
            },
            default)).ToList();
        released.Set();
        await first;
        for (var i = 0; i < waiting.Count; i++)
        {
            if (i == 13)
                await Assert.ThrowsAsync<InvalidOperationException>(() => waiting[i]);
            else
                Assert.Equal(i, await waiting[i]);
        }

        var kept = await fixture.Database.ReadAsync(c => c.Query<string>("SELECT name FROM sequence WHERE name LIKE 'batch %'").AsList(), default);
        Assert.Equal(19, kept.Count);
        Assert.DoesNotContain("batch 13", kept);
    }

    [Fact]
    public async Task Closing_waits_for_the_writes_under_way_and_refuses_new_ones()
    {
        var database = (SqliteDatabase)await fixture.CreateEmptyAsync();
        using var begun = new ManualResetEventSlim();
        using var released = new ManualResetEventSlim();
        var write = Task.Run(() => database.WriteAsync(
            scope =>
            {
                begun.Set();
                released.Wait();
                return scope.Execute("CREATE TABLE kept (id INTEGER)");
            },
            default));
        begun.Wait();
        var closing = Task.Run(async () => await database.DisposeAsync());
        Assert.False(closing.IsCompleted);
        released.Set();
        await write;
        await closing;
        await Assert.ThrowsAsync<ObjectDisposedException>(() => database.WriteAsync(_ => 0, default));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => database.ReadAsync(_ => 0, default));
        await using var again = fixture.OpenAnother(database);
        Assert.Equal(0, await again.ReadAsync(c => c.ExecuteScalar<long>("SELECT COUNT(*) FROM kept"), default));
    }
}
