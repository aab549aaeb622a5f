using AppelAide.Host.Staff;
using AppelAide.Host.Tests.Persistence;

namespace AppelAide.Host.Tests.Staff;

public abstract class AuditReaderContract(DatabaseFixture fixture)
{
    private static readonly StaffMember Rose = new(71, "Rose Roy", StaffRoles.Staff);
    private static readonly StaffMember Paul = new(72, "Paul Caron", StaffRoles.Coordinator);
    private readonly AuditReader reader = new(fixture.Database);

    [ContractFact]
    public async Task The_log_is_read_newest_first_by_person_action_and_day()
    {
        var log = new AuditLog(fixture.Database, fixture.Sequences, TimeProvider.System);
        var begun = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await log.WriteAsync(Rose, "call.open", "call 1", default);
        await log.WriteAsync(Paul, "call.open", "call 2", default);
        await log.WriteAsync(Rose, "number.reveal", "call 1", default);

        var all = await reader.ListAsync(new AuditFilter { From = begun }, 10, default);
        Assert.Equal([("Rose Roy", "number.reveal", "call 1"), ("Paul Caron", "call.open", "call 2"), ("Rose Roy", "call.open", "call 1")], all.Select(one => (one.Who, one.Action, one.Subject)));
        Assert.Equal(["call 1", "call 1"], (await reader.ListAsync(new AuditFilter { AccountId = Rose.Id }, 10, default)).Select(one => one.Subject));
        Assert.Equal([all[2].Id], (await reader.ListAsync(new AuditFilter { Action = "call.open", Before = all[1].Id }, 10, default)).Select(one => one.Id));
        Assert.Equal(all[0].Id, Assert.Single(await reader.ListAsync(new AuditFilter(), 1, default)).Id);
        Assert.Empty(await reader.ListAsync(new AuditFilter { Until = begun }, 10, default));
        Assert.Contains(await reader.PeopleAsync(default), person => person.AccountId == 0);
    }
}

public sealed class SqliteAuditReaderTests(SqliteFixture fixture) : AuditReaderContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerAuditReaderTests(SqlServerFixture fixture) : AuditReaderContract(fixture), IClassFixture<SqlServerFixture>;
