namespace AppelAide.Host.Twilio;

/// <summary>What became of a message handed to the provider.</summary>
/// <param name="Sid">The provider's name for the message; null when it was not accepted.</param>
/// <param name="ErrorCode">Twilio's error, for example 21610 for someone who opted out; null when accepted or when the provider did not answer.</param>
/// <param name="Retryable">Whether the same message may be tried later.</param>
/// <param name="RetryAfter">How long the provider asks to wait, when it does.</param>
internal sealed record SendResult(string? Sid, int? ErrorCode, bool Retryable, TimeSpan? RetryAfter)
{
    /// <summary>Whether the provider took the message.</summary>
    public bool Accepted => Sid is not null;
}
