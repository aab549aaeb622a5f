namespace AppelAide.Host.Twilio;

/// <summary>A text message to send.</summary>
/// <param name="To">E.164.</param>
/// <param name="Body">The words, already folded to GSM-7.</param>
/// <param name="StatusCallback">Where the provider reports delivery, absolute; null for no report.</param>
internal sealed record OutgoingText(string To, string Body, string? StatusCallback)
{
    /// <summary>Neither the number nor the words may reach a log.</summary>
    public override string ToString() => nameof(OutgoingText);
}
