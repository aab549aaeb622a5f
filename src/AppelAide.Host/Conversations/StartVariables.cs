using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Host.Callers;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Conversations;

/// <summary>What a conversation knows of its caller from the start.</summary>
internal static class StartVariables
{
    /// <summary>The registration that the line asked about, when the citizen has not answered.</summary>
    public const string AskedRegistration = "asked.registration";

    /// <summary>What it asked: reminder or offer.</summary>
    public const string AskedTopic = "asked.topic";

    /// <summary>Every variable, with a long realistic value for the checker.</summary>
    public static ImmutableDictionary<string, string> Examples { get; } = new Dictionary<string, string>
    {
        ["caller.known"] = "yes",
        ["place.id"] = "04020",
        ["place.name"] = "Sainte-Anne-des-Monts",
        ["place.within"] = "MRC La Haute-Gaspésie",
        ["place.label"] = "Sainte-Anne-des-Monts, MRC La Haute-Gaspésie",
        [AskedRegistration] = "10042",
        [AskedTopic] = "reminder",
    }.ToImmutableDictionary();

    /// <summary>The variables of a caller.</summary>
    /// <param name="caller">Who calls or texts.</param>
    /// <param name="isKnown">Whether they did before.</param>
    /// <param name="places">The directory's places.</param>
    /// <param name="asked">What the line asked them, and they have not answered.</param>
    public static ImmutableDictionary<string, string> Of(Caller caller, bool isKnown, PlaceTree places, AskedQuestion? asked = null)
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

        if (asked is not null)
        {
            values[AskedRegistration] = asked.Registration.ToString(CultureInfo.InvariantCulture);
            values[AskedTopic] = asked.Topic;
        }

        return values.ToImmutable();
    }
}
