namespace AppelAide.Host.Conversations;

/// <summary>What the line asked a citizen first, by a text or a call: "will you come on Tuesday?".</summary>
/// <param name="Registration">The registration that it is about.</param>
/// <param name="Topic">What was sent, without its number: <c>reminder</c>, <c>offer</c>, <c>changed</c>, <c>cancelled</c> or <c>confirmation</c>.</param>
/// <param name="At">When it was sent; of a call that is being made, now.</param>
internal sealed record AskedQuestion(long Registration, string Topic, DateTimeOffset At);
