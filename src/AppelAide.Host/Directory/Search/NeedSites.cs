namespace AppelAide.Host.Directory.Search;

/// <summary>The sites of the services tagged with one need.</summary>
/// <param name="ByDistance">Of those for whoever is near.</param>
/// <param name="OfAreas">Of those for certain places, all of them: for the neighbours, and for a citizen whose place is not known.</param>
/// <param name="ByArea">The same by area, under <see cref="AreaKeys"/>.</param>
internal sealed record NeedSites(SiteTree ByDistance, SiteTree OfAreas, IReadOnlyDictionary<string, SiteTree> ByArea);
