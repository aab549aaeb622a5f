using AppelAide.Host.Calls;

namespace AppelAide.Host.Console.Trial;

/// <summary>A turn of a trial as the page shows it.</summary>
internal sealed record TrialStep
{
    /// <summary>The conversation.</summary>
    public required long ConversationNo { get; init; }

    /// <inheritdoc cref="TurnRecord.TurnNo"/>
    public required int TurnNo { get; init; }

    /// <inheritdoc cref="TurnRecord.At"/>
    public required DateTimeOffset At { get; init; }

    /// <inheritdoc cref="TurnRecord.HeardKind"/>
    public required string HeardKind { get; init; }

    /// <inheritdoc cref="TurnRecord.Heard"/>
    public required string Heard { get; init; }

    /// <inheritdoc cref="TurnRecord.Intent"/>
    public string? Intent { get; init; }

    /// <inheritdoc cref="TurnRecord.Need"/>
    public string? Need { get; init; }

    /// <inheritdoc cref="TurnRecord.Language"/>
    public required string Language { get; init; }

    /// <inheritdoc cref="TurnRecord.Said"/>
    public required string Said { get; init; }

    /// <inheritdoc cref="TurnRecord.Node"/>
    public required string Node { get; init; }

    /// <inheritdoc cref="TurnRecord.Reply"/>
    public required string Reply { get; init; }

    /// <inheritdoc cref="TurnRecord.Segments"/>
    public required int Segments { get; init; }
}
