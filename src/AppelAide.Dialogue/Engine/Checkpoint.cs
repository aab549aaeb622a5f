using System.Collections.Immutable;

namespace AppelAide.Dialogue.Engine;

/// <summary>A wait that a conversation can go back to.</summary>
/// <param name="at">The wait.</param>
/// <param name="stack">The callers of its dialogue.</param>
/// <param name="variables">The values as they were then.</param>
public sealed class Checkpoint(Position at, ImmutableArray<Position> stack, Variables variables)
{
    /// <summary>The wait.</summary>
    public Position At { get; } = at;

    /// <summary>The callers of its dialogue.</summary>
    public ImmutableArray<Position> Stack { get; } = stack;

    /// <summary>The values as they were then.</summary>
    public Variables Variables { get; } = variables;

    /// <summary>As it was last written, so that the same point is not written anew at each turn; see <see cref="SessionJson"/>.</summary>
    internal WrittenCheckpoint? Written { get; set; }
}

/// <summary>A checkpoint in JSON.</summary>
/// <param name="Following">The variables that it was told apart from.</param>
/// <param name="Json">In UTF-8.</param>
internal sealed record WrittenCheckpoint(Variables Following, byte[] Json);
