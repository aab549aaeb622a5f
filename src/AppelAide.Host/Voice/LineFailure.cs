using AppelAide.Dialogue;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Conversations;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Voice;

/// <summary>When the line itself fails: an apology in the caller's language, and a person, without the dialogue engine.</summary>
internal sealed class LineFailure(CitizenLanguage language, VoiceRenderer renderer, LineClock clock, ILogger<LineFailure> logger)
{
    /// <summary>Where the call goes once the person was called, or the message left: never back to the apology, which would ring for ever.</summary>
    private const string After = "/twilio/voice/fallback?then=end";

    private const int RingSeconds = 25;
    private const int MessageSeconds = 120;

    private static readonly Words Transfer = new(
        "Je m'excuse, la ligne a un problème. Je vous mets en ligne avec une personne. Restez avec moi.",
        "I'm sorry, the line has a problem. I'm putting you through to a person. Stay with me.");

    private static readonly Words Message = new(
        "Je m'excuse, la ligne a un problème. Laissez votre message et votre numéro après le signal, et une personne vous rappellera.",
        "I'm sorry, the line has a problem. Leave your message and your number after the tone, and a person will call you back.");

    private static readonly Words Missed = new(
        "Personne ne peut répondre tout de suite. Laissez votre message et votre numéro après le signal, et une personne vous rappellera.",
        "Nobody can answer right now. Leave your message and your number after the tone, and a person will call you back.");

    private static readonly Words Kept = new(
        "J'ai bien votre message. Une personne va l'écouter et vous rappeler. Au revoir.",
        "I have your message. A person will listen to it and call you back. Good-bye.");

    private static readonly Words GoodBye = new(
        "Merci de votre appel. Rappelez quand vous voulez. Au revoir.", "Thank you for calling. Call again any time. Good-bye.");

    /// <summary>Runs a turn; whatever goes wrong is logged, and the citizen hears the apology, or what comes after it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="no">The conversation, when the request names one.</param>
    /// <param name="input">What was heard.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IResult> GuardAsync(IncomingCall call, long? no, CallerInput input, Func<Task<IResult>> turn, CancellationToken ct)
    {
        try
        {
            return await turn();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            logger.LogError(error, "Call {CallSid} failed", call.CallSid);
            return await AnswerAsync(call, no, input, isOver: false, ct);
        }
    }

    /// <summary>
    /// The apology, then the transfer number; without one, a message to leave, which the provider keeps until we can take it. After either, and
    /// when a dialogue that failed led to one, what is left to say: a person is not called a second time.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="no">The conversation, when the request names one.</param>
    /// <param name="input">What was heard.</param>
    /// <param name="isOver">Whether the citizen has heard the apology and what it led to.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IResult> AnswerAsync(IncomingCall call, long? no, CallerInput input, bool isOver, CancellationToken ct)
    {
        var languages = await language.OfAsync(no, call.CallSid, call.From, ct);
        var record = new RecordExpectation(MessageSeconds, "voicemail");
        return input switch
        {
            DialEndedInput { Answered: false } => Say(Missed, record),
            RecordingInput => Say(Kept, new EndExpectation()),
            DialEndedInput => Say(GoodBye, new EndExpectation()),
            _ when isOver => Say(GoodBye, new EndExpectation()),
            _ when clock.TransferNumber.Length > 0 => Say(Transfer, new DialExpectation(clock.TransferNumber, RingSeconds)),
            _ => Say(Message, record),
        };

        TwimlResult Say(Words words, Expectation then) => new(renderer.Render(
            [.. languages.Select(tongue => new Utterance(tongue, tongue == Languages.French ? words.Fr : words.En, 0.5))], then, languages[0], slow: false, After));
    }

    private sealed record Words(string Fr, string En);
}
