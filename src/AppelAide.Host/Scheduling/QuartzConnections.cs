using System.Data.Common;
using AppelAide.Host.Persistence;
using Quartz.Impl.AdoJobStore.Common;

namespace AppelAide.Host.Scheduling;

/// <summary>
/// Quartz's connections are the line's: on SQLite, which has one writer, they wait for it as long as the line's own do, and a fire that was recorded survives
/// a power cut.
/// </summary>
/// <param name="database">The line's database.</param>
/// <param name="driver">Quartz's name of the driver, for what Quartz must know of its parameters.</param>
internal sealed class QuartzConnections(Database database, string driver) : IDbProvider
{
    /// <summary>Nobody's business: connections are made below.</summary>
    public string ConnectionString => "";

    /// <inheritdoc/>
    public DbMetadata Metadata { get; } = new DbProvider(driver, "-").Metadata;

    /// <inheritdoc/>
    public DbConnection CreateConnection() => database.CreateConnection();

    /// <inheritdoc/>
    public DbCommand CreateCommand() => (DbCommand)Activator.CreateInstance(Metadata.CommandType!)!;

    /// <inheritdoc/>
    public void Shutdown()
    {
        // Each connection was closed after its use.
    }
}
