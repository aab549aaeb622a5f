using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Conversations;

/// <summary>The names of places, the most populous first, for speech recognition; made once a directory.</summary>
internal static class PlaceHints
{
    /// <summary>Twilio takes at most 500; a document has other things to carry.</summary>
    private const int Most = 200;

    private static readonly ConditionalWeakTable<DirectorySnapshot, object> Made = [];

    /// <summary>The hints of a directory.</summary>
    public static ImmutableArray<string> Of(DirectorySnapshot directory) => (ImmutableArray<string>)Made.GetValue(
        directory,
        current => (object)current.Places.All.OrderByDescending(place => place.Population).Take(Most).Select(place => PlaceTree.Display(place.Name)).ToImmutableArray());
}
