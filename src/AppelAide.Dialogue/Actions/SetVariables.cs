using System.Collections.Immutable;
using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Actions;

/// <summary>Sets variables: a literal, <c>{other}</c> a copy, <c>+1</c> an increment, or nothing, which also empties all that hangs below the name.</summary>
public sealed record SetVariables(ImmutableArray<KeyValuePair<string, string>> Assignments) : Step
{
    /// <inheritdoc/>
    public override IEnumerable<string> Reads => base.Reads.Concat(Assignments.Select(a => CopiedFrom(a.Value)).OfType<string>());

    /// <inheritdoc/>
    public override IEnumerable<string> Writes => Assignments.Select(assignment => assignment.Key);

    internal override void Execute(DialogueRun run)
    {
        foreach (var (name, value) in Assignments)
        {
            if (CopiedFrom(value) is { } other) run.Copy(other, name);
            else if (value is ['+', ..] && int.TryParse(value.AsSpan(1), out var step)) run.Set(name, DialogueRun.Text(run.Integer(name) + step));
            else if (value.Length == 0) run.Clear(name);
            else run.Set(name, value);
        }
    }

    private static string? CopiedFrom(string value) => value is ['{', .. var name, '}'] ? name : null;
}
