namespace AppelAide.Host.Outbox.Review;

/// <summary>The last message of a page: the next page begins after it, whatever was added meanwhile.</summary>
/// <param name="At">When it was written.</param>
/// <param name="Id">Its number.</param>
internal sealed record MessagePosition(DateTimeOffset At, long Id);
