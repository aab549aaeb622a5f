using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Actions;

/// <summary>One thing that a node does.</summary>
public abstract record Step
{
    /// <summary>Where it is written.</summary>
    public required SourceLine Source { get; init; }

    /// <summary>The guard under which it is done; null for always.</summary>
    public Condition? When { get; init; }

    /// <summary>Whether the conversation never goes on to the next step of the node.</summary>
    public virtual bool LeadsOn => false;

    /// <summary>Prompts that it says.</summary>
    public virtual IEnumerable<string> Prompts => [];

    /// <summary>Variables that it reads.</summary>
    public virtual IEnumerable<string> Reads => When?.Variables ?? [];

    /// <summary>Variables that it may set.</summary>
    public virtual IEnumerable<string> Writes => [];

    /// <summary>Nodes or dialogues that it leads to.</summary>
    public virtual IEnumerable<string> Targets => [];

    /// <summary>Does it.</summary>
    internal abstract void Execute(DialogueRun run);
}
