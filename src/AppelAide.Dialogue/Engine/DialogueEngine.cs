using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Inputs;

namespace AppelAide.Dialogue.Engine;

/// <summary>
/// Decides what the line says next. Pure and synchronous: the same script, session, input and answers give the same turn.
/// Each method returns a run; while it has a <see cref="DialogueRun.Question"/>, the caller answers it; then it has a
/// <see cref="DialogueRun.Turn"/> and the new <see cref="DialogueRun.Session"/>.
/// </summary>
public static class DialogueEngine
{
    /// <summary>A call begins: the line speaks first.</summary>
    /// <param name="script">The live scripts.</param>
    /// <param name="language">The caller's language.</param>
    /// <param name="slow">Whether the caller asked for slower speech in an earlier call.</param>
    /// <param name="known">What is already known of the caller (<c>place.id</c> and its kin).</param>
    /// <param name="earlier">The session of a call of the same citizen that was cut off a short while ago; null for none.</param>
    /// <param name="context">The moment.</param>
    public static DialogueRun StartCall(
        Script script, string language, bool slow, IReadOnlyDictionary<string, string> known, Session? earlier, EngineContext context)
    {
        var session = new Session { ScriptVersion = script.Version, Channel = Channel.Voice, Language = language, Slow = slow, Variables = Variables.Of(known) };
        var run = new DialogueRun(script, session, context);
        run.OfferToResume(earlier);
        run.Begin(script.Line.Start);
        return run;
    }

    /// <summary>The line called somebody, and they answered, or their machine did: the line speaks first. Later turns are those of any call.</summary>
    /// <param name="script">The live scripts.</param>
    /// <param name="language">The message's language.</param>
    /// <param name="slow">Whether the citizen asked for slower speech in an earlier call.</param>
    /// <param name="known">What is already known of the citizen, and the message: <see cref="MessageVariables"/>.</param>
    /// <param name="context">The moment.</param>
    public static DialogueRun StartMessage(
        Script script, string language, bool slow, IReadOnlyDictionary<string, string> known, EngineContext context)
    {
        var session = new Session { ScriptVersion = script.Version, Channel = Channel.Voice, Language = language, Slow = slow, Variables = Variables.Of(known) };
        var run = new DialogueRun(script, session, context);
        run.Begin(script.Line.StartCall);
        return run;
    }

    /// <summary>What is said to somebody whom the line called with a message that is no longer to be given; then the line hangs up.</summary>
    /// <param name="script">The live scripts.</param>
    /// <param name="language">The citizen's language, or one that they may speak.</param>
    /// <param name="context">The line's own values and the moment.</param>
    public static ImmutableArray<Utterance> NoMessage(Script script, string language, EngineContext context)
    {
        var said = new PromptRenderer(Channel.Voice, DateOnly.FromDateTime(context.Now));
        if (script.Prompts.GetValueOrDefault(LinePrompts.NoMessage)?.For(language, Channel.Voice) is { } words)
            said.Add(words, language, name => context.Ambient.GetValueOrDefault(name) ?? context.Ambient.GetValueOrDefault($"{name}.{language}", ""));
        return said.Finish();
    }

    /// <summary>
    /// A message is written that no conversation asks for (a reminder): a node of the dialogue that <see cref="LineDefinition.Writes"/> names. The
    /// run asks its look-ups as any run does, and ends. The words are in the turn's <see cref="Events.TextRequested"/>; without one, there is
    /// nothing to send, or the script failed (<see cref="Events.DefectMet"/>).
    /// </summary>
    /// <param name="script">The live scripts.</param>
    /// <param name="node">The node's name, without its dialogue's.</param>
    /// <param name="language">The language of whoever receives it.</param>
    /// <param name="known">What is already known; what look-ups need to know of their subject stays with the host that answers them.</param>
    /// <param name="context">The line's own values and the moment.</param>
    public static DialogueRun Write(Script script, string node, string language, ImmutableDictionary<string, string> known, EngineContext context)
    {
        var session = new Session { ScriptVersion = script.Version, Channel = Channel.Sms, Language = language, Variables = Variables.Of(known) };
        var run = new DialogueRun(script, session, context) { IsWriting = true };
        run.Begin($"{script.Line.Writes}.{node}");
        return run;
    }

    /// <summary>A conversation by text begins with what the citizen texted.</summary>
    /// <inheritdoc cref="StartCall"/>
    public static DialogueRun StartText(
        Script script, string language, IReadOnlyDictionary<string, string> known, TextInput input, EngineContext context)
    {
        var session = new Session { ScriptVersion = script.Version, Channel = Channel.Sms, Language = language, Variables = Variables.Of(known) };
        var opening = new DialogueRun(script, session, context);
        opening.Begin(script.Line.StartSms);
        if (opening.Session is not { } opened) return opening;
        return Resume(script, opened with { TurnNumber = 0 }, input, context);
    }

    /// <summary>The citizen answered, stayed silent, or something the line did for them ended.</summary>
    /// <param name="script">The scripts of the session's own version.</param>
    /// <param name="session">As the last turn left it.</param>
    /// <param name="input">What was heard.</param>
    /// <param name="context">The moment.</param>
    public static DialogueRun Resume(Script script, Session session, CallerInput input, EngineContext context)
    {
        var run = new DialogueRun(script, session, context);
        run.Hear(input);
        return run;
    }
}
