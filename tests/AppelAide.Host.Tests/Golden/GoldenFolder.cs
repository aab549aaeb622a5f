namespace AppelAide.Host.Tests.Golden;

/// <summary>The scripts and their golden conversations, where people edit them.</summary>
internal static class GoldenFolder
{
    /// <summary><c>ivr-scripts</c> of the checkout.</summary>
    public static string Scripts { get; } = Path.Combine(Root(), "ivr-scripts");

    /// <summary>The golden conversations, by file name.</summary>
    public static IEnumerable<string> Files() =>
        System.IO.Directory.EnumerateFiles(Scripts, "*.test").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    /// <summary>A file of the checkout.</summary>
    public static string InRepository(string path) => Path.Combine(Root(), path);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AppelAide.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside a checkout.");
        return folder.FullName;
    }
}
