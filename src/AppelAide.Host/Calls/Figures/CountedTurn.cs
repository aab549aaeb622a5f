namespace AppelAide.Host.Calls.Figures;

/// <summary>What the figures need of a turn.</summary>
internal sealed record CountedTurn
{
    /// <inheritdoc cref="TurnRecord.ConversationNo"/>
    public required long ConversationNo { get; init; }

    /// <inheritdoc cref="TurnRecord.At"/>
    public required DateTimeOffset At { get; init; }

    /// <inheritdoc cref="TurnRecord.HeardKind"/>
    public required string HeardKind { get; init; }

    /// <inheritdoc cref="TurnRecord.Intent"/>
    public string? Intent { get; init; }

    /// <inheritdoc cref="TurnRecord.Need"/>
    public string? Need { get; init; }

    /// <inheritdoc cref="TurnRecord.Node"/>
    public required string Node { get; init; }

    /// <inheritdoc cref="TurnRecord.Events"/>
    public string? Events { get; init; }
}
