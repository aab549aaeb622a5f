namespace AppelAide.Host.Tests.Persistence;

/// <summary>The SQL Server that tests may use: each class makes a database of its own on it.</summary>
internal static class TestServer
{
    public const string Variable = "APPELAIDE_TEST_SQLSERVER";

    public static string? ConnectionString { get; } = Environment.GetEnvironmentVariable(Variable);

    public static string? SkipReason { get; } =
        string.IsNullOrWhiteSpace(ConnectionString) ? $"No SQL Server: set {Variable} to a connection string." : null;
}
