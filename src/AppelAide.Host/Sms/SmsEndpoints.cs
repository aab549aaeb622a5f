using AppelAide.Dialogue;
using AppelAide.Host.Conversations;
using AppelAide.Host.Outbox;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Sms;

/// <summary>The webhooks of text messages (CONTRACT: HTTP).</summary>
internal static class SmsEndpoints
{
    private const string ApologyFr = "Je m'excuse, la ligne a un problème. Réessayez dans quelques minutes.";
    private const string ApologyEn = "I'm sorry, the line has a problem. Please try again in a few minutes.";

    /// <summary>See https://www.twilio.com/docs/messaging/api/message-resource#message-status-values.</summary>
    private static readonly HashSet<string> Statuses = ["queued", "sending", "sent", "delivered", "undelivered", "failed"];

    /// <summary>Maps them into the signed group.</summary>
    public static void MapSms(this RouteGroupBuilder twilio)
    {
        twilio.MapPost("/sms", ReceiveAsync);
        twilio.MapPost("/sms/status", StatusAsync);
    }

    private static async Task<IResult> ReceiveAsync(
        HttpContext http, ConversationService conversations, SenderFacts facts, CitizenLanguage language, ILogger<IncomingText> logger)
    {
        var text = SmsReader.ReadText(http.Request.Form);
        try
        {
            var sid = text.MessageSid.Length > 0 ? text.MessageSid : "unnamed-" + Guid.NewGuid().ToString("N");
            var input = SmsReader.Read(http.Request.Form);
            var reply = await conversations.ReceiveTextAsync(sid, text.From, input, trial: false, CancellationToken.None);
            await facts.KeepAsync(text, input.Text, CancellationToken.None);
            return new TwimlResult(SmsRenderer.Document(text.OptOutType.Length > 0 ? "" : reply.Text));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            logger.LogError(error, "Text {MessageSid} failed", text.MessageSid);
            var languages = await language.OfAsync(null, text.MessageSid, text.From, CancellationToken.None);
            return new TwimlResult(SmsRenderer.Document(string.Join(' ', languages.Select(tongue => tongue == Languages.French ? ApologyFr : ApologyEn))));
        }
    }

    private static async Task<IResult> StatusAsync(HttpContext http, OutboxReports reports, TimeProvider time, ILogger<OutboxReports> logger)
    {
        var form = http.Request.Form;
        var sid = FormText.Sid(form["MessageSid"]);
        var error = FormText.Seconds(form["ErrorCode"]);
        var status = FormText.One(form["MessageStatus"]);
        if (sid.Length == 0 || !Statuses.Contains(status)) return Results.NoContent();
        try
        {
            await reports.TextAsync(FormText.Number(http.Request.Query["m"]), sid, status, error > 0 ? error : null, time.GetUtcNow(), CancellationToken.None);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            logger.LogError(failure, "What became of text {MessageSid} could not be noted", sid);
        }

        return Results.NoContent();
    }
}
