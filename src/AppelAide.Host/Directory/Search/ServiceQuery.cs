namespace AppelAide.Host.Directory.Search;

/// <summary>Who asks for what.</summary>
/// <param name="Need">The need.</param>
/// <param name="Place">Where the citizen lives; null when not known.</param>
/// <param name="Language">The citizen's language: preferred, never demanded.</param>
/// <param name="Now">The moment: a door that is open is worth a longer trip.</param>
/// <param name="OpenOnly">Only what is open at that moment, for certain.</param>
internal sealed record ServiceQuery(string Need, Place? Place, string Language, DateTimeOffset Now, bool OpenOnly = false);
