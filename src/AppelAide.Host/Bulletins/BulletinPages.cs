using System.Data;
using AppelAide.Host.Directory;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Bulletins;

/// <summary>
/// Who gets a bulletin, and their messages, a page of callers a transaction. A page is put into the outbox by one statement a time zone, and the
/// bulletin moves on in the same transaction: whoever dies leaves a whole number of pages, and of two that plan at once one finds it moved.
/// </summary>
internal sealed class BulletinPages(Database database, SequenceStore sequences, SendingHours hours)
{
    private const int MostPlaces = 1000;

    private static readonly TimeSpan Lasts = TimeSpan.FromDays(3);

    private const string Move = """
        UPDATE bulletin SET planned_to = @To, state = @State, updated_at = @Now WHERE id = @Id AND state = 'scheduled' AND planned_to = @From
        """;

    private const string Count = "UPDATE bulletin SET people = people + @People WHERE id = @Id";

    // A citizen who asked twice (for here and for everywhere) is one; by text, if either was; by call, if the telephone takes no texts.
    private const string Wanting = """
        SELECT caller.id AS caller_id, caller.language, COALESCE(place.time_zone, '') AS time_zone,
          CASE WHEN caller.texts = 0 OR SUM(CASE WHEN subscription.channel = 'sms' THEN 1 ELSE 0 END) = 0 THEN 'call' ELSE 'sms' END AS kind
        FROM subscription
        JOIN caller ON caller.id = subscription.caller_id
        LEFT JOIN place ON place.id = caller.place_id
        WHERE subscription.topic = @Topic AND caller.stopped = 0 AND caller.phone_tail <> ''
        """;

    private const string InPlaces = " AND subscription.place_id IN @Places";

    private const string InPage = " AND subscription.caller_id > @From AND subscription.caller_id <= @To";

    private const string EachOnce = " GROUP BY caller.id, caller.language, caller.texts, place.time_zone";

    /// <summary>Subscriptions a transaction: a turn of a call waits behind one page at most. Default: 500.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>Who would get a bulletin now.</summary>
    public Task<List<BulletinAudience>> AudienceAsync(Bulletin bulletin, PlaceTree places, CancellationToken ct)
    {
        var (where, ids) = Where(bulletin, places);
        var sql = $"SELECT language, kind, COUNT(*) AS people FROM ({Wanting}{where}{EachOnce}) wanting GROUP BY language, kind ORDER BY language DESC, kind DESC";
        return database.ReadAsync(connection => connection.Query<BulletinAudience>(sql, new { bulletin.Topic, Places = ids }).AsList(), ct);
    }

    /// <summary>Puts the messages of the next page of callers into the outbox.</summary>
    /// <param name="bulletin">The bulletin, as far as it is planned.</param>
    /// <param name="texts">What it says.</param>
    /// <param name="places">The directory's places.</param>
    /// <param name="now">The moment.</param>
    /// <param name="ct">Gives up before anything is written.</param>
    /// <returns>The bulletin after the page; null when somebody else moved it, or cancelled it.</returns>
    public async Task<Bulletin?> PlanAsync(Bulletin bulletin, IReadOnlyList<BulletinText> texts, PlaceTree places, DateTimeOffset now, CancellationToken ct)
    {
        var (where, ids) = Where(bulletin, places);
        var find = $"SELECT caller_id FROM subscription WHERE topic = @Topic AND caller_id > @From{where} ORDER BY caller_id {database.Dialect.Page}";
        // Found before a writer is kept waiting. Rows and not people, who may have several: the last of the page is taken whole.
        var last = await database.ReadAsync(
            connection => connection.QueryFirstOrDefault<long?>(find, new { bulletin.Topic, From = bulletin.PlannedTo, Places = ids, Skip = PageSize - 1, Take = 1 }),
            ct).ConfigureAwait(false);
        var page = new Page(bulletin, texts, ids, where, last ?? long.MaxValue, last is null ? "planned" : "scheduled", now);
        return await database.WriteAsync(scope => Plan(scope, page), ct).ConfigureAwait(false);
    }

