namespace AppelAide.Host.Sms;

/// <summary>A text message that arrived.</summary>
/// <param name="MessageSid">The provider's name for it; empty when it gave none.</param>
/// <param name="From">The sender's number, E.164; empty when hidden or a short code.</param>
/// <param name="OptOutType">
/// <c>STOP</c>, <c>START</c> or <c>HELP</c> when the provider itself has already answered the message; empty otherwise.
/// See https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out.
/// </param>
internal sealed record IncomingText(string MessageSid, string From, string OptOutType)
{
    /// <summary>A number never reaches a log.</summary>
    public override string ToString() => $"{nameof(IncomingText)} {MessageSid}";
}
