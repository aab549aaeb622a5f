using AppelAide.Dialogue;

namespace AppelAide.Host.Bulletins;

/// <summary>A citizen asks to be told, once.</summary>
internal sealed record Subscription
{
    /// <summary>Who.</summary>
    public required long CallerId { get; init; }

    /// <summary>Of what: one of <see cref="Topics"/>.</summary>
    public required string Topic { get; init; }

    /// <summary>Of where; empty for everywhere.</summary>
    public required string PlaceId { get; init; }

    /// <summary>How: <c>sms</c> or <c>call</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The conversation in which they asked.</summary>
    public required long ConversationNo { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>How it was said.</summary>
    public required Channel SaidBy { get; init; }

    /// <summary>The citizen's own words, or the key.</summary>
    public required string Words { get; init; }

    /// <summary>The provider's name for the text or the call in which it was said.</summary>
    public required string Proof { get; init; }

    /// <summary>What a consent to this is for.</summary>
    public string Purpose => PurposeOf(Topic, PlaceId);

    /// <summary>What a consent to a topic and place is for: <c>bulletin:news:03005</c>; everywhere, <c>bulletin:news:</c>.</summary>
    public static string PurposeOf(string topic, string placeId) => $"bulletin:{topic}:{placeId}";
}
