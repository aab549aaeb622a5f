namespace AppelAide.Host.Directory.Freshness;

/// <summary>How old what is said of a service may be.</summary>
internal static class RecordAge
{
    /// <summary>In months: after that, the line says so and staff are asked to look again.</summary>
    private const int MostMonths = 12;

    /// <summary>Whether a record was verified more than a year ago. Of one that was never verified, nobody knows how old it is.</summary>
    /// <param name="verifiedOn">The local date of the last verification; null for never.</param>
    /// <param name="today">The local date.</param>
    public static bool IsStale(DateOnly? verifiedOn, DateOnly today) => verifiedOn < FirstFresh(today);

    /// <summary>What was verified on this date or after is fresh. On 29 February, a year ago was the 28th.</summary>
    public static DateOnly FirstFresh(DateOnly today) => today.AddMonths(-MostMonths);
}
