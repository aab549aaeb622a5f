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
    /// <summary>Whether its fields are boxes, each of which says <see cref="EditFields.Checked"/> or nothing.</summary>
    public bool IsBoxes => Kind is EditGroupKind.Needs or EditGroupKind.Languages;

    /// <summary>Of boxes, those that each of the rows checks.</summary>
    public ImmutableArray<ImmutableArray<string>> Checks { get; init; } = [];

    /// <summary>What a field says.</summary>
    public string this[string field] => Values.FirstOrDefault(pair => pair.Key == field).Value ?? "";

    /// <summary>The name of a field in the form.</summary>
    public string Input(string field) => $"{Key}/{field}";
}
