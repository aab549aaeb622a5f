namespace AppelAide.Host.Calls.Review;

/// <summary>Something that a conversation led to.</summary>
internal sealed record CallConsequence
{
    /// <summary><c>registration</c>, <c>message</c>, <c>callback</c>, <c>report</c>, <c>consultation</c>, <c>referral</c> or <c>subscription</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The number or name of what it is: a session, a message, a service, a place in the queue.</summary>
    public required string Id { get; init; }

    /// <summary>In French: a title, a name.</summary>
    public required string TitleFr { get; init; }

    /// <summary>In English.</summary>
    public required string TitleEn { get; init; }

    /// <summary>How it stands, or how it was done: <c>registered</c>, <c>sent</c>, <c>open</c>, <c>told</c>…</summary>
    public required string State { get; init; }

    /// <summary>More of it: a message's kind, a session's date, how many answers.</summary>
    public required string Detail { get; init; }

    /// <summary>When it was done, or is due.</summary>
    public required DateTimeOffset At { get; init; }
}
