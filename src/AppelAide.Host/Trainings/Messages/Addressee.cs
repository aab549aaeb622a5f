using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Trainings.Messages;

/// <summary>Whom a message goes to: their language and their clock.</summary>
/// <param name="Id">The telephone.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Zone">Where they live; the line's when that is not known.</param>
internal sealed record Addressee(long Id, string Language, TimeZoneInfo Zone)
{
    private const string ById = """
        SELECT caller.language, COALESCE(place.time_zone, '') AS zone FROM caller LEFT JOIN place ON place.id = caller.place_id WHERE caller.id = @Id
        """;

    /// <summary>Reads one, in the transaction that writes to them.</summary>
    public static Addressee Read(WriteScope scope, long id, SendingHours hours)
    {
        var row = scope.Connection.QueryFirst<Row>(ById, new { Id = id }, scope.Transaction);
        return new Addressee(id, row.Language, hours.Zone(row.Zone));
    }

    private sealed class Row
    {
        public string Language { get; init; } = "";
        public string Zone { get; init; } = "";
    }
}
