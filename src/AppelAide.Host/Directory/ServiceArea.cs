using System.Collections.Immutable;

namespace AppelAide.Host.Directory;

/// <summary>For whom a service is: places, MRCs (<c>mrc:NAME</c>) and regions (<c>region:NAME</c>), or <c>everywhere</c>; none means whoever is near.</summary>
internal sealed class ServiceArea(ImmutableArray<string> entries)
{
    /// <summary>Begins the name of an MRC.</summary>
    public const string Mrc = "mrc:";

    /// <summary>Begins the name of a region.</summary>
    public const string Region = "region:";

    /// <summary>All of Québec.</summary>
    public const string Everywhere = "everywhere";

    /// <summary>The places, MRCs and regions.</summary>
    public ImmutableArray<string> Entries => entries;

    /// <summary>For whoever is near.</summary>
    public bool IsByDistance => entries.IsEmpty;

    /// <summary>Whether an area named by the service holds a place. A city is held when a part of it is: which part the caller lives in is not known.</summary>
    public bool Covers(Place place, PlaceTree tree)
    {
        foreach (var entry in entries)
        {
            if (entry.StartsWith(Mrc, StringComparison.Ordinal))
            {
                if (entry.AsSpan(Mrc.Length).Equals(place.Mrc, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
            else if (entry.StartsWith(Region, StringComparison.Ordinal))
            {
                if (entry.AsSpan(Region.Length).Equals(place.Region, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
            else if (entry.Equals(Everywhere, StringComparison.OrdinalIgnoreCase) || tree.IsIn(place, entry) || (tree.Find(entry) is { } part && tree.IsIn(part, place.Id)))
            {
                return true;
            }
        }

        return false;
    }
}
