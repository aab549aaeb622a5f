namespace AppelAide.Host.Directory.Import;

/// <summary>What is known of a record without its words.</summary>
internal sealed record KnownRow
{
    /// <summary>The standard's table.</summary>
    public string Kind { get; init; } = "";

    public string Id { get; init; } = "";

    /// <summary>Who published it.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether the line reads it.</summary>
    public bool Active { get; init; }

    /// <summary>Of its last publication.</summary>
    public long Fingerprint { get; init; }

    /// <summary>Whether staff took it away here.</summary>
    public bool Held { get; init; }
}
