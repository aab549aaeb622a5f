namespace AppelAide.Host.Calls.Figures;

/// <summary>How often something was asked for, and how often at least one service was found.</summary>
internal sealed record NeedFigures
{
    /// <summary>The need's or the place's identifier.</summary>
    public required string Value { get; init; }

    /// <summary>In how many conversations it was asked for.</summary>
    public long Asked { get; init; }

    /// <summary>In how many of them a service was found.</summary>
    public long Found { get; init; }

    /// <summary>In how many of them none was.</summary>
    public long NotFound => Asked - Found;
}
