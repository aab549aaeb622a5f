using AppelAide.Host.Directory.Hours;

namespace AppelAide.Host.Directory;

/// <summary>A service at one of its addresses (HSDS service at location).</summary>
/// <param name="Location">The address; null for help by telephone alone.</param>
/// <param name="Phone">The number to call, E.164; empty when there is none.</param>
/// <param name="Hours">When it is open.</param>
internal sealed record ServiceSite(Location? Location, string Phone, OpeningHours Hours)
{
    /// <summary>What to ask for, or to dial, once somebody answers; empty for nothing.</summary>
    public string Extension { get; init; } = "";
}
