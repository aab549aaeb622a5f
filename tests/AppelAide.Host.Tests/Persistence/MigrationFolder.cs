using AppelAide.Host.Persistence;

namespace AppelAide.Host.Tests.Persistence;

/// <summary>Migrations of a test's own. GO is taken out for SQLite, which takes the statements together.</summary>
internal sealed class MigrationFolder : IDisposable
{
    private readonly string root = System.IO.Directory.CreateTempSubdirectory("appelaide-migrations-").FullName;
    private readonly bool sqlite;

    public MigrationFolder(Database database)
    {
        sqlite = database is SqliteDatabase;
        Migrator = new Migrator(database, TimeProvider.System, root);
    }

    public Migrator Migrator { get; }

    public void Write(string name, string script)
    {
        var folder = System.IO.Directory.CreateDirectory(Path.Combine(root, sqlite ? "sqlite" : "sqlserver")).FullName;
        File.WriteAllText(Path.Combine(folder, name), sqlite ? script.Replace("GO\n", "", StringComparison.Ordinal) : script);
    }

    public void Dispose() => System.IO.Directory.Delete(root, recursive: true);
}
