using System.Collections.Immutable;
using AppelAide.Dialogue.Engine;

namespace AppelAide.Host.Commands.Telephone;

/// <summary>A verb of a TwiML document, as a telephone obeys it.</summary>
internal abstract record TwimlVerb;

/// <summary>Speaks, or is silent.</summary>
/// <param name="Said">The words and pauses.</param>
/// <param name="Slow">Whether a slower speech is asked for.</param>
internal sealed record SayVerb(ImmutableArray<Utterance> Said, bool Slow) : TwimlVerb;

/// <summary>Waits for the caller or for another telephone, then posts what came of it.</summary>
/// <param name="Said">What is said first.</param>
/// <param name="Slow">Whether a slower speech is asked for.</param>
/// <param name="Then">What is waited for.</param>
/// <param name="Action">Where it is posted; null to go on with the document.</param>
/// <param name="Language">The language that is listened for, when the verb tells.</param>
/// <param name="PostsSilence">Whether a silence is posted too; otherwise the document goes on.</param>
internal sealed record WaitVerb(ImmutableArray<Utterance> Said, bool Slow, Expectation Then, string? Action, string? Language, bool PostsSilence) : TwimlVerb;

/// <summary>Goes on with another document.</summary>
/// <param name="Url">Its address.</param>
internal sealed record RedirectVerb(string Url) : TwimlVerb;

/// <summary>Hangs up.</summary>
internal sealed record HangupVerb : TwimlVerb;

/// <summary>Answers a text message.</summary>
/// <param name="Body">The words.</param>
internal sealed record MessageVerb(string Body) : TwimlVerb;
