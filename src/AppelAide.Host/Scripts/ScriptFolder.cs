namespace AppelAide.Host.Scripts;

/// <summary>The folder of the scripts: that of the working folder, which people edit, before the copy beside the program.</summary>
internal sealed class ScriptFolder(string path)
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = path;

    /// <summary>Finds it.</summary>
    public static ScriptFolder Find()
    {
        var here = System.IO.Path.GetFullPath("ivr-scripts");
        return new ScriptFolder(System.IO.Directory.Exists(here) ? here : System.IO.Path.Combine(AppContext.BaseDirectory, "ivr-scripts"));
    }

    /// <summary>The script files, content by name.</summary>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public Dictionary<string, string> Read() =>
        System.IO.Directory.EnumerateFiles(Path, "*.yaml").Order(StringComparer.Ordinal)
            .ToDictionary(file => System.IO.Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal);

    /// <summary>Changes whenever a file is written, added or removed.</summary>
    public string Stamp() =>
        string.Join('|', new DirectoryInfo(Path).EnumerateFiles("*.yaml").OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => $"{file.Name}:{file.Length}:{file.LastWriteTimeUtc.Ticks}"));
}
