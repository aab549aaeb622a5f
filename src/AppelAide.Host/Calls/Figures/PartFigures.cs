namespace AppelAide.Host.Calls.Figures;

/// <summary>What came in from a place, or in a language.</summary>
internal sealed record PartFigures
{
    /// <summary>The place's or the language's identifier; empty when none was settled on.</summary>
    public required string Value { get; init; }

    /// <summary>Calls that came in.</summary>
    public long Calls { get; init; }

    /// <summary>Exchanges of texts.</summary>
    public long Texts { get; init; }

    /// <summary>People of each week, added up.</summary>
    public long People { get; init; }

    /// <summary>How many calls and exchanges ended before anything was obtained.</summary>
    public long Abandoned { get; init; }
}
