using System.Collections.Frozen;
using System.Collections.Immutable;
using AppelAide.Host.Directory.Places;

namespace AppelAide.Host.Directory;

/// <summary>
/// Which place is part of which, what became of places that merged, and how each is told from its homonyms. An identifier that was ever given
/// still finds a place: citizens, subscriptions and services keep those of municipalities that are no more.
/// </summary>
internal sealed class PlaceTree
{
    private const string LineTimeZone = "America/Toronto";

    // A neighbourhood, its borough, its city; a loop in the data must not be one here.
    private const int Deepest = 4;

    // Territories that are MRCs by law but that nobody calls so, or that are none.
    // https://www.mamh.gouv.qc.ca/organisation-municipale/organisation-territoriale/
    private static readonly FrozenSet<string> NotCalledMrc = new[]
    {
        "Québec", "Les Îles-de-la-Madeleine", "Montréal", "Laval", "Longueuil", "Gatineau", "Saguenay", "Sherbrooke", "Lévis", "Trois-Rivières",
        "Mirabel", "La Tuque", "Rouyn-Noranda", "Shawinigan", "Eeyou Istchee", "Kativik", "Nord-du-Québec",
    }.ToFrozenSet();

    private readonly FrozenDictionary<string, Place> places;
    private readonly FrozenDictionary<string, string> mergers;
    private readonly FrozenSet<string> doubles;

    /// <param name="places">Those that merged and those that are retired too.</param>
    public PlaceTree(IEnumerable<Place> places)
    {
        var all = places.ToImmutableArray();
        mergers = all.Where(place => place.MergedInto.Length > 0).ToFrozenDictionary(place => place.Id, place => place.MergedInto);
        var gone = all.Where(place => place.MergedInto.Length > 0).ToLookup(place => Current(place.Id));
        this.places = all.Where(place => place.MergedInto.Length == 0).ToFrozenDictionary(place => place.Id, place => WithNamesOf(place, gone[place.Id]));
        All = [.. all.Where(place => place is { MergedInto: "", IsRetired: false }).Select(place => this.places[place.Id])];
        doubles = PlaceDoubles.Of(All);
    }

    /// <summary>Every place that a citizen may live in, each with the names of those that merged into it among its own.</summary>
    public ImmutableArray<Place> All { get; }

    /// <summary>The place of an identifier; the one it became part of, when it merged.</summary>
    public Place? Find(string id) => places.GetValueOrDefault(Current(id));

    /// <summary>The city of a neighbourhood; any other place itself.</summary>
    public Place MunicipalityOf(Place place) => Chain(place).Last();

    /// <summary>Whether a place is another, or part of it.</summary>
    public bool IsIn(Place place, string otherId)
    {
        var other = Current(otherId);
        return Chain(place).Any(part => part.Id == other);
    }

    /// <summary>The identifiers of places and of all that is part of them, those of places that merged into them too.</summary>
    public IEnumerable<string> IdsIn(IReadOnlyCollection<string> ids) =>
        places.Keys.Concat(mergers.Keys).Where(id => Find(id) is { } place && ids.Any(other => IsIn(place, other)));

    /// <summary>
    /// Where a place is, in the words that tell it from its homonyms: its MRC, its city or its region, after its kind where that alone differs
    /// (<c>canton, MRC Memphrémagog</c>). Empty when a city and its region are one: Laval.
    /// </summary>
    public string Within(Place place)
    {
        var city = MunicipalityOf(place);
        if (city.Name != place.Name)
            return Display(city.Name);
        var area = Area(city);
        return doubles.Contains(place.Id) ? area.Length > 0 ? $"{place.Designation}, {area}" : place.Designation : area;
    }

    /// <summary>What a citizen of elsewhere understands: <c>Gaspé</c>, but <c>Limoilou, Québec</c>.</summary>
    public string Town(string placeId)
    {
        if (Find(placeId) is not { } place) return "";
        var city = MunicipalityOf(place);
        return city.Name == place.Name ? Display(place.Name) : $"{Display(place.Name)}, {Display(city.Name)}";
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

    private static string Area(Place place)
    {
        if (place.Mrc.Length > 0 && !NotCalledMrc.Contains(place.Mrc))
            return place.Mrc.StartsWith("MRC ", StringComparison.Ordinal) ? place.Mrc : "MRC " + Display(place.Mrc);
        if (place.Mrc.Length > 0 && place.Mrc != place.Name)
            return Display(place.Mrc);
        return place.Region == place.Name ? "" : Display(place.Region);
    }

    private static Place WithNamesOf(Place place, IEnumerable<Place> merged)
    {
        var names = merged.ToArray();
        return names.Length == 0
            ? place
            : place with
            {
                Aliases = [.. place.Aliases.Concat(names.SelectMany(old => old.Aliases.Prepend(old.Name))).Where(name => name != place.Name).Distinct()],
                PostalCodes = [.. place.PostalCodes.Concat(names.SelectMany(old => old.PostalCodes)).Distinct()],
            };
    }

    private string Current(string id)
    {
        for (var i = 0; i < Deepest && mergers.TryGetValue(id, out var next); i++)
            id = next;
        return id;
    }

    /// <summary>A place and what it is part of, up to its municipality.</summary>
    public IEnumerable<Place> Chain(Place place)
    {
        yield return place;
        for (var i = 0; i < Deepest && Find(place.ParentId) is { } parent; i++)
            yield return place = parent;
    }
}
