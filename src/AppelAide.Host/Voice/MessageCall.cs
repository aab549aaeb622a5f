using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Outbox;
using AppelAide.Host.Scripts;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Voice;

/// <summary>A call that the line made was answered: what it says first. What follows is an ordinary call.</summary>
internal sealed class MessageCall(
    ConversationService conversations,
    OutboxReports reports,
    ScriptLibrary scripts,
    CitizenLanguage language,
    LineClock clock,
    VoiceRenderer renderer,
    LineFailure failure,
    ILogger<MessageCall> logger)
{
    /// <summary>Answers the provider; whatever goes wrong, the citizen hears something, and a machine nothing.</summary>
    /// <param name="form">The request.</param>
    /// <param name="messageId">The message; null when the address names none.</param>
    /// <param name="token">The delivery's idempotency token, if any.</param>
    /// <param name="ct">Gives up what may be given up.</param>
    public async Task<IResult> AnswerAsync(IFormCollection form, long? messageId, string? token, CancellationToken ct)
    {
        var call = VoiceReader.ReadCall(form, isOutgoing: true);
        var machine = VoiceReader.IsMachine(form);
        try
        {
            var reply = messageId is { } id && call.CallSid.Length > 0 ? await StartAsync(id, call.CallSid, machine, token) : null;
            return reply is not null ? new TwimlResult(renderer.Render(reply.Turn, VoiceEndpoints.ActionOf(reply))) : await NothingAsync(call, ct);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            logger.LogError(error, "Call {CallSid}, made for message {Id}, failed", call.CallSid, messageId);
            // A machine is not put through to a person.
            return machine
                ? new TwimlResult(renderer.Render([], new EndExpectation(), clock.DefaultLanguage, slow: false, ""))
                : await failure.AnswerAsync(call, null, VoiceReader.Read(form), isOver: false, ct);
        }
    }

    private async Task<TurnReply?> StartAsync(long messageId, string callSid, bool machine, string? token)
    {
        // Not given up when the provider hangs up on us: what was said is kept.
        var reply = await conversations.StartMessageAsync(callSid, messageId, machine, token, CancellationToken.None);
        try
        {
            // The provider took the call, even if nobody could note its answer then.
            if (reply is { Turn.Number: 1 }) await reports.CallAsync(messageId, callSid, "in-progress", clock.Now, CancellationToken.None);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            logger.LogWarning(error, "That message {Id} is being said could not be noted; its end will be", messageId);
        }

        return reply;
    }

    private async Task<IResult> NothingAsync(IncomingCall call, CancellationToken ct)
    {
        var languages = await language.OfAsync(null, call.CallSid, call.From, ct);
        var context = clock.Context(clock.Now, []);
        var said = languages.SelectMany(tongue => DialogueEngine.NoMessage(scripts.Live, tongue, context));
        return new TwimlResult(renderer.Render([.. said], new EndExpectation(), languages[0], slow: false, ""));
    }
}
