using AppelAide.Host.Callers;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Bulletins;

/// <summary>Who wants to be told of what, where and how. Each wish, and the end of each, goes into the register of consents with it.</summary>
internal sealed class SubscriptionStore(Database database, ConsentStore consents, MessageConsent messages, CallerStore callers)
{
    private const string ChannelOf = "SELECT channel FROM subscription WHERE caller_id = @CallerId AND topic = @Topic AND place_id = @PlaceId";

    private const string PlacesOf = "SELECT place_id FROM subscription WHERE caller_id = @CallerId AND topic = @Topic AND (@PlaceId = '' OR place_id = @PlaceId) ORDER BY place_id";

    private const string EndTopic = "DELETE FROM subscription WHERE caller_id = @CallerId AND topic = @Topic AND (@PlaceId = '' OR place_id = @PlaceId)";

    private const string EndAll = "DELETE FROM subscription WHERE caller_id = @CallerId";

    private const string CancelTopic = """
        UPDATE outbox_message SET state = 'cancelled', reason = 'unsubscribed', updated_at = @Now
        WHERE caller_id = @CallerId AND state = 'due' AND bulletin_id IN (SELECT id FROM bulletin WHERE topic = @Topic)
        """;

    private const string All = "SELECT topic, place_id, channel FROM subscription WHERE caller_id = @CallerId ORDER BY topic, place_id";

    private readonly string upsert = database.Dialect.Upsert(
        "subscription", ["caller_id", "topic", "place_id"], "caller_id", "topic", "place_id", "channel", "conversation_no", "since");

    /// <summary>
    /// Adds a wish, or changes how it is fulfilled. Who had stopped all messages starts again, for this wish alone: it is a new consent, and stopping
    /// had ended the others.
    /// </summary>
    /// <returns>What it was already, and whether messages start again.</returns>
    public (bool Already, bool Restarted) Write(WriteScope scope, Subscription wish)
    {
        var stopped = callers.HasStopped(scope, wish.CallerId);
        if (!stopped && scope.QueryFirst<string>(ChannelOf, new { wish.CallerId, wish.Topic, wish.PlaceId }) == wish.Channel) return (true, false);
        if (stopped)
        {
            messages.Write(scope, wish.CallerId, given: true, wish.SaidBy, wish.Words, wish.Proof, wish.Since);
            scope.Execute(EndAll, new { wish.CallerId });
        }

        scope.Execute(upsert, new { wish.CallerId, wish.Topic, wish.PlaceId, wish.Channel, wish.ConversationNo, wish.Since });
        consents.Append(scope, Consented(wish, given: true));
        return (false, stopped);
    }

    /// <summary>Ends what a citizen wanted of a topic, for a place or wherever it was; what waited to be sent of it is cancelled with the last of it.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="wish">Who ends what, and in which words; without a place, everywhere.</param>
    /// <returns>Whether there was something to end.</returns>
    public bool End(WriteScope scope, Subscription wish)
    {
        var places = scope.Query<string>(PlacesOf, new { wish.CallerId, wish.Topic, wish.PlaceId });
        if (places.Count == 0) return false;
        foreach (var place in places) consents.Append(scope, Consented(wish with { PlaceId = place }, given: false));
        scope.Execute(EndTopic, new { wish.CallerId, wish.Topic, wish.PlaceId });
        // What was planned says not for which place it was wanted: while one is left, it still is.
        if (scope.Query<string>(PlacesOf, new { wish.CallerId, wish.Topic, PlaceId = "" }).Count > 0) return true;
        scope.Execute(CancelTopic, new { wish.CallerId, wish.Topic, Now = wish.Since });
        return true;
    }

    /// <summary>All that a citizen wants to be told of.</summary>
    public Task<List<(string Topic, string PlaceId, string Channel)>> ListAsync(long callerId, CancellationToken ct) =>
        database.ReadAsync(connection => connection.Query<(string, string, string)>(All, new { CallerId = callerId }).AsList(), ct);

    private static Consent Consented(Subscription wish, bool given) => new()
    {
        CallerId = wish.CallerId,
        At = wish.Since,
        Channel = wish.SaidBy,
        Purpose = wish.Purpose,
        Given = given,
        Words = wish.Words,
        Proof = wish.Proof,
    };
}
