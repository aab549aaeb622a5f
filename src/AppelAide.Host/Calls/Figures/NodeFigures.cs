namespace AppelAide.Host.Calls.Figures;

/// <summary>How people fare at a node of a dialogue.</summary>
internal sealed record NodeFigures
{
    /// <summary>As <c>dialogue.node</c>.</summary>
    public required string Node { get; init; }

    /// <summary>How often it was entered.</summary>
    public long Entered { get; init; }

    /// <summary>How often an answer to its question was awaited: keys, words or silence.</summary>
    public long Heard { get; init; }

    /// <summary>How often the answer meant nothing there.</summary>
    public long NoMatch { get; init; }

    /// <summary>How often nothing was heard.</summary>
    public long NoInput { get; init; }

    /// <summary>How many conversations ended there.</summary>
    public long Ended { get; init; }

    /// <summary>How many of them before anything was obtained.</summary>
    public long Abandoned { get; init; }

    /// <summary>Of a hundred answers, how many meant nothing.</summary>
    public double NoMatchPercent => Heard > 0 ? 100.0 * NoMatch / Heard : 0;

    /// <summary>Of a hundred answers, how many were silence.</summary>
    public double NoInputPercent => Heard > 0 ? 100.0 * NoInput / Heard : 0;
}
