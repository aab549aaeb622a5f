using AppelAide.Host.Directory.Hsds.Files;

namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>Tells what a publisher's files are written in by their names and headers.</summary>
internal static class FormatDetection
{
    private static readonly string[] OhanaFiles = ["regular_schedules.csv", "holiday_schedules.csv", "mail_addresses.csv", "taxonomy.csv"];

    /// <exception cref="DirectoryFileException">They are nothing that is known.</exception>
    public static RecordFormat Of(DirectoryFiles files, KnownRecords known, DefectList defects)
    {
        if (!files.All.Any(IsCsv))
        {
            return files.All.Any(JsonFormat.IsJson)
                ? new JsonFormat(files, known, defects)
                : throw new DirectoryFileException($"{files.Name} holds no CSV and no JSON file: it is no directory.");
        }

        if (files.Find(TabularFormat.Package) is not null)
            return new TabularFormat(files, known, defects);
        var services = Header(files, "services.csv", files.All.Length == 1 ? files.All[0] : null);
        if (OhanaFiles.Any(name => files.Find(name) is not null) || (services.Contains("location_id") && services.Contains("taxonomy_ids")))
            return new OhanaFormat(files, known, defects);
        return IsStandard(files, services) ? new TabularFormat(files, known, defects) : new PlainFormat(files, known, defects);
    }

    /// <summary>In the standard a service says neither where nor when it is: other tables do. A community group's list says it in the row.</summary>
    private static bool IsStandard(DirectoryFiles files, HashSet<string> services)
    {
        var tables = HsdsTables.All.Count(table => files.Find(table.File) is not null);
        if (services.Count == 0)
            return tables > 0 && !Header(files, "organizations.csv", null).Contains("description_fr");
        return services.Contains("name") && !services.Overlaps(["location_id", "needs", "hours", "address", "organization", "name_fr"]);
    }

    private static HashSet<string> Header(DirectoryFiles files, string name, DirectoryFile? otherwise)
    {
        if ((files.Find(name) ?? otherwise) is not { } file)
            return [];
        // What is wrong with the file is told when it is read.
        using var rows = CsvRows.Open(file, new());
        return rows.Header.ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsCsv(DirectoryFile file) => file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
}
