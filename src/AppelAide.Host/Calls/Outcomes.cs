namespace AppelAide.Host.Calls;

/// <summary>What became of conversations. A conversation keeps its strongest outcome.</summary>
internal static class Outcomes
{
    /// <summary>The citizen left before anything was answered: what a conversation that ends without an outcome is given.</summary>
    public const string Abandoned = "abandoned";

    /// <summary>The citizen asked for no more messages.</summary>
    public const string OptedOut = "optedout";

    /// <summary>From the weakest to the strongest: what was obtained, then who was reached, then what must not be missed.</summary>
    private static readonly string[] FromWeakest =
    [
        Abandoned, "answered", "cancelled", "subscribed", "referred", "waiting", "registered", "callback", "voicemail", "transferred", OptedOut, "emergency",
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All => FromWeakest;

    /// <summary>The outcomes that this one replaces.</summary>
    /// <exception cref="ArgumentException">There is no such outcome.</exception>
    public static IReadOnlyList<string> WeakerThan(string outcome)
    {
        var rank = Array.IndexOf(FromWeakest, outcome);
        return rank >= 0 ? FromWeakest[..rank] : throw new ArgumentException($"There is no outcome '{outcome}'.", nameof(outcome));
    }
}
