using AppelAide.Host.Persistence;

namespace AppelAide.Host.Tests.Persistence;

/// <summary>SQLite in a temporary folder.</summary>
public sealed class SqliteFixture : DatabaseFixture
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"appelaide-{Guid.NewGuid():N}");

    internal string File => Path.Combine(folder, "new", "line.db");

    internal override Database OpenAnother() => new SqliteDatabase($"Data Source={File}");

    internal override Task<Database> CreateAsync() => Task.FromResult(OpenAnother());

    protected override Task DropAsync()
    {
        System.IO.Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }
}
