namespace AppelAide.Host.Tests.Twilio;

/// <summary>What the stub does next. Not safe for threads by itself.</summary>
internal sealed class ProviderScript
{
    private readonly Queue<ProviderReply> next = new();
    private readonly Dictionary<string, Queue<ProviderReply>> nextTo = [];
    private readonly Dictionary<string, ProviderReply> alwaysTo = [];

    public ProviderReply Usual { get; set; } = ProviderReply.Take;

    public void Add(ProviderReply[] replies)
    {
        foreach (var reply in replies) next.Enqueue(reply);
    }

    public void AddTo(string to, ProviderReply[] replies)
    {
        if (!nextTo.TryGetValue(to, out var queue)) nextTo[to] = queue = new();
        foreach (var reply in replies) queue.Enqueue(reply);
    }

    public void SetTo(string to, ProviderReply reply) => alwaysTo[to] = reply;

    /// <summary>What is scripted for the number once, for anybody once, for the number always, and else the usual.</summary>
    public ProviderReply Take(string to)
    {
        if (nextTo.TryGetValue(to, out var once) && once.TryDequeue(out var reply)) return reply;
        return next.TryDequeue(out reply) ? reply : alwaysTo.GetValueOrDefault(to, Usual);
    }
}
