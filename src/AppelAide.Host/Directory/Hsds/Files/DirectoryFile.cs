namespace AppelAide.Host.Directory.Hsds.Files;

/// <summary>A file of a publisher's directory.</summary>
/// <param name="Name">Its name without folders, as defects tell it.</param>
/// <param name="Length">How many bytes it says it has.</param>
/// <param name="Open">Opens it for reading, counted and guarded.</param>
internal sealed record DirectoryFile(string Name, long Length, Func<Stream> Open);
