using System.Data.Common;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Directory.Places.Register;

/// <summary>The places as rows, and what citizens keep of them.</summary>
internal static class PlaceRegisterStore
{
    // The one row that every change of the directory writes: who holds it imports alone.
    private const string Lock = "UPDATE directory_version SET version = version";

    private const string All = """
        SELECT id, name, kind, parent_id, mrc, region, latitude, longitude, time_zone, postal_codes, aliases, population, designation, located, state, merged_into
        FROM place
        """;

    private const string Insert = """
        INSERT INTO place (
          id, name, kind, parent_id, mrc, region, latitude, longitude, time_zone, postal_codes, aliases, population, designation, located, state, merged_into)
        VALUES (
          @Id, @Name, @Kind, @ParentId, @Mrc, @Region, @Latitude, @Longitude, @TimeZone, @PostalCodes, @Aliases, @Population, @Designation, @Located, @State,
          @MergedInto)
        """;

    private const string Update = """
        UPDATE place
        SET name = @Name, kind = @Kind, parent_id = @ParentId, mrc = @Mrc, region = @Region, latitude = @Latitude, longitude = @Longitude,
          time_zone = @TimeZone, postal_codes = @PostalCodes, aliases = @Aliases, population = @Population, designation = @Designation,
          located = @Located, state = @State, merged_into = @MergedInto
        WHERE id = @Id
        """;

    private const string MoveCallers = """
        UPDATE caller SET place_id = (SELECT merged_into FROM place WHERE place.id = caller.place_id)
        WHERE place_id IN (SELECT id FROM place WHERE merged_into IS NOT NULL)
        """;

    private const string SubscribedPlaces = """
        SELECT DISTINCT subscription.place_id AS old_id, place.merged_into AS new_id
        FROM subscription JOIN place ON place.id = subscription.place_id
        WHERE place.merged_into IS NOT NULL
        ORDER BY old_id
        """;

    private const string MoveSubscriptions = """
        UPDATE subscription SET place_id = @NewId
        WHERE place_id = @OldId AND NOT EXISTS (
          SELECT 1 FROM subscription other
          WHERE other.caller_id = subscription.caller_id AND other.topic = subscription.topic AND other.place_id = @NewId)
        """;

    // Whoever asked for the news of both places asked for those of the one.
    private const string DropDoubles = "DELETE FROM subscription WHERE place_id = @OldId";

    /// <summary>All rows, those of boroughs and of merged places too.</summary>
    public static List<KnownPlace> Read(DbConnection connection) => connection.Query<KnownPlace>(All).AsList();

    /// <summary>All rows, kept from any other import until the transaction ends.</summary>
    public static List<KnownPlace> ReadAlone(WriteScope scope)
    {
        scope.Execute(Lock);
        return scope.Query<KnownPlace>(All);
    }

    /// <summary>Writes new rows first: changed ones may name them.</summary>
    public static void Write(WriteScope scope, PlaceImportPlan plan)
    {
        scope.Execute(Insert, plan.Added);
        scope.Execute(Update, plan.Updated);
    }

    /// <summary>
    /// Moves whoever still names a place that ever merged, and the news they asked for: STOP for the new place then ends those of the old one too.
    /// </summary>
    /// <returns>How many citizens, how many subscriptions.</returns>
    public static (int Callers, int Subscriptions) Move(WriteScope scope)
    {
        var callers = scope.Execute(MoveCallers);
        var subscriptions = 0;
        // One place after the other: two that became one may both be somebody's.
        foreach (var (oldId, newId) in scope.Query<(string, string)>(SubscribedPlaces))
        {
            var places = new { OldId = oldId, NewId = newId };
            subscriptions += scope.Execute(MoveSubscriptions, places) + scope.Execute(DropDoubles, places);
        }

        return (callers, subscriptions);
    }
}
