namespace AppelAide.Host.Directory.Import;

/// <summary>An import that was, or is.</summary>
internal sealed record PastImport
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>Who publishes the records.</summary>
    public required string Source { get; init; }

    /// <summary>What the files were.</summary>
    public required string Format { get; init; }

    /// <summary>Who imported.</summary>
    public required string ImportedBy { get; init; }

    /// <summary><c>staging</c>, <c>applying</c>, <c>done</c> or <c>abandoned</c>.</summary>
    public required string State { get; init; }

    public int Added { get; init; }

    public int Changed { get; init; }

    public int Retired { get; init; }

    public int Unchanged { get; init; }

    public int Defects { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
