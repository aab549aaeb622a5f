using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Persistence;

/// <summary>Says each mistake of the section <c>Database</c> in one line, before the line opens.</summary>
internal sealed class DatabaseOptionsValidator : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        var mistakes = Mistakes(options).ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> Mistakes(DatabaseOptions options)
    {
        if (!options.IsSqlite && !options.IsSqlServer)
            return [$"Database:Provider is '{options.Provider}'; it must be Sqlite or SqlServer."];
        try
        {
            return options.IsSqlite ? SqliteMistakes(options) : SqlServerMistakes(options);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The exception names the keyword, never its value: a password cannot be printed.
            return [$"Database:ConnectionString is not a connection string of {options.Provider}: {e.Message.ReplaceLineEndings(" ")}"];
        }
    }

    private static List<string> SqliteMistakes(DatabaseOptions options)
    {
        var connection = new SqliteConnectionStringBuilder(options.EffectiveConnectionString);
        List<string> mistakes = [];
        if (connection.DataSource.Length == 0)
            mistakes.Add("Database:ConnectionString names no file; for example: Data Source=var/appelaide.db");
        if (connection.DataSource == ":memory:" || connection.Mode == SqliteOpenMode.Memory)
            mistakes.Add("Database:ConnectionString asks for a database in memory; the line must remember, name a file.");
        if (connection.Mode == SqliteOpenMode.ReadOnly)
            mistakes.Add("Database:ConnectionString asks for a read-only database; the line must write.");
        return mistakes;
    }

    private static List<string> SqlServerMistakes(DatabaseOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
            return ["Database:ConnectionString must be set when Database:Provider is SqlServer."];
        var connection = new SqlConnectionStringBuilder(options.ConnectionString);
        List<string> mistakes = [];
        if (connection.DataSource.Length == 0)
            mistakes.Add("Database:ConnectionString names no server.");
        if (connection.InitialCatalog.Length == 0)
            mistakes.Add("Database:ConnectionString names no database; add Database=…");
        return mistakes;
    }
}
