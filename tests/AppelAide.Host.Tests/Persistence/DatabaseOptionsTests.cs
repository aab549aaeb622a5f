using AppelAide.Host.Persistence;

namespace AppelAide.Host.Tests.Persistence;

public sealed class DatabaseOptionsTests
{
    [Theory]
    [InlineData("Sqlite", null)]
    [InlineData("sqlite", "Data Source=/somewhere/line.db")]
    [InlineData("SqlServer", "Server=db;Database=appelaide;Integrated Security=true")]
    public void What_is_right_passes(string provider, string? connectionString) => Assert.Empty(Mistakes(provider, connectionString));

    [Theory]
    [InlineData("Postgres", null, "Database:Provider is 'Postgres'; it must be Sqlite or SqlServer.")]
    [InlineData("SqlServer", null, "Database:ConnectionString must be set when Database:Provider is SqlServer.")]
    [InlineData("SqlServer", "Server=db", "Database:ConnectionString names no database; add Database=…")]
    [InlineData("SqlServer", "Data Source=var/appelaide.db", "Database:ConnectionString names no database; add Database=…")]
    [InlineData("Sqlite", "Data Source=:memory:", "Database:ConnectionString asks for a database in memory; the line must remember, name a file.")]
    [InlineData("Sqlite", "Data Source=x.db;Mode=ReadOnly", "Database:ConnectionString asks for a read-only database; the line must write.")]
    [InlineData("Sqlite", "Mode=ReadWrite", "Database:ConnectionString names no file; for example: Data Source=var/appelaide.db")]
    public void Each_mistake_is_one_line(string provider, string? connectionString, string line) =>
        Assert.Equal(line, Assert.Single(Mistakes(provider, connectionString)));

    [Theory]
    [InlineData("Sqlite", "Server=db;Password=secret")]
    [InlineData("Sqlite", "secret")]
    [InlineData("SqlServer", "Nonsense=secret")]
    public void A_string_that_cannot_be_read_is_said_without_what_it_holds(string provider, string connectionString)
    {
        var line = Assert.Single(Mistakes(provider, connectionString));
        Assert.StartsWith("Database:ConnectionString is not a connection string of", line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    private static IEnumerable<string> Mistakes(string provider, string? connectionString) =>
        new DatabaseOptionsValidator().Validate(null, new DatabaseOptions { Provider = provider, ConnectionString = connectionString }).Failures ?? [];
}
