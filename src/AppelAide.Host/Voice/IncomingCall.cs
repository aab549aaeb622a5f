namespace AppelAide.Host.Voice;

/// <summary>The call that a webhook is about.</summary>
/// <param name="CallSid">The provider's name for the call; empty when it gave none.</param>
/// <param name="From">The citizen's number, E.164, whoever dialled; empty when hidden.</param>
/// <param name="Status">For example <c>ringing</c>, <c>in-progress</c>, <c>completed</c>.</param>
/// <param name="Seconds">How long the call lasted, once it has ended.</param>
internal sealed record IncomingCall(string CallSid, string From, string Status, int Seconds)
{
    /// <summary>A number never reaches a log.</summary>
    public override string ToString() => $"{nameof(IncomingCall)} {CallSid} {Status}";
}
