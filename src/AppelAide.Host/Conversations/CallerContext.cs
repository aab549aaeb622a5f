using AppelAide.Dialogue;

namespace AppelAide.Host.Conversations;

/// <summary>Who is asking, and when: what a look-up or a command may know of the conversation.</summary>
/// <param name="CallerId">The caller's number in the database; never a telephone number.</param>
/// <param name="ConversationNo">The conversation's number.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Channel">Voice or text.</param>
/// <param name="PlaceId">Where the citizen lives, or the empty string when that is not settled.</param>
/// <param name="Now">The moment of the turn, in the line's time zone.</param>
internal sealed record CallerContext(
    long CallerId,
    long ConversationNo,
    string Language,
    Channel Channel,
    string PlaceId,
    DateTimeOffset Now)
{
    /// <summary>The provider's name for the text or the call in which they ask: the proof of what they agree to.</summary>
    public string Delivery { get; init; } = "";

    /// <summary>What they have just said, written or pressed, to the letter.</summary>
    public string Heard { get; init; } = "";
}
