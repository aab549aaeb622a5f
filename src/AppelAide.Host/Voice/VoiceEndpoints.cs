using System.Globalization;
using AppelAide.Host.Calls;
using AppelAide.Host.Conversations;
using AppelAide.Host.Outbox;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Voice;

/// <summary>The webhooks of calls (CONTRACT: HTTP). Every answer is something a citizen can use.</summary>
internal static class VoiceEndpoints
{
    private const string TurnPath = "/twilio/voice/turn";
    /// <summary>See https://www.twilio.com/docs/voice/api/call-resource#call-status-values.</summary>
    private static readonly string[] Over = ["completed", "busy", "failed", "no-answer", "canceled"];

    private static readonly string[] UnderWay = ["queued", "initiated", "ringing", "in-progress"];

    /// <summary>Maps them into the signed group. What a turn needs is found once, and not for each.</summary>
    public static void MapVoice(this RouteGroupBuilder twilio)
    {
        var services = ((IEndpointRouteBuilder)twilio).ServiceProvider;
        var conversations = services.GetRequiredService<ConversationService>();
        var renderer = services.GetRequiredService<VoiceRenderer>();
        var failure = services.GetRequiredService<LineFailure>();
        var reports = services.GetRequiredService<OutboxReports>();
        var time = services.GetRequiredService<TimeProvider>();
        var logger = services.GetRequiredService<ILogger<ConversationService>>();
        twilio.MapPost("/voice", async http => await (await ArriveAsync(http, conversations, renderer, failure)).ExecuteAsync(http));
        twilio.MapPost("/voice/turn", async http => await (await TurnAsync(http, conversations, renderer, failure)).ExecuteAsync(http));
        twilio.MapPost("/voice/message", MessageAsync);
        twilio.MapPost("/voice/status", async http => await (await StatusAsync(http, conversations, reports, time, logger)).ExecuteAsync(http));
        twilio.MapPost("/voice/fallback", FallBackAsync);
        twilio.MapPost("/recording", RecordingAsync);
    }

    /// <summary>The address of the next turn; callers treat it as opaque.</summary>
    public static string ActionOf(TurnReply reply) => FormattableString.Invariant($"{TurnPath}?c={reply.ConversationNo}&t={reply.Turn.Number}");

    private static async Task<IResult> ArriveAsync(
        HttpContext http, ConversationService conversations, VoiceRenderer renderer, LineFailure failure)
    {
        var form = http.Request.Form;
        var call = VoiceReader.ReadCall(form);
        return await failure.GuardAsync(
            call, null, VoiceReader.Read(form), async () => Answer(renderer, await BeginAsync(http, conversations, call)), http.RequestAborted);
    }

    private static async Task<IResult> TurnAsync(
        HttpContext http, ConversationService conversations, VoiceRenderer renderer, LineFailure failure)
    {
        var form = http.Request.Form;
        var call = VoiceReader.ReadCall(form);
        var input = VoiceReader.Read(form);
        var no = Number(http.Request.Query["c"], long.MaxValue);
        return await failure.GuardAsync(
            call,
            no,
            input,
            async () =>
            {
                // Not given up when the provider hangs up on us: what was heard is kept.
                var reply = no is { } conversation && Number(http.Request.Query["t"], int.MaxValue) is { } turn
                    ? await conversations.AdvanceCallAsync(conversation, (int)turn, call.CallSid, input, Token(http), CancellationToken.None)
                    : null;
                return reply is { IsSpent: true }
                    ? await failure.AnswerAsync(call, no, input, isOver: true, http.RequestAborted)
                    : Answer(renderer, reply ?? await BeginAsync(http, conversations, call));
            },
            http.RequestAborted);
    }

    private static Task<IResult> MessageAsync(HttpContext http, MessageCall message) =>
        message.AnswerAsync(http.Request.Form, FormText.Number(http.Request.Query["m"]), Token(http), http.RequestAborted);

    private static async Task<IResult> FallBackAsync(HttpContext http, LineFailure failure)
    {
        var form = http.Request.Form;
        return await failure.AnswerAsync(
            VoiceReader.ReadCall(form), null, VoiceReader.Read(form), http.Request.Query["then"] == "end", http.RequestAborted);
    }

    private static async Task<IResult> StatusAsync(
        HttpContext http, ConversationService conversations, OutboxReports reports, TimeProvider time, ILogger<ConversationService> logger)
    {
        var call = VoiceReader.ReadCall(http.Request.Form);
        if (call.CallSid.Length > 0 && Over.Contains(call.Status))
        {
            try
            {
                await conversations.CloseCallAsync(call.CallSid, call.Seconds, CancellationToken.None);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                logger.LogError(error, "A call could not be closed; the sweeper will");
            }
        }

        if (FormText.Number(http.Request.Query["m"]) is { } message && call.CallSid.Length > 0 && (Over.Contains(call.Status) || UnderWay.Contains(call.Status)))
        {
            try
            {
                await reports.CallAsync(message, call.CallSid, call.Status, time.GetUtcNow(), CancellationToken.None);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                logger.LogError(error, "What became of call {CallSid} could not be noted", call.CallSid);
            }
        }

        return Results.NoContent();
    }

    private static async Task<IResult> RecordingAsync(HttpContext http, RecordingNotice notice, ILogger<RecordingNotice> logger)
    {
        var form = http.Request.Form;
        var sid = FormText.Sid(form["RecordingSid"]);
        try
        {
            await notice.TakeAsync(FormText.Sid(form["CallSid"]), sid, FormText.Seconds(form["RecordingDuration"]));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            logger.LogError(error, "Recording {RecordingSid} could not be noted; the provider holds it", sid);
        }

        return Results.NoContent();
    }

    private static Task<TurnReply> BeginAsync(HttpContext http, ConversationService conversations, IncomingCall call) =>
        conversations.StartCallAsync(
            call.CallSid.Length > 0 ? call.CallSid : "unnamed-" + Guid.NewGuid().ToString("N"), call.From, Token(http), trial: false, CancellationToken.None);

    private static TwimlResult Answer(VoiceRenderer renderer, TurnReply reply) => new(renderer.Render(reply.Turn, ActionOf(reply)));

    private static string? Token(HttpContext http) =>
        http.Request.Headers["I-Twilio-Idempotency-Token"] is [{ Length: > 0 and <= 64 } token] ? token : null;

    private static long? Number(string? text, long most) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;
}
