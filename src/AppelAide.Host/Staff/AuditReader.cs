using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Staff;

/// <summary>The audit log as coordinators read it.</summary>
internal sealed class AuditReader(Database database)
{
    private const string People = "SELECT id AS account_id, name AS who FROM staff_account ORDER BY name, id";

    /// <summary>Lines, newest first.</summary>
    public Task<List<AuditEntry>> ListAsync(AuditFilter filter, int take, CancellationToken ct)
    {
        var conditions = new List<string>();
        if (filter.AccountId is not null) conditions.Add("account_id = @AccountId");
        if (filter.Action is not null) conditions.Add("action = @Action");
        if (filter.From is not null) conditions.Add("at >= @From");
        if (filter.Until is not null) conditions.Add("at < @Until");
        if (filter.Before is not null) conditions.Add("id < @Before");
        var where = conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions);
        var sql = $"SELECT id, at, who, action, subject FROM audit_entry {where} ORDER BY id DESC {database.Dialect.Page}";
        var parameters = new { filter.AccountId, filter.Action, filter.From, filter.Until, filter.Before, Skip = 0, Take = take };
        return database.ReadAsync(connection => connection.Query<AuditEntry>(sql, parameters).AsList(), ct);
    }

    /// <summary>Whose accounts there are, and the command line.</summary>
    public Task<List<AuditPerson>> PeopleAsync(CancellationToken ct) => database.ReadAsync(
        connection => connection.Query<AuditPerson>(People).Append(new AuditPerson { AccountId = StaffMember.CommandLine.Id, Who = StaffMember.CommandLine.Name }).ToList(), ct);
}
