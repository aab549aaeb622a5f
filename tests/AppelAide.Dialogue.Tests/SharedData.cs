namespace AppelAide.Dialogue.Tests;

/// <summary>Real data for tests, in a folder <c>shared/data</c> beside the checkout; not part of the project.</summary>
internal static class SharedData
{
    /// <summary>The folder; null where it is missing.</summary>
    internal static string? Folder { get; } = Find();

    internal static string PathOf(string relative) =>
        Path.Combine(Folder ?? throw new InvalidOperationException("There is no shared/data beside the checkout."), relative);

    private static string? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AppelAide.sln")))
            folder = folder.Parent;
        var shared = folder?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", "data") : null;
        return Directory.Exists(shared) ? shared : null;
    }
}
