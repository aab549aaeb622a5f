namespace AppelAide.Host.Calls.Figures;

/// <summary>How many conversations had an outcome: see <see cref="Outcomes"/>.</summary>
internal sealed record OutcomeFigures
{
    /// <summary>The outcome.</summary>
    public required string Outcome { get; init; }

    /// <summary>Calls that came in.</summary>
    public long Calls { get; init; }

    /// <summary>Exchanges of texts.</summary>
    public long Texts { get; init; }
}
