using System.Collections.Immutable;

namespace AppelAide.Dialogue.Engine;

/// <summary>What the engine asks of the world; it never touches it. The host answers with named fields.</summary>
/// <param name="Kind">A look-up changes nothing; a command is carried out in the turn's transaction.</param>
/// <param name="Name">The look-up or command, for example <c>trainings.next</c>.</param>
/// <param name="Arguments">By name; absent values are empty strings.</param>
public sealed record Question(QuestionKind Kind, string Name, ImmutableDictionary<string, string> Arguments)
{
    /// <summary>An argument, or the empty string.</summary>
    public string this[string argument] => Arguments.GetValueOrDefault(argument, "");
}

/// <summary>Whether a question may change the world.</summary>
public enum QuestionKind
{
    /// <summary>Changes nothing.</summary>
    Lookup,

    /// <summary>Changes the world, once, in the turn's transaction.</summary>
    Command,
}
