namespace AppelAide.Host.Twilio;

/// <summary>A call to make.</summary>
/// <param name="To">E.164.</param>
/// <param name="Url">What the provider asks for words once somebody, or a machine, answers; absolute.</param>
/// <param name="StatusCallback">Where the provider reports the end of the call, absolute; null for no report.</param>
internal sealed record OutgoingCall(string To, string Url, string? StatusCallback)
{
    /// <summary>The number may not reach a log.</summary>
    public override string ToString() => nameof(OutgoingCall);
}
