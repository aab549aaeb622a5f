namespace AppelAide.Host.Console.Trial;

/// <summary>A trial in progress: the page carries it sealed, and it is that staff member's alone.</summary>
/// <param name="Staff">Whose it is.</param>
/// <param name="Channel"><c>voice</c> or <c>sms</c>.</param>
/// <param name="Phone">The trial's telephone.</param>
/// <param name="CallSid">The name of the call; empty for texts.</param>
/// <param name="No">The conversation; 0 for texts, which may be several.</param>
/// <param name="Began">When.</param>
/// <param name="Language">The language in which it begins.</param>
internal sealed record TrialSession(long Staff, string Channel, string Phone, string CallSid, long No, DateTimeOffset Began, string Language)
{
    /// <summary>Whether it is a call.</summary>
    public bool IsCall => Channel == "voice";
}
