namespace AppelAide.Host.Directory.Import;

/// <summary>How far an import has come.</summary>
/// <param name="Step">Reading, or applying.</param>
/// <param name="Done">Bytes read, or changes applied.</param>
/// <param name="Total">Of so many.</param>
internal sealed record ImportProgress(string Step, long Done, long Total)
{
    public const string Reading = "Reading";
    public const string Applying = "Applying";
}
