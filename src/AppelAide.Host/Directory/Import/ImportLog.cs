using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Directory.Import;

/// <summary>The imports that were.</summary>
internal sealed class ImportLog(Database database)
{
    private const string Latest = """
        SELECT id, source, format, imported_by, state, added, changed, retired, unchanged, defects, started_at, finished_at FROM directory_import ORDER BY id DESC
        """;

    private readonly string latest = $"{Latest} {database.Dialect.Page}";

    /// <summary>The latest, first.</summary>
    public Task<List<PastImport>> ListAsync(int take, CancellationToken ct) =>
        database.ReadAsync(connection => connection.Query<PastImport>(latest, new { Skip = 0, Take = take }).AsList(), ct);
}
