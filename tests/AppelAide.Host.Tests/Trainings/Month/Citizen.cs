namespace AppelAide.Host.Tests.Trainings.Month;

/// <summary>Somebody of the simulated month, and what they know of themselves.</summary>
internal sealed class Citizen
{
    public required int No { get; init; }

    /// <summary>E.164; empty for a hidden number.</summary>
    public required string Phone { get; init; }

    public required string Language { get; init; }

    public required string Town { get; init; }

    /// <summary>On which clock they live, once the line knows their town; the line's before.</summary>
    public required TimeZoneInfo TownZone { get; init; }

    /// <summary>Their telephone takes no texts: the provider says so at once (21635), or afterwards (30006).</summary>
    public bool IsLandline { get; init; }

    /// <summary>They write rather than call.</summary>
    public bool Writes { get; init; }

    /// <summary>Was registered by somebody else: answers, and never calls.</summary>
    public bool IsPassive { get; init; }

    /// <summary>The line knows their town and their language.</summary>
    public bool IsKnown { get; set; }

    public bool IsStopped { get; set; }

    /// <summary>STOP was said at least once.</summary>
    public bool EverStopped { get; set; }

    /// <summary>Their name is on some roster: the line does not ask for it again.</summary>
    public bool IsNamed { get; set; }

    public DateTimeOffset LastAt { get; set; }

    public TimeZoneInfo Zone => IsKnown ? TownZone : MonthHours.Line;

    public bool IsFrench => Language == "fr";
}
