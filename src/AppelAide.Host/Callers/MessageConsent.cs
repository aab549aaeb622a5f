using AppelAide.Dialogue;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Callers;

/// <summary>
/// Whether the line may write to or call a citizen first. What they say goes into the register, and what follows from it is done in the same
/// transaction: the telephone is marked, and what still waited to be sent is cancelled.
/// </summary>
internal sealed class MessageConsent(ConsentStore consents, CallerStore callers, OutboxStore outbox)
{
    /// <summary>What STOP and START are about: every text and call that the line begins.</summary>
    public const string Purpose = "messages";

    /// <summary>The citizen stops or starts messages.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="callerId">Who.</param>
    /// <param name="given">Start, or stop.</param>
    /// <param name="channel">How it was said.</param>
    /// <param name="words">The exact words, or the key.</param>
    /// <param name="proof">The provider's name for the message or the call.</param>
    /// <param name="now">When.</param>
    public void Write(WriteScope scope, long callerId, bool given, Channel channel, string words, string proof, DateTimeOffset now)
    {
        consents.Append(scope, new Consent
        {
            CallerId = callerId,
            At = now,
            Channel = channel,
            Purpose = Purpose,
            Given = given,
            Words = words,
            Proof = proof,
        });
        callers.NoteStopped(scope, callerId, !given);
        if (!given) outbox.CancelAll(scope, callerId, now);
    }

    /// <summary>The provider says that the citizen stopped messages there. Written once: it says so again for every message.</summary>
    public void WithdrawnAtProvider(WriteScope scope, long callerId, string proof, DateTimeOffset now)
    {
        if (callers.HasStopped(scope, callerId)) return;
        Write(scope, callerId, given: false, Channel.Sms, "", proof, now);
    }
}
