using System.Collections.Frozen;

namespace AppelAide.Host.Directory;

/// <summary>Which place is part of which, and how each is told from its homonyms.</summary>
internal sealed class PlaceTree(IEnumerable<Place> places)
{
    private const string LineTimeZone = "America/Toronto";

    // A neighbourhood, its borough, its city; a loop in the data must not be one here.
    private const int Deepest = 4;

    // Territories that are MRCs by law but that nobody calls so. https://www.mamh.gouv.qc.ca/organisation-municipale/organisation-territoriale/
    private static readonly FrozenSet<string> NotCalledMrc = new[]
    {
        "Québec", "Les Îles-de-la-Madeleine", "Montréal", "Laval", "Longueuil", "Gatineau", "Saguenay", "Sherbrooke", "Lévis", "Trois-Rivières",
        "Mirabel", "La Tuque", "Rouyn-Noranda", "Shawinigan", "Eeyou Istchee", "Kativik",
    }.ToFrozenSet();

    private readonly FrozenDictionary<string, Place> places = places.ToFrozenDictionary(place => place.Id);

    /// <summary>Every place.</summary>
    public IReadOnlyCollection<Place> All => places.Values;

    public Place? Find(string id) => places.GetValueOrDefault(id);

    /// <summary>The city of a neighbourhood; any other place itself.</summary>
    public Place MunicipalityOf(Place place) => Chain(place).Last();

    /// <summary>Whether a place is another, or part of it.</summary>
    public bool IsIn(Place place, string otherId) => Chain(place).Any(part => part.Id == otherId);

    /// <summary>Where a place is, in the words that tell it from its homonyms: its MRC, its city or its region.</summary>
    public string Within(Place place)
    {
        var city = MunicipalityOf(place);
        if (city != place)
            return Display(city.Name);
        if (place.Mrc.Length > 0 && !NotCalledMrc.Contains(place.Mrc))
            return place.Mrc.StartsWith("MRC ", StringComparison.Ordinal) ? place.Mrc : "MRC " + Display(place.Mrc);
        return place.Mrc.Length > 0 && place.Mrc != place.Name ? Display(place.Mrc) : Display(place.Region);
    }

    /// <summary>What a citizen of elsewhere understands: <c>Gaspé</c>, but <c>Limoilou, Québec</c>.</summary>
    public string Town(string placeId)
    {
        if (Find(placeId) is not { } place) return "";
        var city = MunicipalityOf(place);
        return city == place ? Display(place.Name) : $"{Display(place.Name)}, {Display(city.Name)}";
    }

    /// <summary><c>Gaspé, MRC La Côte-de-Gaspé</c>.</summary>
    public string Label(Place place) => Within(place) is { Length: > 0 } within ? $"{Display(place.Name)}, {within}" : Display(place.Name);

    /// <summary>The register writes two hyphens for the dash of merged names.</summary>
    public static string Display(string name) => name.Replace("--", "–", StringComparison.Ordinal);

    /// <summary>The time zone of a place; the line's when the place is unknown.</summary>
    public TimeZoneInfo TimeZoneOf(string placeId) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(Find(placeId)?.TimeZone ?? LineTimeZone, out var zone)
            ? zone
            : TimeZoneInfo.FindSystemTimeZoneById(LineTimeZone);

    private IEnumerable<Place> Chain(Place place)
    {
        yield return place;
        for (var i = 0; i < Deepest && Find(place.ParentId) is { } parent; i++)
            yield return place = parent;
    }
}
