using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Directory.Editing;

/// <summary>A service or an organization, with its telephones and hours, the needs, the languages and what to bring of a service, open for editing.</summary>
/// <param name="Page">What it is.</param>
/// <param name="Record">Its own record.</param>
/// <param name="Source">Who publishes it.</param>
/// <param name="Organization">Who offers a service: name and identifier; empty for an organization.</param>
/// <param name="Groups">The parts of the form.</param>
internal sealed record EditSheet(
    HistoryPage Page, HsdsRecord Record, string Source, (string Id, string Name) Organization, ImmutableArray<EditGroup> Groups)
{
    /// <summary>A mark that is another one as soon as anything of it changed, whoever changed it.</summary>
    public string Version { get; } = Mark(Groups.SelectMany(group => group.Rows));

    /// <summary>What it says, by the names of the form.</summary>
    public Dictionary<string, string> Values() => Groups
        .SelectMany(group => group.Values.Select(pair => KeyValuePair.Create(group.Input(pair.Key), pair.Value)))
        .ToDictionary(StringComparer.Ordinal);

    private static string Mark(IEnumerable<HsdsRecord> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.OrderBy(row => row.Table, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{row.Table} {row.Id} {row.Fingerprint():x16}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 12));
    }
}
