using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Conversations;

/// <summary>The names of places, the most populous first, for speech recognition; made once a directory.</summary>
internal static class PlaceHints
{
    /// <summary>Twilio takes at most 500; a document has other things to carry.</summary>
    private const int Most = 200;

    private static readonly ConditionalWeakTable<DirectorySnapshot, ImmutableDictionary<string, ImmutableArray<string>>> Made = [];

    /// <summary>The hints of a directory, under the subject <c>places</c>.</summary>
    public static ImmutableDictionary<string, ImmutableArray<string>> Of(DirectorySnapshot directory) => Made.GetValue(
        directory,
        current => ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(
            "places", [.. current.Places.All.OrderByDescending(place => place.Population).Take(Most).Select(place => PlaceTree.Display(place.Name))]));
}
