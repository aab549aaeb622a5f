using System.Collections.Frozen;
using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Hsds;

/// <summary>A table of the standard: a file of the tabular form, a kind of object of the JSON form.</summary>
internal sealed class HsdsTable
{
    private readonly FrozenDictionary<string, int> places;

    /// <param name="name">Its name, as a resource of the data package.</param>
    /// <param name="file">Its file.</param>
    /// <param name="fields">Its fields but <c>id</c>, in <see cref="HsdsField.Of"/>'s notation, separated by spaces.</param>
    /// <param name="nests">What its JSON objects hold.</param>
    public HsdsTable(string name, string file, string fields, params HsdsNest[] nests)
    {
        Name = name;
        File = file;
        Fields = [.. fields.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(HsdsField.Of)];
        References = [.. Fields.Where(field => field.References.Length > 0)];
        places = Fields.Index().ToFrozenDictionary(field => field.Item.Name, field => field.Index, StringComparer.Ordinal);
        List<HsdsNest> all = [.. nests];
        if (name is not ("attribute" or "metadata" or "taxonomy" or "taxonomy_term"))
            all.Add(new("attributes", "attribute", "link_id", true));
        if (name != "metadata")
            all.Add(new("metadata", "metadata", "resource_id", true));
        Nests = [.. all];
    }

    /// <summary>Its name: organization, service…</summary>
    public string Name { get; }

    /// <summary>Its file: organizations.csv, services.csv…</summary>
    public string File { get; }

    /// <summary>Its columns in the standard's order, without <c>id</c>.</summary>
    public ImmutableArray<HsdsField> Fields { get; }

    /// <summary>Those that name a row of another table.</summary>
    public ImmutableArray<HsdsField> References { get; }

    /// <summary>What its JSON objects hold.</summary>
    public ImmutableArray<HsdsNest> Nests { get; }

    /// <summary>The field that links rows of this table to each other; empty where none does.</summary>
    public string ParentField => Name switch { "organization" => "parent_organization_id", "taxonomy_term" => "parent_id", _ => "" };

    /// <summary>Where a field comes in the standard's order; <see cref="int.MaxValue"/> for a field that the standard does not know.</summary>
    public int PlaceOf(string field) => places.TryGetValue(field, out var place) ? place : int.MaxValue;

    /// <summary>A field by its name; null when the standard does not know it.</summary>
    public HsdsField? Find(string field) => places.TryGetValue(field, out var place) ? Fields[place] : null;

    public override string ToString() => Name;
}
