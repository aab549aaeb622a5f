using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Trainings.Messages;

/// <summary>What people were told of their registrations, each thing once, and what they answered.</summary>
internal sealed class RegistrationMessageStore(Database database, OutboxStore outbox)
{
    private const string Answered = """
        UPDATE registration_message SET answer = @Answer, reached_at = COALESCE(reached_at, @Now) WHERE registration_id = @Id AND asks = 1 AND answer IS NULL
        """;

    private const string ToldBefore = "SELECT COUNT(*) FROM registration_message WHERE registration_id = @Id AND topic = @Topic";

    private const string Offers = "SELECT COUNT(*) FROM registration_message WHERE registration_id = @Id AND topic LIKE 'offer:%'";

    private const string Unsent = """
        SELECT message_id FROM registration_message JOIN outbox_message ON outbox_message.id = message_id
        WHERE registration_id = @Id AND outbox_message.state = 'due' AND topic <> @Except
        """;

    private const string Tried = "UPDATE registration_message SET message_id = @Message, tries = tries + 1 WHERE registration_id = @Id AND topic = @Topic";

    private readonly string insert = database.Dialect.InsertIfAbsent(
        "registration_message", ["registration_id", "topic"], "registration_id", "topic", "message_id", "asks", "tries", "created_at");

    /// <summary>Puts a message into the outbox, unless the same was told before: two hosts that plan at once tell it once.</summary>
    /// <returns>False when it was told before.</returns>
    public bool Tell(WriteScope scope, long registration, string topic, bool asks, OutboxMessage message, DateTimeOffset now)
    {
        // Every planner holds the lock of the session, or of the row that it has just changed.
        if (scope.QueryFirst<int>(ToldBefore, new { Id = registration, Topic = topic }) > 0) return false;
        var id = outbox.Enqueue(scope, message, now);
        return scope.Execute(insert, new { RegistrationId = registration, Topic = topic, MessageId = id, Asks = asks, Tries = 1, CreatedAt = now }) == 1;
    }

    /// <summary>Tells the same once more: nobody was reached.</summary>
    public void TellAgain(WriteScope scope, long registration, string topic, OutboxMessage message, DateTimeOffset now) =>
        scope.Execute(Tried, new { Id = registration, Topic = topic, Message = outbox.Enqueue(scope, message, now) });

    /// <summary>They said yes or no: every question on this registration is answered.</summary>
    public void Answer(WriteScope scope, long registration, bool isYes, DateTimeOffset now) =>
        scope.Execute(Answered, new { Id = registration, Answer = isYes ? "yes" : "no", Now = now });

    /// <summary>What was to be told and is no longer true is not sent.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="registration">Whose.</param>
    /// <param name="except">A topic that is still to be told; empty for none.</param>
    /// <param name="now">The moment.</param>
    /// <returns>How many are not sent.</returns>
    public int Withdraw(WriteScope scope, long registration, string except, DateTimeOffset now)
    {
        var unsent = scope.Query<long>(Unsent, new { Id = registration, Except = except });
        foreach (var message in unsent) outbox.Settle(scope, message, "cancelled", "not wanted", null, now);
        return unsent.Count;
    }

    /// <summary>How often a seat was offered for a registration.</summary>
    public int OffersMade(WriteScope scope, long registration) => scope.QueryFirst<int>(Offers, new { Id = registration });
}
