using System.Collections.Immutable;
using AppelAide.Host.Directory.Hsds.Checks;
using AppelAide.Host.Directory.Hsds.Files;

namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>
/// The list of a community group: services.csv, and organizations.csv and locations.csv where it keeps them apart; or one sheet alone, as a spreadsheet
/// saves it. What is in French goes where the standard has one language, what is in English in columns of ours (<c>name_en</c>).
/// </summary>
internal sealed class PlainFormat : RecordFormat
{
    private const string Organizations = "organizations.csv";
    private const string Locations = "locations.csv";

    private readonly DirectoryFile? organizations, locations, services;
    private readonly RecordCheck check;
    private readonly Dictionary<string, string> idsByName = new(StringComparer.Ordinal);

    public PlainFormat(DirectoryFiles files, KnownRecords known, DefectList defects)
        : base(files, known, defects)
    {
        check = new(known, defects, isStandard: false);
        (organizations, locations) = (files.Find(Organizations), files.Find(Locations));
        ImmutableArray<DirectoryFile> lists = [.. files.All.Where(file => file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))];
        services = files.Find("services.csv") ?? (lists.Length == 1 && organizations is null && locations is null ? lists[0] : null);
        if (services is null && organizations is null && locations is null)
            throw new DirectoryFileException($"{files.Name} holds several lists, and none is called services.csv.");
    }

    public override string Name => "CSV";

    public override long BytesTotal => (organizations?.Length ?? 0) + (locations?.Length ?? 0) + (services?.Length ?? 0);

    public override IEnumerable<HsdsRecord> Read() => ReadOrganizations().Concat(ReadLocations()).Concat(ReadServices());

    private IEnumerable<HsdsRecord> ReadOrganizations()
    {
        if (organizations is null)
            yield break;
        using var row = new PlainRows(organizations, PlainColumns.OfNames, "id name description_fr description_en phone email url", Defects);
        while (row.Read())
        {
            var id = row["id"].Length > 0 || row.Has("id") ? row["id"] : Slug.Of(row["name"]);
            idsByName.TryAdd(Slug.Of(row["name"]), id);
            foreach (var record in Pass(row.File, row.Row, PlainRecords.Organization(row, id)))
                yield return record;
        }
    }

    private IEnumerable<HsdsRecord> ReadLocations()
    {
        if (locations is null)
            yield break;
        using var row = new PlainRows(
            locations,
            PlainColumns.OfNames,
            "id organization_id name address town postal_code latitude longitude wheelchair",
            Defects);
        while (row.Read())
        {
            var id = row["id"].Length > 0 || row.Has("id") ? row["id"] : Slug.Of(row["name"] + " " + row["address"]);
            var organization = row["organization_id"];
            if (!Known.Contains("organization", organization))
                organization = idsByName.GetValueOrDefault(Slug.Of(organization), organization);
            foreach (var record in Pass(row.File, row.Row, PlainRecords.Location(row, id, organization)))
                yield return record;
        }
    }

    private IEnumerable<HsdsRecord> ReadServices()
    {
        if (services is null)
            yield break;
        using var row = new PlainRows(services, PlainColumns.OfServices, PlainService.Columns, Defects);
        while (row.Read())
        {
            var service = new PlainService(row, Known, idsByName, problem => Defects.Add(DefectKind.Hours, new(row.File, row.Row, "hours", problem, true)));
            foreach (var record in Pass(row.File, row.Row, service.Records()))
                yield return record;
        }
    }

    /// <summary>The rows made of one: what hangs on one that is left out goes with it unsaid.</summary>
    private IEnumerable<HsdsRecord> Pass(string file, long row, IEnumerable<HsdsRecord> records)
    {
        var gone = new HashSet<(string Table, string Id)>();
        foreach (var record in records)
        {
            if (gone.Count > 0 && HangsOn(gone, record))
                gone.Add((record.Table, record.Id));
            else if (check.Pass(record, file, row) is { } passed)
                yield return passed;
            else
                gone.Add((record.Table, record.Id));
        }
    }

    private static bool HangsOn(HashSet<(string Table, string Id)> gone, HsdsRecord record) =>
        gone.Contains((record["link_entity"], record["link_id"]))
        || HsdsTables.Get(record.Table).References.Any(field => gone.Contains((field.References, record[field.Name])));
}
