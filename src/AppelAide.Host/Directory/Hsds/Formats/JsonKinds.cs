using System.Collections.Immutable;
using System.Text.Json;

namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>Tells of which table an object of JSON is, which the standard leaves to who asked for it.</summary>
internal static class JsonKinds
{
    /// <summary>A property of ours that says it, for objects that no organization holds.</summary>
    public const string Property = "hsds_table";

    /// <summary>What a publisher may list, in the order in which doubts are settled.</summary>
    private static readonly ImmutableArray<HsdsTable> Roots =
    [
        .. new[] { "organization", "service", "service_at_location", "location", "taxonomy_term", "taxonomy", "program", "schedule", "phone", "contact" }
            .Select(HsdsTables.Get),
    ];

    /// <summary>The table whose fields and lists it has most of; null when it has none of any.</summary>
    public static HsdsTable? Of(JsonElement element)
    {
        if (element.TryGetProperty(Property, out var told) && told.ValueKind == JsonValueKind.String)
            return HsdsTables.Find(told.GetString()!);
        var names = element.EnumerateObject().Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        var best = Roots.MaxBy(table => Score(table, names))!;
        return Score(best, names) > 0 ? best : null;
    }

    private static int Score(HsdsTable table, HashSet<string> names) =>
        table.Fields.Count(field => names.Contains(field.Name)) + table.Nests.Count(nest => nest.Table != "metadata" && names.Contains(nest.Property));
}
