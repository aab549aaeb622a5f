using System.Collections.Immutable;
using AppelAide.Host.Callers;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Conversations;

/// <summary>What a conversation knows of its caller from the start.</summary>
internal static class StartVariables
{
    /// <summary>Every variable, with a long realistic value for the checker.</summary>
    public static ImmutableDictionary<string, string> Examples { get; } = new Dictionary<string, string>
    {
        ["caller.known"] = "yes",
        ["place.id"] = "04020",
        ["place.name"] = "Sainte-Anne-des-Monts",
        ["place.within"] = "MRC La Haute-Gaspésie",
        ["place.label"] = "Sainte-Anne-des-Monts, MRC La Haute-Gaspésie",
        ["asked.registration"] = "10042",
        ["asked.topic"] = "reminder",
    }.ToImmutableDictionary();

    /// <summary>The variables of a caller.</summary>
    /// <param name="caller">Who calls or texts.</param>
    /// <param name="isKnown">Whether they did before.</param>
    /// <param name="places">The directory's places.</param>
    public static ImmutableDictionary<string, string> Of(Caller caller, bool isKnown, PlaceTree places)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>();
        if (isKnown) values["caller.known"] = "yes";
        if (caller.PlaceId is { } id && places.Find(id) is { } place)
        {
            values["place.id"] = place.Id;
            values["place.name"] = PlaceTree.Display(place.Name);
            values["place.within"] = places.Within(place);
            values["place.label"] = places.Label(place);
        }

        return values.ToImmutable();
    }
}
