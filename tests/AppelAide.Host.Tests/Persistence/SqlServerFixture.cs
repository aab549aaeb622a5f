using AppelAide.Host.Persistence;
using Dapper;
using Microsoft.Data.SqlClient;

namespace AppelAide.Host.Tests.Persistence;

/// <summary>Databases of their own on the server of <see cref="TestServer"/>.</summary>
public sealed class SqlServerFixture : DatabaseFixture
{
    private const int NoSuchDatabase = 4060;

    private readonly Dictionary<Database, string> names = [];
    private readonly List<string> created = [];

    public override string? SkipReason => TestServer.SkipReason;

    internal override async Task<Database> CreateEmptyAsync()
    {
        var name = $"appelaide_{Guid.NewGuid():N}";
        try
        {
            await using var connection = new SqlConnection(On(name));
            await connection.OpenAsync();
        }
        catch (SqlException e) when (e.Number == NoSuchDatabase)
        {
            await using var master = new SqlConnection(On("master"));
            await master.ExecuteAsync($"CREATE DATABASE {name}");
            created.Add(name);
        }

        var database = new SqlServerDatabase(On(name));
        names.Add(database, name);
        return database;
    }

    internal override Database OpenAnother(Database database) => new SqlServerDatabase(On(names[database]));

    protected override async Task DropAllAsync()
    {
        // Only what was created here: a server that makes a database by itself is a throw-away one.
        foreach (var name in created)
        {
            await using var master = new SqlConnection(On("master"));
            await master.ExecuteAsync($"ALTER DATABASE {name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {name}");
        }
    }

    private static string On(string database) =>
        new SqlConnectionStringBuilder(TestServer.ConnectionString) { InitialCatalog = database }.ToString();
}
