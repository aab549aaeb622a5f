using System.Collections.Immutable;

namespace AppelAide.Dialogue.Engine;

/// <summary>A conversation as a value: all that the engine knows of it between two turns.</summary>
public sealed record Session
{
    /// <summary>The version of the scripts it began with and keeps.</summary>
    public required string ScriptVersion { get; init; }

    /// <summary>Call or text.</summary>
    public required Channel Channel { get; init; }

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Whether the citizen asked for slower speech.</summary>
    public bool Slow { get; init; }

    /// <summary>Turns taken so far.</summary>
    public int TurnNumber { get; init; }

    /// <summary>The wait where the conversation stands.</summary>
    public Position At { get; init; }

    /// <summary>Where called dialogues return to, innermost last.</summary>
    public ImmutableArray<Position> Stack { get; init; } = [];

    /// <summary>Values by name; an absent one is the empty string.</summary>
    public Variables Variables { get; init; } = Variables.Empty;

    /// <summary>Silences and answers that meant nothing, one after another, at this wait.</summary>
    public int Misses { get; init; }

    /// <summary>Repeats asked for, one after another, at this wait.</summary>
    public int Repeats { get; init; }

    /// <summary>The waits that <c>#</c> goes back to, newest last.</summary>
    public ImmutableArray<Checkpoint> History { get; init; } = [];

    /// <summary>The point of an earlier, cut-off conversation that the citizen may go on from.</summary>
    public Checkpoint? Resumable { get; init; }

    /// <summary>What did not fit the last text message; PLUS or MORE brings it. Kept by the host's renderer.</summary>
    public string Rest { get; init; } = "";

    /// <summary>Whether the conversation is over.</summary>
    public bool Ended { get; init; }
}
