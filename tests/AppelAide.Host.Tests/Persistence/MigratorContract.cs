using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Tests.Persistence;

public abstract class MigratorContract(DatabaseFixture fixture)
{
    private static readonly string[] Tables =
    [
        "sequence", "schema_migration", "caller", "conversation", "turn", "session", "script_version", "sms_received", "consent", "outbox",
        "callback_request", "recording", "place", "organization", "location", "service", "service_at_location", "service_need", "phone",
        "schedule", "referral", "directory_version", "training", "training_session", "registration", "consultation",
        "consultation_question", "consultation_answer",
    ];

    [ContractFact]
    public async Task Every_table_is_there_after_the_migrations()
    {
        foreach (var table in Tables)
            Assert.True(await fixture.Database.ReadAsync(c => c.ExecuteScalar<long>($"SELECT COUNT(*) FROM {table}"), default) >= 0);
    }

    [ContractFact]
    public async Task Nothing_is_applied_twice()
    {
        Assert.Empty(await new Migrator(fixture.Database, TimeProvider.System).MigrateAsync(default));
        var states = await new Migrator(fixture.Database, TimeProvider.System).StatusAsync(default);
        Assert.All(states, state => Assert.NotNull(state.AppliedAt));
    }
}

public sealed class SqliteMigratorTests(SqliteFixture fixture) : MigratorContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerMigratorTests(SqlServerFixture fixture) : MigratorContract(fixture), IClassFixture<SqlServerFixture>;
