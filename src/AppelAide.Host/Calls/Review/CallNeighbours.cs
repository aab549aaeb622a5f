using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Calls.Review;

/// <summary>The other conversations of the same telephone.</summary>
internal sealed class CallNeighbours(Database database)
{
    private const string Around = """
        SELECT
          (SELECT MAX(no) FROM conversation WHERE caller_id = @CallerId AND no < @No) AS previous,
          (SELECT MIN(no) FROM conversation WHERE caller_id = @CallerId AND no > @No) AS next
        """;

    /// <summary>The one before and the one after; null for none.</summary>
    public Task<(long? Previous, long? Next)> FindAsync(long no, long callerId, CancellationToken ct) => database.ReadAsync(
        connection =>
        {
            var row = connection.QueryFirst<Row>(Around, new { No = no, CallerId = callerId });
            return (row.Previous, row.Next);
        },
        ct);

    private sealed record Row
    {
        public long? Previous { get; init; }

        public long? Next { get; init; }
    }
}
