using AppelAide.Host.Directory.Hsds.Checks;

namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>A row of the older layout: small numbers for ids, and lists in cells. Each is made a UUID of its table and number.</summary>
internal sealed class OhanaRow(string table, string file, long row, Func<string, string> fields, KnownRecords known, DefectList defects)
{
    public string Table => table;

    /// <summary>The id in the standard; empty, and told, when the row has none or one that is taken.</summary>
    public string NewId(string column = "id", string prefix = "")
    {
        var old = this[column];
        if (old.Length == 0)
            Tell(DefectKind.Missing, column, "is empty", true);
        else if (known.IsMet(table, HsdsIdentity.Make(table, prefix + old)))
            Tell(DefectKind.DuplicateId, column, $"\"{ValueCheck.Short(old)}\" is there twice", true);
        else
            return HsdsIdentity.Make(table, prefix + old);
        return "";
    }

    public string this[string column] => fields(column).Trim();

    /// <summary>A list, separated by commas.</summary>
    public string[] List(string column) => this[column].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The id in the standard of what a column names; empty when it names nothing, and told when what it names is not there.</summary>
    public string Reference(string column, string to) => Reference(column, to, this[column]);

    public string Reference(string column, string to, string old)
    {
        if (old.Length == 0)
            return "";
        var id = HsdsIdentity.Make(to, old);
        if (known.Contains(to, id))
            return id;
        Tell(DefectKind.DanglingReference, column, $"no {to.Replace('_', ' ')} has the id \"{ValueCheck.Short(old)}\"", true);
        return "";
    }

    /// <summary>The columns that the standard has no place for, by their old names.</summary>
    public IEnumerable<(string Name, string Value)> Kept(params string[] columns) => columns.Select(column => (column, this[column]));

    public void Tell(DefectKind kind, string column, string problem, bool dropped) => defects.Add(kind, new(file, row, column, problem, dropped));
}
