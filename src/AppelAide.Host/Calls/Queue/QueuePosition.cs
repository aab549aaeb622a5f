namespace AppelAide.Host.Calls.Queue;

/// <summary>The last item of a page: the next page begins after it, whatever came or went meanwhile.</summary>
/// <param name="At">When it is due, or was done.</param>
/// <param name="Id">Its number.</param>
internal sealed record QueuePosition(DateTimeOffset At, long Id);
