using System.Collections.Immutable;
using AppelAide.Dialogue.Events;

namespace AppelAide.Dialogue.Engine;

/// <summary>What the line says and then does, once: the reply to one input. A pure value; rendered to TwiML or to a text message.</summary>
/// <param name="Number">1 for the greeting, then one more each input.</param>
/// <param name="Said">What is said, in order.</param>
/// <param name="Expectation">What the line does after it has spoken.</param>
/// <param name="Language">The language of the conversation after this turn: <c>fr</c> or <c>en</c>.</param>
/// <param name="Slow">Whether the citizen asked for slower speech.</param>
/// <param name="Node">Where the conversation waits, as <c>dialogue.node</c>.</param>
/// <param name="Events">What happened during the turn, in order.</param>
public sealed record Turn(
    int Number,
    ImmutableArray<Utterance> Said,
    Expectation Expectation,
    string Language,
    bool Slow,
    string Node,
    ImmutableArray<DialogueEvent> Events);

/// <summary>One run of words in one language, then a pause.</summary>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Text">Plain words: never markup; renderers escape it.</param>
/// <param name="PauseAfter">Silence after the words, in seconds.</param>
public sealed record Utterance(string Language, string Text, double PauseAfter = 0);
