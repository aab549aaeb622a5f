using System.Collections.Immutable;

namespace AppelAide.Host.Calls.Review;

/// <summary>What conversations are about, as staff look for them. An answer, a place or a change of language says nothing of that.</summary>
internal static class CallTopics
{
    /// <summary>Before a need's identifier: <c>need:heating</c>.</summary>
    public const string Need = "need:";

    /// <summary>The intents that are topics, in the order in which staff read them.</summary>
    public static ImmutableArray<string> Intents { get; } =
    [
        Dialogue.Events.Intents.Training, Dialogue.Events.Intents.Referral, Dialogue.Events.Intents.Consultation, Dialogue.Events.Intents.Person,
        Dialogue.Events.Intents.Sheet, Dialogue.Events.Intents.Subscribe, Dialogue.Events.Intents.Hours, Dialogue.Events.Intents.Help,
        Dialogue.Events.Intents.Emergency, Dialogue.Events.Intents.Stop, Dialogue.Events.Intents.Start, Dialogue.Events.Intents.Unknown,
    ];

    /// <summary>The topics of a turn: at most its intent and its need.</summary>
    public static IEnumerable<string> Of(TurnRecord turn)
    {
        if (turn.Intent is { } intent && Intents.Contains(intent)) yield return intent;
        if (turn.Need is { Length: > 0 } need) yield return Need + need;
    }
}
