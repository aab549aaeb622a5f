using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Actions;

/// <summary>Settles what the citizen needs, as if they had named it: sets <c>need</c> and <c>need.label</c>.</summary>
/// <param name="Need">A need's identifier.</param>
public sealed record NameNeed(string Need) : Step
{
    /// <inheritdoc/>
    public override IEnumerable<string> Writes => ["need", "need.label"];

    internal override void Execute(DialogueRun run) => run.NameNeed(Need);
}
