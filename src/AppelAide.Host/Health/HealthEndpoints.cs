using AppelAide.Host.Persistence;
using AppelAide.Host.Scripts;
using Dapper;

namespace AppelAide.Host.Health;

/// <summary>What an orchestrator asks: is the process alive, and can it take calls.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        routes.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    /// <summary>200 when calls can be taken, 503 when not. A broken edit of the scripts is said, but the last good version still answers.</summary>
    private static async Task<IResult> ReadyAsync(Database database, ScriptLibrary scripts, CancellationToken ct)
    {
        var stored = await DatabaseAsync(database, ct);
        var ready = stored == "ok" && scripts.IsOpen;
        var edit = scripts.BrokenEdit;
        return Results.Json(
            new
            {
                status = ready ? edit.IsEmpty ? "ready" : "ready, but the last edit of the scripts is broken" : "not ready",
                database = stored,
                scripts = scripts.IsOpen ? scripts.Live.Version : "not open",
                brokenEdit = edit.Take(20).Select(issue => issue.ToString()),
            },
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<string> DatabaseAsync(Database database, CancellationToken ct)
    {
        try
        {
            await database.ReadAsync(connection => connection.ExecuteScalar<int>("SELECT 1"), ct).WaitAsync(Patience, ct);
            return "ok";
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The kind only: a connection string may hold a password.
            return $"unreachable ({error.GetType().Name})";
        }
    }
}
