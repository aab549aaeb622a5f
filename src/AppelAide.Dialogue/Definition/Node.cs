using System.Collections.Immutable;
using AppelAide.Dialogue.Actions;
using AppelAide.Dialogue.Waits;

namespace AppelAide.Dialogue.Definition;

/// <summary>A place in a dialogue: what is done there, in order, until a wait or a way on.</summary>
/// <param name="Name">Unique in its dialogue.</param>
/// <param name="Source">Where it is written.</param>
/// <param name="Steps">In order; the last one is a wait or leads on.</param>
public sealed record Node(string Name, SourceLine Source, ImmutableArray<Step> Steps)
{
    /// <summary>The node's wait, when it has one (at most one, at its end).</summary>
    public Wait? Wait => Steps.IsEmpty ? null : Steps[^1] as Wait;
}
