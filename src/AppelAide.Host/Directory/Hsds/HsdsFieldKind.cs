namespace AppelAide.Host.Directory.Hsds;

/// <summary>What the standard says a field holds.</summary>
internal enum HsdsFieldKind
{
    Text,
    Number,
    Date,
    Time,
    DateTime,
    Uri,
    Email,

    /// <summary>An identifier. Publishers write other things than UUIDs, and they are taken as they are.</summary>
    Uuid,

    /// <summary>One of <see cref="HsdsField.OneOf"/>.</summary>
    OneOf,
}
