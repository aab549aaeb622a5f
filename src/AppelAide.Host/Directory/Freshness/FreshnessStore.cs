using System.Globalization;
using AppelAide.Host.Directory.Import;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Directory.Freshness;

/// <summary>What staff must look at again: services verified long ago or never, and what citizens report of them.</summary>
internal sealed class FreshnessStore(Database database, SequenceStore sequences)
{
    private const string Stale = "service.active = 1 AND service.status = 'active' AND (service.verified_on IS NULL OR service.verified_on < @Before)";

    private const string CountStale = $"SELECT COUNT(*) FROM service WHERE {Stale}";

    private const string CountOpen = "SELECT COUNT(*) FROM record_report WHERE state = 'open'";

    private const string Settle = """
        UPDATE record_report SET state = 'settled', settled_at = @Now, settled_by = @By, note = @Note WHERE id = @Id AND state = 'open'
        """;

    private readonly RecordWriter writer = new(database.Dialect);

    // Both databases put null, which is never, before any date.
    private readonly string stale = $"""
        SELECT service.id, service.name_fr, service.name_en, organization.name AS organization,
          COALESCE(
            (SELECT MIN(number) FROM phone WHERE phone.service_id = service.id),
            (SELECT MIN(number) FROM phone WHERE phone.organization_id = organization.id)) AS phone, service.verified_on, service.verified_by
        FROM service
        JOIN organization ON organization.id = service.organization_id
        WHERE {Stale}
        ORDER BY service.verified_on, service.id {database.Dialect.Page}
        """;

    private readonly string open = $"""
        SELECT report.id, report.service_id, service.name_fr, service.name_en, organization.name AS organization, report.location_id,
          location.address, report.kind, report.caller_id, report.conversation_no, report.at
        FROM record_report report
        LEFT JOIN service ON service.id = report.service_id
        LEFT JOIN organization ON organization.id = service.organization_id
        LEFT JOIN location ON location.id = report.location_id
        WHERE report.state = 'open'
        ORDER BY report.at, report.id {database.Dialect.Page}
        """;

    private readonly string insert = database.Dialect.InsertIfAbsent(
        "record_report",
        ["conversation_no", "service_id", "kind"],
        "id", "service_id", "location_id", "kind", "caller_id", "conversation_no", "at", "state");

    /// <summary>Keeps a report for staff. Said again in the same conversation, it is kept once.</summary>
    /// <returns>Whether it was new.</returns>
    public bool Report(WriteScope scope, RecordReport report) => scope.Execute(
        insert,
        new
        {
            Id = sequences.Next(scope, "record_report"),
            report.ServiceId,
            report.LocationId,
            report.Kind,
            report.CallerId,
            report.ConversationNo,
            report.At,
            State = "open",
        }) == 1;

    /// <summary>The services verified more than a year before a date, or never: those first, then the oldest.</summary>
    public Task<List<StaleService>> ListStaleAsync(DateOnly today, int skip, int take, CancellationToken ct) => database.ReadAsync(
        connection => connection.Query<StaleService>(stale, new { Before = Day(RecordAge.FirstFresh(today)), Skip = skip, Take = take }).AsList(), ct);

    /// <summary>How many there are.</summary>
    public Task<long> CountStaleAsync(DateOnly today, CancellationToken ct) => database.ReadAsync(
        connection => connection.ExecuteScalar<long>(CountStale, new { Before = Day(RecordAge.FirstFresh(today)) }), ct);

    /// <summary>The reports that wait, the oldest first.</summary>
    public Task<List<OpenReport>> ListOpenAsync(int skip, int take, CancellationToken ct) =>
        database.ReadAsync(connection => connection.Query<OpenReport>(open, new { Skip = skip, Take = take }).AsList(), ct);

    /// <summary>How many there are.</summary>
    public Task<long> CountOpenAsync(CancellationToken ct) => database.ReadAsync(connection => connection.ExecuteScalar<long>(CountOpen), ct);

    /// <summary>Somebody of the staff has dealt with a report.</summary>
    /// <returns>False when it was settled before, or never was.</returns>
    public async Task<bool> SettleAsync(long id, string by, string note, DateTimeOffset now, CancellationToken ct) =>
        await database.WriteAsync(scope => scope.Execute(Settle, new { Id = id, By = by, Note = note, Now = now }), ct).ConfigureAwait(false) == 1;

    /// <summary>Somebody made sure that what is said of a service is true. The line says it anew once it loads the directory.</summary>
    /// <param name="service">The service.</param>
    /// <param name="on">The local date.</param>
    /// <param name="by">Who.</param>
    /// <param name="ct">To give up.</param>
    /// <returns>False when there is no such service.</returns>
    public Task<bool> VerifyAsync(string service, DateOnly on, string by, CancellationToken ct) => database.WriteAsync(
        scope =>
        {
            if (!writer.Edit(scope, "service", service, record => record.With("assured_date", Day(on)).With("assurer", by)))
                return false;
            DirectoryStore.Changed(scope);
            return true;
        },
        ct);

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
