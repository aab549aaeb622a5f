namespace AppelAide.Host.Twilio;

/// <summary>What became of a message or call handed to the provider.</summary>
/// <param name="Outcome">Whether it was taken, and if not, whether it may be tried again.</param>
/// <param name="Sid">The provider's name for it; null when it is not known to be taken.</param>
/// <param name="ErrorCode">Twilio's error, for example 21610 for someone who opted out; null when taken or when the answer has none.</param>
/// <param name="RetryAfter">How long the provider asks to wait, when it does.</param>
/// <param name="IsThrottled">Whether the provider asks for fewer requests: so would it of the next one.</param>
/// <param name="IsUnreachable">
/// Whether the provider itself is down, or knows neither the account nor the secret: so would it be for every other message.
/// </param>
internal sealed record SendResult(
    SendOutcome Outcome, string? Sid, int? ErrorCode, TimeSpan? RetryAfter, bool IsThrottled, bool IsUnreachable)
{
    /// <summary>Nobody knows what became of it.</summary>
    public static SendResult Unknown { get; } = new(SendOutcome.Unknown, null, null, null, false, false);

    /// <summary>It never left this machine.</summary>
    public static SendResult Unreachable { get; } = new(SendOutcome.Later, null, null, null, false, true);

    /// <summary>Taken under a name.</summary>
    public static SendResult Taken(string sid) => new(SendOutcome.Taken, sid, null, null, false, false);
}
