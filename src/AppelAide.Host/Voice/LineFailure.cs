using System.Collections.Immutable;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Voice;

/// <summary>When the line itself fails: an apology in the caller's language, and a person, without the dialogue engine.</summary>
internal sealed class LineFailure(ConversationService conversations, VoiceRenderer renderer, LineClock clock, ILogger<LineFailure> logger)
{
    /// <summary>Where a call begins again, for a caller whom nobody can be found for.</summary>
    private const string Start = "/twilio/voice";

    private const int RingSeconds = 25;
    private const int MessageSeconds = 120;

    private static readonly TimeSpan LookUpWithin = TimeSpan.FromSeconds(2);

    /// <summary>Runs a turn; whatever goes wrong is logged, and the citizen hears the apology.</summary>
    public async Task<IResult> GuardAsync(string callSid, Func<Task<IResult>> turn, CancellationToken ct)
    {
        try
        {
            return await turn();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            logger.LogError(error, "Call {CallSid} failed", callSid);
            return new TwimlResult(await ApologiseAsync(callSid, ct));
        }
    }

    /// <summary>The apology, then the transfer number; without one, a message to leave, which the provider keeps until we can take it.</summary>
    public async Task<byte[]> ApologiseAsync(string callSid, CancellationToken ct)
    {
        var language = await LanguageAsync(callSid, ct);
        var french = language == Languages.French;
        if (clock.TransferNumber.Length > 0)
        {
            var words = french
                ? "Je m'excuse, la ligne a un problème. Je vous mets en ligne avec une personne. Restez avec moi."
                : "I'm sorry, the line has a problem. I'm putting you through to a person. Stay with me.";
            return Render(words, new DialExpectation(clock.TransferNumber, RingSeconds));
        }

        return Render(
            french
                ? "Je m'excuse, la ligne a un problème. Laissez votre message et votre numéro après le signal, et une personne vous rappellera."
                : "I'm sorry, the line has a problem. Leave your message and your number after the tone, and a person will call you back.",
            new RecordExpectation(MessageSeconds, "voicemail"));

        byte[] Render(string words, Expectation then) =>
            renderer.Render(ImmutableArray.Create(new Utterance(language, words, 0.5)), then, language, slow: false, Start);
    }

    private async Task<string> LanguageAsync(string callSid, CancellationToken ct)
    {
        try
        {
            return await conversations.LanguageAsync(callSid, ct).WaitAsync(LookUpWithin, ct);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            logger.LogWarning("The language of call {CallSid} could not be read: {Reason}", callSid, error.GetType().Name);
            return clock.DefaultLanguage;
        }
    }
}
