using AppelAide.Host.Persistence;
using Dapper;
using Microsoft.Data.SqlClient;

namespace AppelAide.Host.Tests.Persistence;

/// <summary>A database of its own on the server of <see cref="TestServer"/>.</summary>
public sealed class SqlServerFixture : DatabaseFixture
{
    private const int NoSuchDatabase = 4060;

    private readonly string name = $"appelaide_{Guid.NewGuid():N}";
    private bool created;

    public override string? SkipReason => TestServer.SkipReason;

    internal override Database OpenAnother() => new SqlServerDatabase(On(name));

    internal override async Task<Database> CreateAsync()
    {
        try
        {
            await using var connection = new SqlConnection(On(name));
            await connection.OpenAsync();
        }
        catch (SqlException e) when (e.Number == NoSuchDatabase)
        {
            await using var master = new SqlConnection(On("master"));
            await master.ExecuteAsync($"CREATE DATABASE {name}");
            created = true;
        }

        return OpenAnother();
    }

    protected override async Task DropAsync()
    {
        // A server that made the database by itself is a throw-away one.
        if (!created)
            return;
        await using var master = new SqlConnection(On("master"));
        await master.ExecuteAsync($"ALTER DATABASE {name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {name}");
    }

    private static string On(string database) =>
        new SqlConnectionStringBuilder(TestServer.ConnectionString) { InitialCatalog = database }.ToString();
}
