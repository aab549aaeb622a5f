namespace AppelAide.Host.Directory.Search;

/// <summary>For whom the services of a tree are.</summary>
internal enum SourceKind
{
    /// <summary>For whoever is near.</summary>
    ByDistance,

    /// <summary>For the citizen's place, or for places when the citizen's is not known.</summary>
    Covering,

    /// <summary>For other places; some are next door.</summary>
    NextDoor,
}
