using AppelAide.Host.Persistence;

namespace AppelAide.Host.Tests.Persistence;

/// <summary>SQLite in a temporary folder.</summary>
public sealed class SqliteFixture : DatabaseFixture
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"appelaide-{Guid.NewGuid():N}");

    internal override Task<Database> CreateEmptyAsync() =>
        Task.FromResult<Database>(new SqliteDatabase($"Data Source={Path.Combine(folder, $"{Guid.NewGuid():N}.db")}"));

    internal override Database OpenAnother(Database database) => new SqliteDatabase($"Data Source={((SqliteDatabase)database).File}");

    protected override Task DropAllAsync()
    {
        if (System.IO.Directory.Exists(folder))
            System.IO.Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }
}
