using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Import;

/// <summary>What is to be imported.</summary>
/// <param name="Path">A folder, a zip, a JSON or a CSV file.</param>
/// <param name="Source">Who publishes it: records that vanish are looked for among theirs alone.</param>
/// <param name="By">Who imports it.</param>
internal sealed record ImportRequest(string Path, string Source, string By)
{
    /// <summary>The publisher's records that the files no longer have go from the line.</summary>
    public bool RetireMissing { get; init; }

    /// <summary>Other publishers whose records all go, such as <c>sample</c>.</summary>
    public ImmutableArray<string> RetireSources { get; init; } = [];
}
