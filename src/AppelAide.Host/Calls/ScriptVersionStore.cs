using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Calls;

/// <summary>The scripts as they were: a conversation goes on with those it began with.</summary>
internal sealed class ScriptVersionStore(Database database)
{
    private const string Content = "SELECT content FROM script_version WHERE version = @Version";

    private readonly string insert =
        database.Dialect.InsertIfAbsent("script_version", ["version"], "version", "content", "first_seen_at");

    /// <summary>Keeps a version, once.</summary>
    public Task KeepAsync(string version, string content, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync(
            scope => scope.Execute(insert, new { Version = version, Content = content, FirstSeenAt = now }), ct);

    /// <summary>The scripts of a version, or null.</summary>
    public Task<string?> FindAsync(string version, CancellationToken ct) =>
        database.ReadAsync(connection => connection.QueryFirstOrDefault<string>(Content, new { Version = version }), ct);
}
