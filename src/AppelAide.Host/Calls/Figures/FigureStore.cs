using System.Data;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Calls.Figures;

/// <summary>The tables of counts, and what is not in them yet.</summary>
internal sealed class FigureStore(Database database)
{
    private const string Columns = "no, channel, caller_id, started_at, ended_at, language, place_id, outcome, last_node, seconds, trial";

    private const string Turns = """
        SELECT conversation_no, at, heard_kind, intent, need, node, events FROM turn WHERE conversation_no IN @Numbers ORDER BY conversation_no, turn_no
        """;

    private const string Found = "SELECT DISTINCT conversation_no, need FROM referral WHERE conversation_no IN @Numbers AND need <> ''";

    private const string OldPeople = "SELECT caller_id FROM figure_person WHERE span = @Span AND caller_id >= @From ORDER BY caller_id";

    private const string Oldest = "SELECT MIN(span) FROM figure_person WHERE span < @Before";

    private const string Forget = "DELETE FROM figure_person WHERE span = @Span AND caller_id <= @Last";

    private static readonly HotStatement Mark = new("UPDATE conversation SET counted = 1 WHERE no = @No AND counted = 0", ("@No", DbType.Int64));

    private readonly string uncounted = $"""
        SELECT {Columns} FROM conversation WHERE counted = 0 AND ended_at IS NOT NULL AND ended_at < @Before ORDER BY ended_at {database.Dialect.Page}
        """;

    // Those that ended and are not counted, and those that go on: two small indexes.
    private readonly string recent = $"""
        SELECT {Columns} FROM (
          SELECT {Columns} FROM conversation WHERE counted = 0 AND ended_at IS NOT NULL AND ended_at >= @From AND started_at >= @From AND started_at < @To
          UNION ALL
          SELECT {Columns} FROM conversation WHERE ended_at IS NULL AND started_at >= @From AND started_at < @To
        ) AS recent WHERE trial = 0 ORDER BY no DESC {database.Dialect.Page}
        """;

    private readonly string oldPeople = $"{OldPeople} {database.Dialect.Page}";

    private readonly HotStatement person = new(
        database.Dialect.InsertIfAbsent("figure_person", ["span", "caller_id", "part", "value"], "span", "caller_id", "part", "value"),
        ("@Span", DbType.String), ("@CallerId", DbType.Int64), ("@Part", DbType.String), ("@Value", DbType.String));

    private readonly Dictionary<FigureTable, HotStatement> inserts =
        FigureTables.Tallied.Append(FigureTables.People).ToDictionary(table => table, table => table.Insert(database.Dialect));

    /// <summary>Ended conversations that are not counted, those that ended first first.</summary>
    /// <param name="before">Only those that ended before: their last turns are surely written.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="ct">Gives up.</param>
    public Task<List<CountedConversation>> UncountedAsync(DateTimeOffset before, int most, CancellationToken ct) =>
        database.ReadAsync(connection => connection.Query<CountedConversation>(uncounted, new { Before = before, Skip = 0, Take = most }).AsList(), ct);

    /// <summary>Conversations begun in a time that go on or are not counted yet, trials left out.</summary>
    public Task<List<CountedConversation>> RecentAsync(DateTimeOffset from, DateTimeOffset to, int most, CancellationToken ct) =>
        database.ReadAsync(connection => connection.Query<CountedConversation>(recent, new { From = from, To = to, Skip = 0, Take = most }).AsList(), ct);

    /// <summary>The turns of conversations, and the needs for which a service was found in them.</summary>
    public Task<(ILookup<long, CountedTurn> Turns, ILookup<long, string> Found)> ReadAsync(IReadOnlyList<long> numbers, CancellationToken ct) =>
        database.ReadAsync(
            connection => (
                connection.Query<CountedTurn>(Turns, new { Numbers = numbers }).ToLookup(turn => turn.ConversationNo),
                connection.Query<FoundNeed>(Found, new { Numbers = numbers }).ToLookup(row => row.ConversationNo, row => row.Need)),
            ct);

    /// <summary>Adds counts to the tables and marks their conversations as counted, all or nothing.</summary>
    /// <returns>False when another host counted one of them meanwhile: nothing is written.</returns>
    public async Task<bool> AddAsync(IReadOnlyList<long> numbers, FigureTally tally, CancellationToken ct)
    {
        try
        {
            await database.WriteAsync(scope => Add(scope, numbers, tally), ct).ConfigureAwait(false);
            return true;
        }
        catch (CountedElsewhereException)
        {
            return false;
        }
    }

    /// <summary>Forgets a part of who was counted in weeks that are over: the counts stay.</summary>
    public Task ForgetPeopleAsync(DateOnly before, int most, CancellationToken ct) => database.WriteAsync(
        scope =>
        {
            if (scope.QueryFirst<string>(Oldest, new { Before = FigureSpan.Text(before) }) is not { } span) return;
            var callers = scope.Query<long>(oldPeople, new { Span = span, From = long.MinValue, Skip = 0, Take = most });
            scope.Execute(Forget, new { Span = span, Last = callers[^1] });
        },
        ct);

    private void Add(WriteScope scope, IReadOnlyList<long> numbers, FigureTally tally)
    {
        foreach (var no in numbers.Order())
        {
            var mark = scope.Command(Mark);
            mark.Add(no);
            if (mark.Execute() != 1) throw new CountedElsewhereException();
        }

        foreach (var table in FigureTables.Tallied)
        {
            foreach (var (key, counts) in tally.Rows(table)) Increase(scope, table, key, counts);
        }

        var fresh = new SortedDictionary<(string, string, string), long>();
        foreach (var (span, caller, part, value) in tally.People.Order())
        {
            var command = scope.Command(person);
            command.Add(span);
            command.Add(caller);
            command.Add(part);
            command.Add(value);
            if (command.Execute() == 1) fresh[(span, part, value)] = fresh.GetValueOrDefault((span, part, value)) + 1;
        }

        foreach (var ((span, part, value), people) in fresh) Increase(scope, FigureTables.People, [span, part, value], [people]);
    }

    /// <summary>Most rows are there already: adding comes first.</summary>
    private void Increase(WriteScope scope, FigureTable table, string[] key, long[] counts)
    {
        if (Update() == 1) return;
        var insert = scope.Command(inserts[table]);
        foreach (var part in key) insert.Add(part);
        foreach (var count in counts) insert.Add(count);
        if (insert.Execute() == 0) Update();

        int Update()
        {
            var update = scope.Command(table.Increase);
            foreach (var count in counts) update.Add(count);
            foreach (var part in key) update.Add(part);
            return update.Execute();
        }
    }

    private sealed record FoundNeed
    {
        public required long ConversationNo { get; init; }

        public required string Need { get; init; }
    }
}
