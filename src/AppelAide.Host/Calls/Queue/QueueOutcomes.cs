namespace AppelAide.Host.Calls.Queue;

/// <summary>How a call-back ends.</summary>
internal static class QueueOutcomes
{
    /// <summary>Reached, and helped.</summary>
    public const string Helped = "helped";

    /// <summary>Reached, and told where to go.</summary>
    public const string Referred = "referred";

    /// <summary>Not reached, however often they were called.</summary>
    public const string Unreached = "unreached";

    /// <summary>They need no call any more.</summary>
    public const string Unneeded = "unneeded";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Helped, Referred, Unreached, Unneeded];
}
