using AppelAide.Host.Calls.Figures;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;
using AppelAide.Host.Tests.Golden;
using AppelAide.Host.Tests.Persistence;
using AppelAide.Host.Twilio;
using Dapper;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Tests.Calls.Figures;

public abstract class FigureCountingContract(DatabaseFixture fixture) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 15, 0, 0, TimeSpan.Zero);
    private static readonly string[] Counted = ["figure_day", "figure_outcome", "figure_place", "figure_people", "figure_need", "figure_need_place", "figure_edge"];
    private readonly FakeClock time = new(Now);
    private Database database = null!;

    public async Task InitializeAsync()
    {
        if (fixture.SkipReason is not null) return;
        database = await fixture.CreateEmptyAsync();
        await new Migrator(database, time).MigrateAsync(default);
        await database.WriteAsync(SomeConversations.WriteCallers, default);
    }

    public async Task DisposeAsync()
    {
        if (database is not null) await database.DisposeAsync();
    }

    [ContractFact]
    public async Task What_is_counted_in_batches_is_what_a_list_of_all_conversations_tells()
    {
        var some = new SomeConversations(20261121);
        some.Make((FigureCounting.AtOnce * 3) + 40, 1, Now);
        await WriteAsync(some.All);
        await CountAllAsync(Counting(database));
        await ExpectAsync(some.All);
    }

    [ContractFact]
    public async Task A_conversation_with_a_low_number_that_ends_late_is_counted_once_it_ends()
    {
        var some = new SomeConversations(7);
        some.Make(60, 1, Now);
        await WriteAsync(some.All.Skip(5));
        await WriteAsync(some.All.Take(5), ended: false);
        await CountAllAsync(Counting(database));
        await ExpectAsync(some.All[5..]);
        await database.WriteAsync(
            scope =>
            {
                foreach (var one in some.All.Take(5))
                    scope.Execute("UPDATE conversation SET ended_at = @EndedAt, outcome = @Outcome WHERE no = @No", new { one.Row.EndedAt, one.Row.Outcome, one.Row.No });
            },
            default);
        await CountAllAsync(Counting(database));
        await ExpectAsync(some.All);
    }

    [ContractFact]
    public async Task Hosts_that_count_at_once_and_one_that_dies_count_each_conversation_once()
    {
        var some = new SomeConversations(99);
        some.Make(FigureCounting.AtOnce * 4, 1, Now);
        await WriteAsync(some.All);
        await using var other = fixture.OpenAnother(database);
        // One that dies with its counts in hand leaves nothing; the marks are in the same write.
        var store = new FigureStore(database);
        var tally = new FigureTally();
        tally.Add(FigureTables.Need, ["2026-11-16", "food"], ("asked", 5));
        Assert.False(await store.AddAsync([some.All[0].Row.No, 999_999], tally, default));
        await Task.WhenAll(Task.Run(() => CountAllAsync(Counting(database))), Task.Run(() => CountAllAsync(Counting(other))));
        await ExpectAsync(some.All);
    }

    [ContractFact]
    public async Task What_has_just_ended_waits_for_its_last_words()
    {
        var some = new SomeConversations(3);
        some.Make(1, 1, Now);
        var one = some.All[0] with { Row = some.All[0].Row with { EndedAt = Now.AddMinutes(-1), Trial = false } };
        await WriteAsync([one]);
        await CountAllAsync(Counting(database));
        Assert.Equal(0, await ScalarAsync("SELECT COUNT(*) FROM figure_day"));
        time.Advance(FigureCounting.Settles);
        await CountAllAsync(Counting(database));
        Assert.Equal(1, await ScalarAsync("SELECT COUNT(*) FROM figure_day"));
    }

    [ContractFact]
    public async Task Who_was_counted_is_forgotten_when_the_weeks_are_over_and_the_counts_stay()
    {
        var some = new SomeConversations(11);
        some.Make(40, 1, Now.AddDays(-60));
        await WriteAsync(some.All);
        await CountAllAsync(Counting(database));
        var people = await ScalarAsync("SELECT SUM(people) FROM figure_people");
        var later = new SomeConversations(12);
        later.Make(40, 1000, Now);
        var recent = later.All.ConvertAll(one => one with { Row = one.Row with { StartedAt = Now.AddMinutes(-30), EndedAt = Now.AddMinutes(-20), Trial = true } });
        foreach (var each in recent)
        {
            await WriteAsync([each]);
            await CountAllAsync(Counting(database));
        }

        Assert.Equal(0, await ScalarAsync("SELECT COUNT(*) FROM figure_person"));
        Assert.Equal(people, await ScalarAsync("SELECT SUM(people) FROM figure_people"));
    }

    [ContractFact]
    public async Task Yesterday_is_told_in_five_figures_whether_it_is_counted_or_not()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");
        var some = new SomeConversations(5);
        some.Make(200, 1, Now);
        // All of them yesterday, to the last minute, and some of today.
        var moved = some.All.ConvertAll(one => one with { Row = one.Row with { StartedAt = new DateTimeOffset(2026, 11, 20, 5, 0, 0, TimeSpan.Zero).AddMinutes(one.Row.No * 8) } });
        var yesterday = moved.FindAll(one => !one.Row.Trial && TimeZoneInfo.ConvertTime(one.Row.StartedAt, zone).Day == 20);
        var asked = yesterday.FindAll(one => one.Row.Channel == "sms" || !(one.Turns[0].Events ?? "").Split(' ').First(word => char.IsAsciiLetter(word[0])).StartsWith("message.", StringComparison.Ordinal));
        var expected = new DayFigures
        {
            Day = new DateOnly(2026, 11, 20),
            Calls = asked.Count(one => one.Row.Channel == "voice"),
            Texts = asked.Count(one => one.Row.Channel == "sms"),
            People = asked.Select(one => one.Row.CallerId).Distinct().Count(),
            Answered = asked.Count(one => one.Row.Outcome == "answered"),
            Abandoned = asked.Count(one => one.Row.Outcome == "abandoned"),
        };
        moved = moved.ConvertAll(one => one with { Row = one.Row with { EndedAt = one.Row.StartedAt.AddMinutes(5) } });
        await WriteAsync(moved.Take(90));
        await CountAllAsync(Counting(database));
        await WriteAsync(moved.Skip(90));
        var reader = new YesterdayFigures(database, new FigureStore(database), Counters(), Clock());
        Assert.Equal(expected, await reader.ReadAsync(default));
        time.Advance(TimeSpan.FromHours(6));
        await CountAllAsync(Counting(database));
        Assert.Equal(expected, await reader.ReadAsync(default));
    }

    private LineClock Clock() => new(time, Options.Create(new LineOptions()), Options.Create(new TwilioOptions()));

    private Func<ConversationCounter> Counters() => () => new ConversationCounter(Clock(), "message", "texto.debut");

    private FigureCounting Counting(Database on) => new(new FigureStore(on), Counters(), time);

    private static async Task CountAllAsync(FigureCounting counting)
    {
        while (await counting.CountAsync(default))
        {
        }
    }

    private Task WriteAsync(IEnumerable<SomeConversations.One> made, bool ended = true)
    {
        var list = made.ToList();
        return database.WriteAsync(scope => SomeConversations.Write(scope, list, ended), default);
    }

    private Task<long> ScalarAsync(string sql) => database.ReadAsync(connection => connection.ExecuteScalar<long>(sql), default);

    private async Task ExpectAsync(IReadOnlyList<SomeConversations.One> all)
    {
        var oracle = new FigureOracle(all);
        foreach (var table in Counted)
        {
            var (key, count) = Shape(table);
            var rows = await database.ReadAsync(
                connection => connection.Query($"SELECT {string.Join(", ", key)}, {count} AS n FROM {table}").Cast<IDictionary<string, object>>()
                    .ToDictionary(row => string.Join('|', key.Select(column => ((string)row[column]).Trim())), row => Convert.ToInt64(row["n"], null)),
                default);
            Assert.Equal(oracle.Rows(table).OrderBy(row => row.Key, StringComparer.Ordinal), rows.OrderBy(row => row.Key, StringComparer.Ordinal));
        }

        var nodes = await database.ReadAsync(
            connection => connection.Query<NodeFigures>(
                "SELECT node, SUM(entered) AS entered, SUM(heard) AS heard, SUM(no_match) AS no_match, SUM(no_input) AS no_input, SUM(ended) AS ended, SUM(abandoned) AS abandoned FROM figure_node GROUP BY node")
                .ToDictionary(row => row.Node, row => $"{row.Entered} {row.Heard} {row.NoMatch} {row.NoInput} {row.Ended} {row.Abandoned}"),
            default);
        Assert.Equal(oracle.Nodes().OrderBy(row => row.Key, StringComparer.Ordinal), nodes.OrderBy(row => row.Key, StringComparer.Ordinal));
        Assert.Equal(oracle.Found, await ScalarAsync("SELECT SUM(found) FROM figure_need"));
        Assert.Equal(oracle.Found, await ScalarAsync("SELECT SUM(found) FROM figure_place"));
        Assert.Equal(oracle.Abandoned, await ScalarAsync("SELECT SUM(abandoned) FROM figure_day"));
        Assert.Equal(oracle.Answered, await ScalarAsync("SELECT SUM(answered) FROM figure_day"));
        Assert.Equal(oracle.AnswerSeconds, await ScalarAsync("SELECT SUM(answer_seconds) FROM figure_day"));
        Assert.Equal(oracle.Answered, await ScalarAsync($"SELECT SUM({string.Join(" + ", AnswerTimes.Columns)}) FROM figure_day"));
    }

    private static (string[] Key, string Count) Shape(string table) => table switch
    {
        "figure_day" => (["day", "channel", "language"], "conversations"),
        "figure_outcome" => (["day", "channel", "language", "outcome"], "conversations"),
        "figure_place" => (["week", "place_id"], "calls + texts + outgoing"),
        "figure_people" => (["span", "part", "value"], "people"),
        "figure_need" => (["week", "need"], "asked"),
        "figure_need_place" => (["need", "place_id", "week"], "asked"),
        _ => (["week", "from_node", "to_node"], "passed"),
    };
}

public sealed class SqliteFigureCountingTests(SqliteFixture fixture) : FigureCountingContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerFigureCountingTests(SqlServerFixture fixture) : FigureCountingContract(fixture), IClassFixture<SqlServerFixture>;
