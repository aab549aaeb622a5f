using AppelAide.Host.Directory.Hours;

namespace AppelAide.Host.Directory.Search;

/// <summary>What comes before what, in tiers, and within a tier in kilometres that a citizen would go further for it.</summary>
internal static class Ranking
{
    /// <summary>Beyond this a service that names no area is for other people, yet better than none.</summary>
    public const double NearKm = 60;

    /// <summary>Nobody is sent further than this to a service that names no area.</summary>
    public const double FarthestKm = 300;

    /// <summary>A service for other places takes people of the next village more often than not.</summary>
    public const double NextVillageKm = 30;

    /// <summary>Help on the telephone comes after an open door in town, before a closed one or one in the next.</summary>
    public const double ByTelephoneKm = 12;

    private const double OtherLanguageKm = 20;
    private const double ClosedKm = 15;
    private const double UnknownHoursKm = 5;

    /// <summary>For whoever is near: 0 near or by telephone, 1 far, or nobody knows; null for too far.</summary>
    /// <param name="kilometres">Null when not known, or by telephone.</param>
    /// <param name="placeIsKnown">Whether the citizen's place is.</param>
    public static int? TierByDistance(double? kilometres, bool placeIsKnown) =>
        kilometres > FarthestKm ? null : placeIsKnown && kilometres is null or <= NearKm ? 0 : 1;

    /// <summary>For certain places: 0 for theirs, 2 for next door; null for others, whom it is not for.</summary>
    public static int? TierOfArea(double? kilometres, bool covers) => covers ? 0 : kilometres <= NextVillageKm ? 2 : null;

    /// <summary>What may not do comes after what does, as far: one in town before what is in another region.</summary>
    public static int? Tier(int? tier, bool mayNotDo) => (2 * tier) + (mayNotDo ? 1 : 0);

    /// <summary>The trip, and what it takes to be worth it.</summary>
    public static double Weight(double? kilometres, bool inLanguage, OpeningCase hours) =>
        (kilometres ?? ByTelephoneKm) + Penalty(inLanguage, hours);

    /// <summary>The same without the trip.</summary>
    public static double Penalty(bool inLanguage, OpeningCase hours) => (inLanguage ? 0 : OtherLanguageKm) + hours switch
    {
        OpeningCase.Unknown => UnknownHoursKm,
        OpeningCase.Closed => ClosedKm,
        _ => 0,
    };
}
