using System.Data.Common;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Calls.Review;

/// <summary>
/// Finds conversations. A page costs the same anywhere in the log, and with any one filter; with several that are rare only together, the search stops
/// after a while and says how far it came.
/// </summary>
internal sealed class CallSearch(Database database, TimeProvider time)
{
    private const string PositionOf = "SELECT no, started_at FROM conversation WHERE no = @No";

    private const int FirstScan = 1000;
    private const int LongestScan = 16_000;

    /// <summary>How long staff wait for a page of rare filters before they are told how far it came.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    /// <summary>The newest conversations of a filter.</summary>
    public Task<CallPage> FindAsync(CallFilter filter, int take, CancellationToken ct) => FindAsync(filter, null, true, take, ct);

    /// <summary>Those beside a conversation; as without it when there is no such conversation.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="beside">The last one on the page that was seen, or its first; null for the newest.</param>
    /// <param name="isForward">Older ones; newer ones otherwise.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="ct">Gives up.</param>
    public Task<CallPage> FindAsync(CallFilter filter, long? beside, bool isForward, int take, CancellationToken ct) => database.ReadAsync(
        connection =>
        {
            var from = beside is { } no ? connection.QueryFirstOrDefault<CallPosition>(PositionOf, new { No = no }) : null;
            var (found, reached) = Walk(connection, filter, from, isForward || from is null, take + 1, Patience);
            var hasMore = found.Count > take || reached is not null;
            if (found.Count > take) found.RemoveAt(take);
            if (isForward || from is null) return new CallPage(found, from is not null, hasMore, reached);
            found.Reverse();
            return new CallPage(found, hasMore, true, reached);
        },
        ct);

    /// <summary>All of a filter, newest first, a batch at a time: what is read is told before more is read.</summary>
    public async IAsyncEnumerable<IReadOnlyList<CallLogEntry>> AllAsync(
        CallFilter filter, int batch, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        CallPosition? from = null;
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var start = from;
            var (found, reached) = await database.ReadAsync(connection => Walk(connection, filter, start, true, batch, Patience), ct);
            if (found.Count > 0) yield return found;
            from = reached ?? (found.Count == batch ? new CallPosition { No = found[^1].No, StartedAt = found[^1].StartedAt } : null);
            if (from is null) yield break;
        }
    }

    /// <summary>Reads on until there are enough, nothing is left, or patience ends; then also how far it came.</summary>
    private (List<CallLogEntry> Found, CallPosition? Reached) Walk(
        DbConnection connection, CallFilter filter, CallPosition? from, bool isForward, int take, TimeSpan patience)
    {
        var begun = time.GetTimestamp();
        // Beyond the filter's dates there is nothing to step over.
        if (isForward ? from?.StartedAt >= filter.Until : from?.StartedAt < filter.From) from = null;
        var conditions = new CallConditions(filter);
        var found = new List<CallLogEntry>();
        var scan = conditions.IsWhole ? take : FirstScan;
        while (true)
        {
            var streams = conditions.Streams(database.Dialect, isForward, from is null);
            var order = isForward ? "DESC" : "ASC";
            var parameters = new DynamicParameters(conditions.Parameters);
            parameters.AddDynamicParams(new { At = from?.StartedAt, No = from?.No, Scan = scan, Skip = 0, Take = take - found.Count });
            var near = $"""
                SELECT no, started_at FROM ({streams}) streams
                ORDER BY started_at {order}, no {order} {database.Dialect.Page.Replace("@Take", "@Scan", StringComparison.Ordinal)}
                """;
            found.AddRange(connection.Query<CallLogEntry>(
                $"""
                SELECT {CallLogColumns.Entry}
                FROM ({near}) near
                JOIN conversation ON conversation.no = near.no
                JOIN caller ON caller.id = conversation.caller_id
                LEFT JOIN session ON session.conversation_no = conversation.no
                {conditions.Rest}
                ORDER BY near.started_at {order}, near.no {order} {database.Dialect.Page}
                """,
                parameters));
            if (conditions.IsWhole || found.Count >= take) return (found, null);
            // Fewer than wanted: where did the streams stop?
            from = connection.QueryFirstOrDefault<CallPosition>(
                $"SELECT no, started_at FROM ({streams}) streams ORDER BY started_at {order}, no {order} {database.Dialect.Page.Replace("@Skip", "@Last", StringComparison.Ordinal)}",
                With(parameters, scan - 1));
            if (from is null) return (found, null);
            if (time.GetElapsedTime(begun) > patience) return (found, from);
            scan = Math.Min(scan * 4, LongestScan);
        }
    }

    private static DynamicParameters With(DynamicParameters parameters, int last)
    {
        parameters.Add("Last", last);
        parameters.Add("Take", 1);
        return parameters;
    }
}
