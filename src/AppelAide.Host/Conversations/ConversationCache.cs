using System.Collections.Concurrent;

namespace AppelAide.Host.Conversations;

/// <summary>
/// The conversations that this host took the last turn of, so that the next one needs no read (PERFORMANCE: the session travels in memory).
/// Bounded by time: what nobody spoke in for a quarter of an hour is dropped, and loaded again if ever needed.
/// </summary>
internal sealed class ConversationCache(TimeProvider time)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<long, LiveConversation> live = new();
    private readonly ConcurrentDictionary<string, long> numbers = new(StringComparer.Ordinal);

    /// <summary>Whether conversations are kept at all; tests turn it off to prove that the database alone suffices.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>How many are held.</summary>
    public int Count => live.Count;

    /// <summary>The conversation of a number, when this host holds it.</summary>
    public LiveConversation? Find(long no) => IsOn && live.TryGetValue(no, out var conversation) ? conversation : null;

    /// <summary>The conversation of a provider's name, when this host holds it.</summary>
    public LiveConversation? Find(string providerSid) => numbers.TryGetValue(providerSid, out var no) ? Find(no) : null;

    /// <summary>Holds a conversation; the one already held wins, so that two requests share one gate.</summary>
    public LiveConversation Hold(LiveConversation conversation)
    {
        if (!IsOn) return conversation;
        var held = live.GetOrAdd(conversation.No, conversation);
        if (ReferenceEquals(held, conversation)) numbers[conversation.ProviderSid] = conversation.No;
        return held;
    }

    /// <summary>Lets go of a conversation: it ended, or this host's view of it is stale.</summary>
    public void Drop(long no)
    {
        if (live.TryRemove(no, out var dropped)) numbers.TryRemove(dropped.ProviderSid, out _);
    }

    /// <summary>Drops what is idle.</summary>
    public void Sweep()
    {
        var oldest = time.GetUtcNow() - Idle;
        foreach (var (no, conversation) in live)
            if (conversation.LastAt < oldest) Drop(no);
    }
}
