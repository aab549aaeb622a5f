namespace AppelAide.Host.Tests.Directory.Hsds;

/// <summary>The standard's own schemas and examples, in <c>shared/data/hsds</c> beside the checkout; not part of the project.</summary>
internal static class HsdsData
{
    /// <summary>The root of this checkout.</summary>
    public static string Checkout { get; } = FindCheckout();

    /// <summary>Where they are; null where they are missing.</summary>
    public static string? Folder { get; } = FindFolder();

    /// <summary>The official example in its tabular form.</summary>
    public static string Example => Path.Combine(Folder!, "examples-3.0", "csv");

    /// <summary>A directory in the layout that came before the standard.</summary>
    public static string Ohana => Path.Combine(Folder!, "ohana-csv");

    /// <summary>An official example in JSON.</summary>
    public static string Json(string name) => Path.Combine(Folder!, "examples-3.0", name + ".json");

    private static string? FindFolder()
    {
        var folder = Path.GetFullPath(Path.Combine(Checkout, "..", "shared", "data", "hsds"));
        return System.IO.Directory.Exists(folder) ? folder : null;
    }

    private static string FindCheckout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AppelAide.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
