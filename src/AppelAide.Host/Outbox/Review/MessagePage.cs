namespace AppelAide.Host.Outbox.Review;

/// <summary>All that staff see of one message.</summary>
internal sealed record MessagePage(MessageEntry Entry, IReadOnlyList<MessageAttempt> Attempts, IReadOnlyList<MessageReport> Reports);
