using AppelAide.Dialogue.Definition;
using AppelAide.Host.Directory.Needs;
using AppelAide.Host.Persistence;
using AppelAide.Host.Sample;
using Dapper;

namespace AppelAide.Host.Directory;

/// <summary>Measures what of the directory citizens can find.</summary>
internal sealed class ReachStore(Database database)
{
    private const int MostTerms = 20;

    private const string Terms = """
        SELECT t.taxonomy, t.code, t.name, COUNT(*) AS services FROM attribute a JOIN taxonomy_term t ON t.id = a.taxonomy_term_id
        WHERE a.link_entity = 'service' GROUP BY t.taxonomy, t.code, t.name
        """;

    private const string FromSource = "SELECT COUNT(*) FROM hsds_record WHERE source = @Source AND kind = 'service' AND active = 1";

    public Task<DirectoryReach> MeasureAsync(DirectorySnapshot directory, Script script, CancellationToken ct) =>
        database.ReadAsync(
            connection =>
            {
                var taxonomy = NeedTaxonomy.Of(script);
                return new DirectoryReach(
                    directory.AllServices.Length,
                    directory.AllServices.Count(service => !service.Needs.IsEmpty),
                    [
                        .. connection.Query<TermRow>(Terms)
                            .Where(row => taxonomy.ForTerm(row.Taxonomy, row.Code, row.Name).IsEmpty)
                            .OrderByDescending(row => row.Services).ThenBy(row => row.Name, StringComparer.Ordinal)
                            .Take(MostTerms)
                            .Select(row => (row.Code.Length > 0 ? $"{row.Name} ({row.Taxonomy}:{row.Code})" : row.Name, row.Services)),
                    ],
                    connection.QuerySingle<long>(FromSource, new { SampleStore.Source }) > 0);
            },
            ct);

    private sealed record TermRow
    {
        public string Taxonomy { get; init; } = "";

        public string Code { get; init; } = "";

        public string Name { get; init; } = "";

        public int Services { get; init; }
    }
}
