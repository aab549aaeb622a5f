using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Tests.Directory.Hsds.Writing;

public sealed class SchemaOracleTests : IDisposable
{
    private readonly Reading reading = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        reading.Dispose();
        folder.Dispose();
    }

    [SchemaFact]
    public async Task The_official_example_is_exported_as_the_schemas_say() => Assert.Empty(await ExportAsync(HsdsData.Example, lenient: false));

    [SchemaFact]
    public async Task The_sample_directory_is_exported_as_the_schemas_say() =>
        Assert.Empty(await ExportAsync(Path.Combine(HsdsData.Checkout, "db", "sample"), lenient: true));

    [SchemaFact]
    public async Task The_older_sample_is_exported_as_the_schemas_say_but_for_what_was_told() =>
        Assert.DoesNotContain(await ExportAsync(HsdsData.Ohana, lenient: true), wrong => !wrong.Contains("allowed values", StringComparison.Ordinal));

    private async Task<string[]> ExportAsync(string path, bool lenient)
    {
        var records = reading.ReadFrom(path).Records.OrderBy(record => HsdsTables.PlaceOf(record.Table)).ToList();
        DirectoryWriter.WriteJson(folder["all.json"], records, CancellationToken.None);
        DirectoryWriter.WriteTabular(folder["tables"], records, CancellationToken.None);
        return await SchemaOracle.CheckAsync(folder["all.json"], folder["tables"], lenient);
    }
}
