namespace AppelAide.Host.Twilio;

/// <summary>What the provider's own record says of something whose sending nobody knows the end of.</summary>
/// <param name="IsKnown">Whether the record could be read, all of it.</param>
/// <param name="Sid">The provider's name for it; null when the record has none, or could not be read.</param>
internal sealed record LookupResult(bool IsKnown, string? Sid)
{
    /// <summary>The record could not be read: nothing is known, and nothing may be sent again yet.</summary>
    public static LookupResult NotAsked { get; } = new(false, null);

    /// <summary>The provider never took it.</summary>
    public static LookupResult Absent { get; } = new(true, null);

    /// <summary>The provider took it.</summary>
    public static LookupResult Found(string sid) => new(true, sid);
}
