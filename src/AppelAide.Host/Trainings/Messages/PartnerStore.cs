using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Host.Directory;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Trainings.Messages;

/// <summary>The telephones of partners, what their next day holds, and what they were told of it.</summary>
internal sealed class PartnerStore(Database database, DirectorySource directory, OutboxStore outbox)
{
    private const string All = "SELECT organization_id, caller_id FROM partner_contact ORDER BY organization_id";

    private const string Remove = "DELETE FROM partner_contact WHERE organization_id = @Organization";

    private const string Insert = "INSERT INTO partner_contact (organization_id, caller_id) VALUES (@Organization, @Caller)";

    private const string Known = "SELECT COUNT(*) FROM organization WHERE id = @Organization";

    private const string OfCaller = "SELECT organization_id FROM partner_contact WHERE caller_id = @Caller ORDER BY organization_id";

    private const string Taken = """
        SELECT session_id, COUNT(*) AS people FROM registration WHERE state = 'registered' AND session_id IN @Sessions GROUP BY session_id
        """;

    private const string Told = "SELECT COUNT(*) FROM partner_summary WHERE organization_id = @Organization AND date = @Date";

    private readonly string summary = database.Dialect.InsertIfAbsent("partner_summary", ["organization_id", "date"], "organization_id", "date", "message_id");

    /// <summary>Every partner that has a telephone.</summary>
    public Task<List<(string Organization, long Caller)>> AllAsync(CancellationToken ct) =>
        database.ReadAsync(connection => connection.Query<(string, long)>(All).AsList(), ct);

    /// <summary>Sets the telephone of a partner.</summary>
    /// <returns>False when there is no such organization.</returns>
    public Task<bool> SetAsync(string organization, long caller, CancellationToken ct) => database.WriteAsync(
        scope =>
        {
            if (scope.QueryFirst<int>(Known, new { Organization = organization }) == 0) return false;
            scope.Execute(Remove, new { Organization = organization });
            scope.Execute(Insert, new { Organization = organization, Caller = caller });
            return true;
        },
        ct);

    /// <summary>Takes the telephone of a partner away.</summary>
    /// <returns>False when it had none.</returns>
    public Task<bool> RemoveAsync(string organization, CancellationToken ct) =>
        database.WriteAsync(scope => scope.Execute(Remove, new { Organization = organization }) > 0, ct);

    /// <summary>The organization whose telephone it is; null when it is none's.</summary>
    public string? Of(long caller) => database.ReadAsync(
        connection => connection.QueryFirstOrDefault<string>(OfCaller, new { Caller = caller }), CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>The fields of a partner's day, for <c>partner.tomorrow</c>; empty when nothing is planned.</summary>
    public ImmutableDictionary<string, string> Day(string organization, DateOnly date)
    {
        var sessions = directory.Current.Sessions.Where(session => session.Training.OrganizationId == organization && session.Date == date).ToList();
        if (sessions.Count == 0) return ImmutableDictionary<string, string>.Empty;
        var ids = sessions.Select(session => session.Id).ToList();
        var people = database.ReadAsync(
            connection => connection.Query<(string Id, int People)>(Taken, new { Sessions = ids }).ToDictionary(row => row.Id, row => row.People), CancellationToken.None).GetAwaiter().GetResult();
        return ImmutableDictionary<string, string>.Empty
            .Add("date", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Add("count", sessions.Count.ToString(CultureInfo.InvariantCulture))
            .Add("list", string.Join(", ", sessions.Select(session =>
                $"{(session.IsAllDay ? "" : session.StartsAt.ToString("H'h'mm", CultureInfo.InvariantCulture) + " ")}{session.Training.Title.Fr}: {people.GetValueOrDefault(session.Id)}{(session.Seats is { } seats ? $"/{seats}" : "")}")));
    }

    /// <summary>Tells a partner of a day, once.</summary>
    public bool Tell(WriteScope scope, string organization, DateOnly date, OutboxMessage message, DateTimeOffset now)
    {
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return scope.QueryFirst<int>(Told, new { Organization = organization, Date = day }) == 0
            && scope.Execute(summary, new { OrganizationId = organization, Date = day, MessageId = outbox.Enqueue(scope, message, now) }) == 1;
    }
}
