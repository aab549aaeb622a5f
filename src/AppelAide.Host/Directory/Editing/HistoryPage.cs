namespace AppelAide.Host.Directory.Editing;

/// <summary>What staff had open when they changed something: under it they find the change again.</summary>
/// <param name="Kind"><see cref="Service"/>, <see cref="Organization"/>, <see cref="Session"/> or <see cref="Training"/>.</param>
/// <param name="Id">Its identifier.</param>
internal sealed record HistoryPage(string Kind, string Id)
{
    public const string Service = "service";
    public const string Organization = "organization";
    public const string Session = "session";
    public const string Training = "training";
}
