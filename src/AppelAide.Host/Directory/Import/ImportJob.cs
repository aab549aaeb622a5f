namespace AppelAide.Host.Directory.Import;

/// <summary>A file that staff bring in, from its check to the end.</summary>
internal sealed record ImportJob
{
    /// <summary>Its number.</summary>
    public required string Id { get; init; }

    /// <summary>The file's name, as it was sent.</summary>
    public required string FileName { get; init; }

    /// <summary>What is imported, from where it is kept.</summary>
    public required ImportRequest Request { get; init; }

    /// <summary>How far it is.</summary>
    public ImportStage Stage { get; init; }

    /// <summary>How much of the step is done, in percent.</summary>
    public int Percent { get; init; }

    /// <summary>What was found, or done; null before.</summary>
    public ImportReport? Report { get; init; }

    /// <summary>Why it stopped; empty when it did not.</summary>
    public string Refusal { get; init; } = "";
}
