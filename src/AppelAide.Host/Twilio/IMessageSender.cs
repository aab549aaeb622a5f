namespace AppelAide.Host.Twilio;

/// <summary>Sends a text message. The outside world: a test puts its own in its place.</summary>
internal interface IMessageSender
{
    /// <summary>
    /// Sends once, and says what became of it. A refusal or an unreachable provider is a result, never an exception; only
    /// <paramref name="cancellationToken"/> throws.
    /// </summary>
    Task<SendResult> SendAsync(OutgoingText text, CancellationToken cancellationToken);
}
