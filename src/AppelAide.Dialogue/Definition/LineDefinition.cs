namespace AppelAide.Dialogue.Definition;

/// <summary>What holds for the whole line, whatever the dialogue (<c>line.yaml</c>).</summary>
/// <param name="Source">Where it is written.</param>
/// <param name="Start">The dialogue that answers a call.</param>
/// <param name="StartSms">The dialogue that answers a text; its first node is a wait.</param>
/// <param name="StartCall">The dialogue that speaks when the line calls somebody with a message.</param>
/// <param name="Exhausted">Where a citizen is led after <paramref name="Tries"/> silences or answers that mean nothing.</param>
/// <param name="Tries">How many times a question is put (FIELD: at most 3).</param>
/// <param name="Needs">The dialogue or node that answers a need.</param>
public sealed record LineDefinition(
    SourceLine Source, string Start, string StartSms, string StartCall, string Exhausted, int Tries, string Needs)
{
    /// <summary>The dialogue each of whose nodes writes one message (<see cref="Engine.DialogueEngine.Write"/>); empty for none.</summary>
    public string Writes { get; init; } = "";
}
