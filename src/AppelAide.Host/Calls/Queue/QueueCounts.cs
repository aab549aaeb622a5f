namespace AppelAide.Host.Calls.Queue;

/// <summary>How many people wait to be called.</summary>
internal sealed record QueueCounts
{
    /// <summary>All of them.</summary>
    public required int Waiting { get; init; }

    /// <summary>Those whose time has passed.</summary>
    public required int Late { get; init; }

    /// <summary>Those that nobody has in hand.</summary>
    public required int Free { get; init; }

    /// <summary>Those that whoever asks has in hand.</summary>
    public required int Mine { get; init; }
}
