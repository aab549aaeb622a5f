using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Directory.Import;

/// <summary>Reads back what publishers wrote.</summary>
internal sealed class ExportStore(Database database)
{
    private const string Records = "SELECT id, record FROM hsds_record WHERE kind = @Kind AND active = 1 ORDER BY id";

    private const string CountRecords = "SELECT COUNT(*) FROM hsds_record WHERE active = 1";

    /// <summary>How many records there are.</summary>
    public Task<long> CountAsync(CancellationToken ct) => database.ReadAsync(connection => connection.ExecuteScalar<long>(CountRecords), ct);

    /// <summary>Gives every record that is not retired to a writer: the tables in the standard's order, parents first; each by identifier.</summary>
    /// <exception cref="DirectoryFileException">The directory changed meanwhile: what was written is of two.</exception>
    public Task ReadAsync(Action<IEnumerable<HsdsRecord>> write, CancellationToken ct) =>
        database.ReadAsync(
            connection =>
            {
                var version = DirectoryStore.ReadVersion(connection);
                write(HsdsTables.All.SelectMany(table => connection
                    .Query<Row>(Records, new { Kind = table.Name }, buffered: false)
                    .Select(row => HsdsRecord.FromJson(table.Name, row.Id, row.Record))));
                if (ImportStore.HalfAppliedSince(connection) is not null || DirectoryStore.ReadVersion(connection) != version)
                    throw new DirectoryFileException("The directory changed while it was exported: export it again.");
                return true;
            },
            ct);

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string Record { get; init; } = "";
    }
}
