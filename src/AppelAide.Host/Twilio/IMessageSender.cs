namespace AppelAide.Host.Twilio;

/// <summary>
/// Sends texts and makes calls. The outside world: a test puts its own in its place. A refusal or an unreachable provider is a result, never
/// an exception; only a cancellation throws, and then nobody knows whether the request left.
/// </summary>
internal interface IMessageSender
{
    /// <summary>Sends once, and says what became of it.</summary>
    Task<SendResult> SendAsync(OutgoingText text, CancellationToken cancellationToken);

    /// <summary>Calls once, and says what became of it; taken means that the provider will dial.</summary>
    Task<SendResult> CallAsync(OutgoingCall call, CancellationToken cancellationToken);

    /// <summary>Asks the provider's own record for a text whose sending nobody knows the end of.</summary>
    /// <param name="text">As it was given to <see cref="SendAsync"/>.</param>
    /// <param name="since">When that began.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    Task<LookupResult> FindTextAsync(OutgoingText text, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>
    /// Asks the provider's own record for a call whose making nobody knows the end of. The record does not keep what a call is about: any call
    /// of the line to that number since then is taken for it.
    /// </summary>
    /// <param name="call">As it was given to <see cref="CallAsync"/>.</param>
    /// <param name="since">When that began.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    Task<LookupResult> FindCallAsync(OutgoingCall call, DateTimeOffset since, CancellationToken cancellationToken);
}
