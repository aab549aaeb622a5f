using System.Collections.Immutable;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Directory.Editing;

/// <summary>A part of a form.</summary>
/// <param name="Key">Its name in the form.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Rows">The records that it stands for; none for what is new.</param>
/// <param name="Values">What it says, by field, in the order of the form.</param>
internal sealed record EditGroup(string Key, EditGroupKind Kind, EditOwner Owner, ImmutableArray<HsdsRecord> Rows, ImmutableArray<KeyValuePair<string, string>> Values)
{
    /// <summary>What a field says.</summary>
    public string this[string field] => Values.FirstOrDefault(pair => pair.Key == field).Value ?? "";

    /// <summary>The name of a field in the form.</summary>
    public string Input(string field) => $"{Key}/{field}";
}
