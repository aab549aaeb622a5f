using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Search;

/// <summary>A service at one of its sites, as it is ranked.</summary>
/// <param name="Number">The service's number, in order of identifiers: the last thing that ranks.</param>
/// <param name="Service">The service.</param>
/// <param name="Site">The site.</param>
/// <param name="Zone">The number of its time zone in the index.</param>
/// <param name="Languages">The languages it is given in.</param>
internal readonly record struct IndexedSite(int Number, Service Service, ServiceSite Site, int Zone, LanguageSet Languages)
{
    /// <summary>Where it is; null for help by telephone alone.</summary>
    public GeoPoint? Position => Site.Location?.Position;

    /// <summary>Whether it may be given in a language.</summary>
    public bool IsIn(string language) => Service.Languages.IsEmpty || Service.Languages.Contains(language);

    /// <summary>The languages of a service; one that does not say is in all.</summary>
    public static LanguageSet LanguagesOf(ImmutableArray<string> languages)
    {
        if (languages.IsEmpty)
            return LanguageSet.All;
        var set = LanguageSet.None;
        foreach (var language in languages)
            set |= Of(language);
        return set;
    }

    /// <summary>The set of one language.</summary>
    public static LanguageSet Of(string language) => language switch
    {
        "fr" => LanguageSet.French,
        "en" => LanguageSet.English,
        _ => LanguageSet.Other,
    };
}
