namespace AppelAide.Host.Conversations;

/// <summary>Knows what the line asked a citizen first, so that "1" answers that and not a menu of last week.</summary>
internal interface IAskedQuestions
{
    /// <summary>The latest question that the citizen has not answered, and that can still be answered; null for none. One indexed read.</summary>
    /// <param name="callerId">Whose telephone was asked.</param>
    /// <param name="now">The moment.</param>
    /// <param name="ct">Gives up.</param>
    Task<AskedQuestion?> FindAsync(long callerId, DateTimeOffset now, CancellationToken ct);

    /// <summary>What a message of the outbox is about, whether or not it asks anything; null when it is about no registration.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="ct">Gives up.</param>
    Task<AskedQuestion?> OfMessageAsync(long messageId, CancellationToken ct);
}
