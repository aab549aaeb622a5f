using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Trainings.Messages;

/// <summary>When somebody received or heard what they were told of their registration: the first time counts.</summary>
internal sealed class ReachedStore : IMessageOutcome
{
    private const string Reached = "UPDATE registration_message SET reached_at = @Now WHERE message_id = @Id AND reached_at IS NULL";

    private const string Heard = Reached + " AND EXISTS (SELECT 1 FROM outbox_message WHERE outbox_message.id = @Id AND outbox_message.caller_id = @CallerId)";

    /// <inheritdoc/>
    public void Delivered(WriteScope scope, long messageId, DateTimeOffset now) => scope.Execute(Reached, new { Id = messageId, Now = now });

    /// <summary>A person listened to a message that was meant for their telephone.</summary>
    public void NoteHeard(WriteScope scope, long messageId, long callerId, DateTimeOffset now) =>
        scope.Execute(Heard, new { Id = messageId, CallerId = callerId, Now = now });
}
