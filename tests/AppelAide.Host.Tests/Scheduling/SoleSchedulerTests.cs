using AppelAide.Host.Scheduling;
using AppelAide.Host.Tests.Http;
using AppelAide.Host.Tests.Start;
using Microsoft.Data.Sqlite;
using Quartz;

namespace AppelAide.Host.Tests.Scheduling;

public sealed class SoleSchedulerTests
{
    private const string Works = "This host does recurring work";
    private const string StandsBy = "Another host on this database does the recurring work; this one stands by";

    [Fact]
    public void One_at_a_time_has_the_turn_by_whatever_way_it_knows_the_file()
    {
        using var folder = LineFolder.Empty();
        File.WriteAllText(folder.DatabaseFile, "");
        var other = Path.Combine(folder.Path, "other.db");
        File.CreateSymbolicLink(other, folder.DatabaseFile);
        using (Assert.IsType<SoleScheduler>(SoleScheduler.TryTake(folder.DatabaseFile)))
        {
            Assert.Null(SoleScheduler.TryTake(folder.DatabaseFile));
            Assert.Null(SoleScheduler.TryTake(other));
        }

        using var next = SoleScheduler.TryTake(other);
        Assert.NotNull(next);
    }

    [Fact]
    public async Task When_the_serve_that_does_the_work_is_killed_the_one_that_stands_by_takes_over()
    {
        using var folder = await LineFolder.CreateAsync();
        using var one = await LineProcess.ServeAsync(folder, "--Scheduling:CheckIn=00:00:01");
        await one.SaysAsync(Works);
        using var two = await LineProcess.ServeAsync(folder, "--Scheduling:CheckIn=00:00:01");
        await two.SaysAsync(StandsBy);
        await one.IsKilledAsync();
        await two.SaysAsync(Works);
        two.IsInterrupted();
        Assert.Equal(0, await two.EndsAsync());
        Assert.Equal("", two.Errors);
        Assert.DoesNotContain("   at ", two.Output, StringComparison.Ordinal);
    }

    /// <summary>The day that this fails, SQLite needs no lock of ours.</summary>
    [Fact]
    public async Task Quartz_itself_refuses_to_cluster_on_SQLite()
    {
        await using var factory = QuartzSchedulerBuilder.Create(quartz => quartz.UsePersistentStore(store =>
        {
            store.UseSqlite(SqliteFactory.Instance, "Data Source=:memory:");
            store.UseClustering();
        })).Build();
        var refusal = await Assert.ThrowsAnyAsync<Exception>(async () => await factory.GetScheduler());
        Assert.Contains("SQLite cannot be used as clustered mode", refusal.ToString(), StringComparison.Ordinal);
    }
}
