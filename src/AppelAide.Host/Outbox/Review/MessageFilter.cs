namespace AppelAide.Host.Outbox.Review;

/// <summary>Which messages staff look at; null for all of a kind.</summary>
/// <param name="State">One of <see cref="States"/>.</param>
/// <param name="Purpose">One of <see cref="Purposes"/>.</param>
/// <param name="Kind"><c>sms</c> or <c>call</c>.</param>
/// <param name="From">Not older.</param>
/// <param name="Before">Older.</param>
internal sealed record MessageFilter(string? State, string? Purpose, string? Kind, DateTimeOffset? From, DateTimeOffset? Before)
{
    /// <summary>The states, in their order.</summary>
    public static IReadOnlyList<string> States { get; } = ["due", "sending", "sent", "delivered", "failed", "cancelled"];

    /// <summary>The purposes.</summary>
    public static IReadOnlyList<string> Purposes { get; } = [OutboxPurpose.Answer, OutboxPurpose.Reminder, OutboxPurpose.Notice, OutboxPurpose.Bulletin, OutboxPurpose.Test];

    /// <summary>The ways.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["sms", "call"];
}
