namespace AppelAide.Host.Twilio;

/// <summary>What the provider answered when it was asked for a recording's sound.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="ContentType">Such as <c>audio/mpeg</c>; empty without sound.</param>
/// <param name="Sound">The sound; empty without.</param>
internal sealed record SoundAnswer(SoundOutcome Outcome, string ContentType, byte[] Sound)
{
    /// <summary>No sound came, and why.</summary>
    public static SoundAnswer Without(SoundOutcome outcome) => new(outcome, "", []);
}
