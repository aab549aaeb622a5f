namespace AppelAide.Dialogue.Definition;

/// <summary>A defect of a script, found before the line opens.</summary>
/// <param name="File">The file, relative to the scripts' folder.</param>
/// <param name="Line">From 1.</param>
/// <param name="Node">As <c>dialogue.node</c>, or the prompt or keyword; empty when the file itself is wrong.</param>
/// <param name="Message">What is wrong and what to do, in one sentence.</param>
public sealed record DialogueIssue(string File, int Line, string Node, string Message)
{
    /// <summary><c>file:line: node: message</c>.</summary>
    public override string ToString() => Node.Length == 0 ? $"{File}:{Line}: {Message}" : $"{File}:{Line}: {Node}: {Message}";
}
