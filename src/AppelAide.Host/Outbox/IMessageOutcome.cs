using AppelAide.Host.Persistence;

namespace AppelAide.Host.Outbox;

/// <summary>Wants to know what became of messages, in the transaction that notes it. The outbox does not know what its messages are about.</summary>
internal interface IMessageOutcome
{
    /// <summary>A text arrived on the citizen's telephone. Told once; of a message that the feature may know nothing of.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="now">When the provider said so.</param>
    void Delivered(WriteScope scope, long messageId, DateTimeOffset now);
}
