using AppelAide.Host.Directory.Hsds.Checks;
using AppelAide.Host.Directory.Hsds.Files;

namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>
/// The layout of Ohana, from before the standard: services hang on locations, hours and holidays are apart, cells hold lists.
/// https://github.com/codeforamerica/ohana-api/wiki/Populating-the-Postgres-database-from-OpenReferral-compliant-CSV-files
/// </summary>
internal sealed class OhanaFormat(DirectoryFiles files, KnownRecords known, DefectList defects) : RecordFormat(files, known, defects)
{
    private static readonly (string File, string Table, Func<OhanaRecords, OhanaRow, IEnumerable<HsdsRecord>> Make)[] Steps =
    [
        ("organizations.csv", "organization", (records, row) => records.Organization(row)),
        ("programs.csv", "program", (records, row) => records.Program(row)),
        ("taxonomy.csv", "taxonomy_term", (records, row) => records.Term(row)),
        ("locations.csv", "location", (records, row) => records.Location(row)),
        ("services.csv", "service", (records, row) => records.Service(row)),
        ("contacts.csv", "contact", (records, row) => records.Contact(row)),
        ("phones.csv", "phone", (records, row) => records.Phone(row)),
        ("addresses.csv", "address", (records, row) => records.Address(row, "physical")),
        ("mail_addresses.csv", "address", (records, row) => records.Address(row, "postal")),
        ("regular_schedules.csv", "schedule", (records, row) => records.Hours(row)),
        ("holiday_schedules.csv", "schedule", (records, row) => records.Holiday(row)),
    ];

    private readonly RecordCheck check = new(known, defects, isStandard: false);
    private readonly OhanaRecords records = new(known);

    public override string Name => "Ohana, CSV";

    public override long BytesTotal => Steps.Sum(step => Files.Find(step.File)?.Length ?? 0);

    public override IEnumerable<HsdsRecord> Read() => Steps.SelectMany(step => Files.Find(step.File) is { } file ? Read(file, step.Table, step.Make) : []);

    private IEnumerable<HsdsRecord> Read(DirectoryFile file, string table, Func<OhanaRecords, OhanaRow, IEnumerable<HsdsRecord>> make)
    {
        using var rows = CsvRows.Open(file, Defects);
        var columns = rows.Header.Index().DistinctBy(column => column.Item).ToDictionary(column => column.Item, column => column.Index, StringComparer.Ordinal);
        while (rows.Read())
        {
            var row = new OhanaRow(table, file.Name, rows.Row, name => columns.TryGetValue(name, out var column) ? rows[column] : "", Known, Defects);
            foreach (var record in make(records, row))
            {
                if (check.Pass(record, file.Name, rows.Row) is { } passed)
                    yield return passed;
            }
        }
    }
}
