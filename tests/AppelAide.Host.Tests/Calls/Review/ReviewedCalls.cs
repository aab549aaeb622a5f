using System.Collections.Immutable;
using AppelAide.Dialogue;
using AppelAide.Host.Callers;
using AppelAide.Host.Calls;
using AppelAide.Host.Tests.Persistence;

namespace AppelAide.Host.Tests.Calls.Review;

/// <summary>Conversations for the tests of their review, in a place that no other test has calls from.</summary>
internal sealed class ReviewedCalls(DatabaseFixture fixture)
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 15, 0, 0, TimeSpan.Zero);
    private static int numbers;
    private readonly ConversationStore store = new(fixture.Database);

    /// <summary>A place of its own.</summary>
    public string Place { get; } = $"place-{Guid.NewGuid():N}";

    /// <summary>A moment of the tests.</summary>
    public static DateTimeOffset At(int minutesAgo) => Now.AddMinutes(-minutesAgo);

    /// <summary>Somebody who never called.</summary>
    public async Task<Caller> CallerAsync() => await new CallerStore(fixture.Database, fixture.Sequences, fixture.Vault)
        .FindOrCreateAsync($"+1819555{Interlocked.Increment(ref numbers):0000}", "fr", Now, default);

    /// <summary>A conversation from beginning to end, or to now when it has no length.</summary>
    public async Task<Conversation> AddAsync(
        int minutesAgo = 0, Channel channel = Channel.Voice, string language = "fr", string? outcome = null, string step = "accueil.menu", int? seconds = 90,
        string[]? topics = null, bool trial = false, string? place = null, long? callerId = null)
    {
        var call = new Conversation
        {
            No = await fixture.Sequences.NextAsync("conversation", default),
            Channel = channel,
            ProviderSid = $"CA{Guid.NewGuid():N}",
            CallerId = callerId ?? (await CallerAsync()).Id,
            StartedAt = Now.AddMinutes(-minutesAgo),
            Language = language,
            PlaceId = place ?? Place,
            ScriptVersion = "v1",
            Trial = trial,
        };
        await fixture.Database.WriteAsync(
            scope =>
            {
                store.Begin(scope, call);
                store.SaveSession(scope, call.No, 0, 1, "state", call.StartedAt);
                var turn = new TurnRecord
                {
                    ConversationNo = call.No,
                    TurnNo = 1,
                    At = call.StartedAt,
                    HeardKind = "digits",
                    Heard = "1",
                    Language = language,
                    Said = "Bonjour.",
                    Node = step,
                    Reply = "{}",
                    WaitedMs = 3,
                    Segments = 0,
                };
                store.AppendTurn(scope, turn);
                foreach (var topic in topics ?? [])
                    store.NoteTopics(scope, topic.StartsWith("need:", StringComparison.Ordinal) ? turn with { Need = topic[5..] } : turn with { Intent = topic }, ImmutableHashSet<string>.Empty);
                if (outcome is not null) store.NoteOutcome(scope, call.No, outcome);
                if (seconds is { } lasted) store.Close(scope, call.No, call.StartedAt.AddSeconds(lasted), lasted);
            },
            default);
        return call;
    }
}
