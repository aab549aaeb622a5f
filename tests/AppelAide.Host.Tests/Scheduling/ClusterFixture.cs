using AppelAide.Host.Tests.Persistence;

namespace AppelAide.Host.Tests.Scheduling;

/// <summary>
/// A real SQL Server. On the stand-in a statement of Quartz's (<c>DELETE … WHERE NOT EXISTS</c>) deletes nothing where it should, and a cluster then waits for
/// ever: these tests pass there or time out by chance.
/// </summary>
public sealed class ClusterFixture : SqlServerFixture
{
    /// <inheritdoc/>
    public override string? SkipReason => base.SkipReason
        ?? (Environment.GetEnvironmentVariable("APPELAIDE_TEST_SQLSERVER_IS_REAL") == "1" ? null : "Quartz's cluster needs a real SQL Server: APPELAIDE_TEST_SQLSERVER_IS_REAL=1 says that it is one.");
}
