namespace AppelAide.Host.Directory.Hsds.Checks;

/// <summary>
/// What stands between a publisher's row and the directory. A row without an id that can be kept, name or what it hangs on is left out, and so is a
/// field that names nothing; anything else that is wrong is told and kept as it was written, because the publisher may read it better than we do.
/// </summary>
/// <param name="known">Which rows there are.</param>
/// <param name="defects">Where what is wrong is told.</param>
/// <param name="isStandard">Whether the file claims to follow the standard, and so must have what it requires.</param>
internal sealed class RecordCheck(KnownRecords known, DefectList defects, bool isStandard)
{
    /// <summary>The longest identifier that the databases keep, in UTF-16 units: their columns are <c>nvarchar(100)</c>, and a cut one would be another's.</summary>
    public const int LongestId = 100;

    private readonly Dictionary<string, ParentLinks> links = [];
    private string prefix = "";

    /// <summary>Checks a row and notes that it was met; null when it is left out.</summary>
    /// <param name="record">The row.</param>
    /// <param name="file">Its file.</param>
    /// <param name="row">Its line, or the number of the object that holds it.</param>
    /// <param name="within">What its fields are called by before their names: <c>phone.</c> inside an object of JSON; empty in a row of its own.</param>
    public HsdsRecord? Pass(HsdsRecord record, string file, long row, string within = "")
    {
        prefix = within;
        var table = HsdsTables.Get(record.Table);
        if (string.IsNullOrWhiteSpace(record.Id))
            return Drop(DefectKind.Missing, file, row, "id", "is empty");
        if (record.Id.Length > LongestId)
            return Drop(DefectKind.Value, file, row, "id", $"\"{ValueCheck.Short(record.Id)}\" is longer than {LongestId} characters");
        if (record.Id.Contains('\0', StringComparison.Ordinal))
            return Drop(DefectKind.Encoding, file, row, "id", "has a NUL character in it");
        var hash = KnownRecords.Hash(record.Table, record.Id);
        if (known.IsMet(hash))
            return Drop(DefectKind.DuplicateId, file, row, "id", $"\"{ValueCheck.Short(record.Id)}\" is there twice");
        if (CheckRequired(table, record, file, row) && CheckReferences(table, ref record, file, row))
        {
            CheckValues(table, record, file, row);
            record = CheckParent(table, record, file, row);
            known.Meet(hash);
            return record;
        }

        return null;
    }

    /// <summary>The first of a row's references whose row is not known, or not yet; null when there is none.</summary>
    public HsdsField? FindDangling(HsdsRecord record)
    {
        foreach (var field in HsdsTables.Get(record.Table).References)
        {
            if (record[field.Name] is { Length: > 0 } id && !known.Contains(field.References, id))
                return field;
        }

        return null;
    }

    private bool CheckRequired(HsdsTable table, HsdsRecord record, string file, long row)
    {
        foreach (var field in table.Fields)
        {
            if (!field.IsRequired || record[field.Name].Length > 0)
                continue;
            // Nothing can be said of a row that hangs on nothing or has no name; a missing description only makes the line shorter.
            var dropped = field.References.Length > 0 || field.Name is "name" or "number" or "link_id" or "resource_id";
            if (!dropped && !isStandard)
                continue;
            defects.Add(DefectKind.Missing, new(file, row, prefix + field.Name, "is empty", dropped));
            if (dropped)
                return false;
        }

        return true;
    }

    private bool CheckReferences(HsdsTable table, ref HsdsRecord record, string file, long row)
    {
        foreach (var field in table.References)
        {
            if (record[field.Name] is not { Length: > 0 } id || known.Contains(field.References, id))
                continue;
            defects.Add(
                DefectKind.DanglingReference,
                new(file, row, prefix + field.Name, $"no {field.References.Replace('_', ' ')} has the id \"{ValueCheck.Short(id)}\"", true));
            if (field.IsRequired)
                return false;
            record = record.With(field.Name, "");
        }

        return true;
    }

    private void CheckValues(HsdsTable table, HsdsRecord record, string file, long row)
    {
        foreach (var (name, value) in record.Fields)
        {
            if (Mojibake.IsIn(value))
                defects.Add(DefectKind.Encoding, new(file, row, prefix + name, $"\"{ValueCheck.Short(value)}\" was saved in the wrong encoding", false));
            if (value.Contains('\0', StringComparison.Ordinal))
                defects.Add(DefectKind.Encoding, new(file, row, prefix + name, "has a NUL character in it, which the line leaves out", false));
            if (table.Find(name) is { } field && ValueCheck.Of(table, field, value) is { } wrong)
                defects.Add(wrong.Kind, new(file, row, prefix + name, wrong.Problem, false));
        }

        if (table.Name == "schedule" && HoursCheck.Of(name => record[name]) is { } hours)
            defects.Add(DefectKind.Hours, new(file, row, prefix + hours.Field, hours.Problem, false));
    }

    private HsdsRecord CheckParent(HsdsTable table, HsdsRecord record, string file, long row)
    {
        if (table.ParentField.Length == 0 || record[table.ParentField] is not { Length: > 0 } parent)
            return record;
        if (!links.TryGetValue(table.Name, out var tree))
            links[table.Name] = tree = new();
        if (tree.Add(table.Name, record.Id, parent) is not { } problem)
            return record;
        defects.Add(DefectKind.Cycle, new(file, row, prefix + table.ParentField, problem, true));
        return record.With(table.ParentField, "");
    }

    private HsdsRecord? Drop(DefectKind kind, string file, long row, string field, string problem)
    {
        defects.Add(kind, new(file, row, prefix + field, problem, true));
        return null;
    }
}
