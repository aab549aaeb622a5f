using AppelAide.Host.Callers;

namespace AppelAide.Host.Conversations;

/// <summary>A call that begins.</summary>
/// <param name="Sid">The provider's name for it.</param>
/// <param name="Caller">The citizen, whoever dialled.</param>
/// <param name="Language">The language in which it begins.</param>
/// <param name="At">When, in the line's time zone.</param>
/// <param name="Token">The delivery's idempotency token, if any.</param>
/// <param name="Trial">Whether it is a trial, kept out of the indicators.</param>
internal sealed record NewCall(string Sid, Caller Caller, string Language, DateTimeOffset At, string? Token, bool Trial)
{
    /// <summary>The unfinished conversation that it may go on with.</summary>
    public long? InsteadOf { get; init; }
}
