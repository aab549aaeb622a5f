namespace AppelAide.Host.Tests.Directory.Hsds;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = System.IO.Directory.CreateTempSubdirectory("appelaide-hsds-").FullName;

    public string this[string file] => System.IO.Path.Combine(Path, file);

    public void Dispose() => System.IO.Directory.Delete(Path, recursive: true);
}
