namespace AppelAide.Host.Conversations;

/// <summary>What the line asked a citizen first, by a text or a call: "will you come on Tuesday?".</summary>
/// <param name="Registration">The registration that it is about.</param>
/// <param name="Topic">What was sent, without its number: <c>reminder</c>, <c>offer</c>, <c>changed</c>, <c>cancelled</c> or <c>confirmation</c>; <see cref="Lapsed"/> for an offer that was not
/// answered in time.</param>
/// <param name="At">When it was sent; of a call that is being made, now.</param>
internal sealed record AskedQuestion(long Registration, string Topic, DateTimeOffset At)
{
    /// <summary>An offer whose time is over: whoever answers it is told so.</summary>
    public const string Lapsed = "lapsed";
}