    private Bulletin? Plan(WriteScope scope, Page page)
    {
        var bulletin = page.Bulletin;
        // First of all: it keeps any other planner of this bulletin waiting until this page is in the outbox.
        if (scope.Execute(Move, new { bulletin.Id, page.To, page.State, page.Now, From = bulletin.PlannedTo }) == 0) return null;
        var people = 0;
        var range = new { bulletin.Topic, Places = page.PlaceIds, From = bulletin.PlannedTo, page.To };
        var wanting = Wanting + page.Where + InPage + EachOnce;
        foreach (var (zone, count) in scope.Query<(string, int)>($"SELECT time_zone, COUNT(*) FROM ({wanting}) wanting GROUP BY time_zone ORDER BY time_zone", range))
        {
            var inserted = Insert(scope, page, wanting, zone, sequences.NextRange(scope, "outbox_message", count));
            // On a database that lets others write meanwhile, somebody may have come; their number is not theirs. The page is undone, and planned again.
            if (inserted > count) throw new DBConcurrencyException($"Bulletin {bulletin.Id} found {inserted} people where there were {count}.");
            people += inserted;
        }

        if (people > 0) scope.Execute(Count, new { bulletin.Id, People = people });
        return bulletin with { PlannedTo = page.To, State = page.State, People = bulletin.People + people, UpdatedAt = page.Now };
    }

    private int Insert(WriteScope scope, Page page, string wanting, string zone, long first)
    {
        var (french, english) = (page.Text("fr"), page.Text("en"));
        var due = hours.Next(page.Now > page.Bulletin.DueAt ? page.Now : page.Bulletin.DueAt!.Value, hours.Zone(zone));
        return scope.Execute(
            $"""
            INSERT INTO outbox_message (
              id, caller_id, bulletin_id, kind, purpose, priority, language, body, spoken, segments, state, due_at, expires_at, attempts, created_at, updated_at)
            SELECT @First + ROW_NUMBER() OVER (ORDER BY wanting.caller_id) - 1, wanting.caller_id, @Id, wanting.kind, @Purpose, @Priority, wanting.language,
              CASE wanting.language WHEN 'en' THEN @English ELSE @French END, CASE wanting.language WHEN 'en' THEN @EnglishSpoken ELSE @FrenchSpoken END,
              CASE wanting.language WHEN 'en' THEN @EnglishSegments ELSE @FrenchSegments END, 'due', @DueAt, @ExpiresAt, 0, @Now, @Now
            FROM ({wanting}) wanting WHERE wanting.time_zone = @Zone
            """,
            new
            {
                First = first,
                page.Bulletin.Id,
                page.Bulletin.Topic,
                Places = page.PlaceIds,
                From = page.Bulletin.PlannedTo,
                page.To,
                Purpose = OutboxPurpose.Bulletin,
                Priority = OutboxPurpose.Priority(OutboxPurpose.Bulletin),
                French = french.Text,
                English = english.Text,
                FrenchSpoken = french.Spoken,
                EnglishSpoken = english.Spoken,
                FrenchSegments = french.Segments,
                EnglishSegments = english.Segments,
                DueAt = due,
                ExpiresAt = due + Lasts,
                page.Now,
                Zone = zone,
            });
    }

    /// <summary>
    /// The places of subscriptions that a bulletin is for: its own, all that is part of them (Limoilou, when it is for Québec), and everywhere. None when
    /// it is for everywhere itself.
    /// </summary>
    private static (string Where, string[] Ids) Where(Bulletin bulletin, PlaceTree places)
    {
        if (bulletin.PlaceIds.Count == 0) return ("", []);
        string[] ids = [.. places.IdsIn(bulletin.PlaceIds).Concat(bulletin.PlaceIds).Append("").Distinct()];
        return ids.Length <= MostPlaces ? (InPlaces, ids) : throw new BulletinException(
            $"{ids.Length} lieux sont trop pour un bulletin : n'en mettez aucun, et il est pour partout.", $"{ids.Length} places are too many for one bulletin: leave them out, and it is for everywhere.");
    }

    private sealed record Page(
        Bulletin Bulletin, IReadOnlyList<BulletinText> Texts, string[] PlaceIds, string Where, long To, string State, DateTimeOffset Now)
    {
        public BulletinText Text(string language) => Texts.First(text => text.Language == language);
    }
}
