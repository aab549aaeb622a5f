using System.Collections.Frozen;

namespace AppelAide.Host.Directory.Places.Register;

/// <summary>What the law calls a municipality, and what citizens call it.</summary>
/// <param name="Code">The register's <c>mcodedesi</c>.</param>
/// <param name="Words">Said to tell it from another of its name: <c>canton</c>.</param>
/// <param name="Kind">The <see cref="Place.Kind"/>.</param>
internal sealed record PlaceDesignation(string Code, string Words, string Kind)
{
    private const string Municipality = "municipality";
    private const string FirstNation = "first_nation";
    private const string Unorganized = "unorganized";

    // The register writes "Réserve indienne", and cuts long designations at 35 characters: the codes are whole.
    private static readonly FrozenDictionary<string, PlaceDesignation> ByCode = new PlaceDesignation[]
    {
        new("01", "canton", Municipality),
        new("02", "cantons unis", Municipality),
        new("04", "paroisse", Municipality),
        new("05", "municipalité", Municipality),
        new("06", "village", Municipality),
        new("07", "village cri", FirstNation),
        new("08", "village naskapi", FirstNation),
        new("09", "village nordique", Municipality),
        new("10", "ville", Municipality),
        new("20", "communauté autochtone", FirstNation),
        new("21", "terre de catégorie IA", FirstNation),
        new("22", "terre de catégorie IA-N", FirstNation),
        new("23", "terre de catégorie I", Unorganized),
        new("25", "territoire non organisé", Unorganized),
        new("40", "gouvernement régional", Municipality),
    }.ToFrozenDictionary(designation => designation.Code);

    /// <summary>A city, which may be outside any MRC.</summary>
    public bool IsCity => Code == "10";

    /// <summary>A Northern, Cree or Naskapi village, or the land around it that its people keep under the James Bay agreements.</summary>
    public bool IsNorthern => Code is "07" or "08" or "09" or "21" or "22" or "23";

    /// <summary>Of a code, or of the words beside it when the code is missing or new.</summary>
    public static PlaceDesignation Of(string code, string text)
    {
        if (ByCode.TryGetValue(code.PadLeft(2, '0'), out var known))
            return known;
        var words = text.Split('(')[0].Trim().ToLowerInvariant();
        return ByCode.Values.FirstOrDefault(designation => designation.Words == words) ?? new("", words, Municipality);
    }
}
