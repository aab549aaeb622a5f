namespace AppelAide.Host.Persistence;

/// <summary>Where the line remembers: the section <c>Database</c> of the configuration.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Database";

    /// <summary><c>Sqlite</c> (default, embedded) or <c>SqlServer</c>, in any case.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>Default <c>Data Source=var/appelaide.db</c>, relative to the working folder. SQL Server requires one of its own.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether the provider is SQL Server.</summary>
    public bool IsSqlServer => string.Equals(Provider, "SqlServer", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the provider is SQLite.</summary>
    public bool IsSqlite => string.Equals(Provider, "Sqlite", StringComparison.OrdinalIgnoreCase);

    /// <summary>The connection string with its default.</summary>
    public string EffectiveConnectionString =>
        string.IsNullOrWhiteSpace(ConnectionString) && IsSqlite ? "Data Source=var/appelaide.db" : ConnectionString ?? "";
}
