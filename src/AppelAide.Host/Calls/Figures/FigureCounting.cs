using AppelAide.Host.Scheduling;

namespace AppelAide.Host.Calls.Figures;

/// <summary>
/// Counts ended conversations into the tables of figures, each once: a conversation is marked in the same transaction as it is counted. What a host
/// that died had not counted, or what ended late, is simply not marked yet.
/// </summary>
internal sealed class FigureCounting(FigureStore store, Func<ConversationCounter> counters, TimeProvider time) : IRecurringWork
{
    /// <summary>A page of turns fits in memory, and its write takes milliseconds: citizens' turns wait behind it.</summary>
    public const int AtOnce = 50;

    /// <summary>After a call's end the provider may still tell of its recording.</summary>
    public static readonly TimeSpan Settles = TimeSpan.FromMinutes(3);

    /// <summary>Between two batches citizens' turns come first: it rests as many times longer than a batch took, so a machine that is busy is left alone.</summary>
    private const int RestsFor = 5;

    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(20);

    /// <summary>A conversation that ends later than this after it began may count its person twice.</summary>
    private const int RememberedDays = 35;

    /// <inheritdoc/>
    public string Name => "figures-counting";

    /// <inheritdoc/>
    public WorkSchedule Schedule { get; } = WorkSchedule.Every(TimeSpan.FromMinutes(1));

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        for (var begun = time.GetTimestamp(); await CountAsync(ct).ConfigureAwait(false); begun = time.GetTimestamp())
        {
            var rest = time.GetElapsedTime(begun) * RestsFor;
            await Task.Delay(rest > ShortestRest ? rest : ShortestRest, time, ct).ConfigureAwait(false);
        }
    }

    /// <summary>Counts a batch.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> CountAsync(CancellationToken ct)
    {
        var found = await store.UncountedAsync(time.GetUtcNow() - Settles, AtOnce, ct).ConfigureAwait(false);
        if (found.Count == 0) return false;
        var counter = counters();
        var tally = new FigureTally();
        var numbers = found.ConvertAll(conversation => conversation.No);
        var (turns, needs) = await store.ReadAsync(numbers, ct).ConfigureAwait(false);
        foreach (var conversation in found) counter.Count(tally, conversation, [.. turns[conversation.No]], [.. needs[conversation.No]]);
        if (!await store.AddAsync(numbers, tally, ct).ConfigureAwait(false)) return true;
        var oldest = found.Min(counter.DayOf);
        await store.ForgetPeopleAsync(oldest.AddDays(-RememberedDays), AtOnce * 2, ct).ConfigureAwait(false);
        return found.Count == AtOnce;
    }
}
