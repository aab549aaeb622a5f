using AppelAide.Host.Calls.Figures;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;
using AppelAide.Host.Tests.Golden;
using AppelAide.Host.Tests.Persistence;
using AppelAide.Host.Twilio;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Tests.Calls.Figures;

/// <summary>What the pages show, against questions to the list of all conversations.</summary>
public abstract class FiguresReaderContract(DatabaseFixture fixture) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 15, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");
    private readonly SomeConversations some = new(42);
    private readonly FigurePeriod period = FigurePeriod.Of(new DateOnly(2026, 10, 29), new DateOnly(2026, 11, 11));
    private Database database = null!;

    public async Task InitializeAsync()
    {
        if (fixture.SkipReason is not null) return;
        database = await fixture.CreateEmptyAsync();
        var time = new FakeClock(Now);
        await new Migrator(database, time).MigrateAsync(default);
        some.Make(500, 1, Now);
        await database.WriteAsync(SomeConversations.WriteCallers, default);
        await database.WriteAsync(scope => SomeConversations.Write(scope, some.All, ended: true), default);
        var clock = new LineClock(time, Options.Create(new LineOptions()), Options.Create(new TwilioOptions()));
        var counting = new FigureCounting(new FigureStore(database), () => new ConversationCounter(clock, "message", "texto.debut"), time);
        while (await counting.CountAsync(default))
        {
        }
    }

    public async Task DisposeAsync()
    {
        if (database is not null) await database.DisposeAsync();
    }

    /// <summary>Those of the whole weeks of the period: from Monday the 26th of October to Sunday the 15th of November.</summary>
    private List<SomeConversations.One> Within(string channel) =>
        some.All.FindAll(one => !one.Row.Trial && Channel(one) == channel && Day(one) >= new DateOnly(2026, 10, 26) && Day(one) <= new DateOnly(2026, 11, 15));

    private List<SomeConversations.One> Incoming => [.. Within("voice"), .. Within("sms")];

    [ContractFact]
    public async Task A_period_is_told_by_week_language_place_and_outcome()
    {
        var figures = await new FiguresReader(database).ReadAsync(period, null, default);
        Assert.Equal([new(2026, 10, 26), new(2026, 11, 2), new DateOnly(2026, 11, 9)], figures.Weeks.Select(week => week.Monday));
        foreach (var week in figures.Weeks)
        {
            var days = Incoming.FindAll(one => Day(one) >= week.Monday && Day(one) < week.Monday.AddDays(7));
            Assert.Equal(
                new WeekFigures(week.Monday, days.Count(one => Channel(one) == "voice"), days.Count(one => Channel(one) == "sms"), days.Select(one => one.Row.CallerId).Distinct().Count()),
                week);
        }

        Assert.Equal(Within("outgoing").Count, figures.Outgoing);
        Assert.Equal(
            Incoming.GroupBy(one => one.Row.PlaceId ?? "").OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count(), group.Count(one => one.Row.Outcome == "abandoned"))),
            figures.Places.Select(part => (part.Value, (int)(part.Calls + part.Texts), (int)part.Abandoned)));
        Assert.Equal(Incoming.Count(one => one.Row.Language == "en"), figures.Languages.Where(part => part.Value == "en").Sum(part => part.Calls + part.Texts));
        Assert.Equal(Incoming.Count, figures.Outcomes.Sum(row => row.Calls + row.Texts));
        Assert.Equal(Within("voice").Count(one => one.Turns.Exists(turn => (turn.Events ?? "").Contains('='))), figures.Answers.Sum());
    }

    [ContractFact]
    public async Task The_weeks_of_a_place_are_its_own_also_where_none_was_told()
    {
        foreach (var place in new[] { "04020", "" })
        {
            var figures = await new FiguresReader(database).ReadAsync(period, place, default);
            var there = Incoming.FindAll(one => (one.Row.PlaceId ?? "") == place);
            Assert.Equal(there.Count, figures.Weeks.Sum(week => week.Calls + week.Texts));
            Assert.Equal(there.Select(one => (one.Row.CallerId, FigureSpan.Monday(Day(one)))).Distinct().Count(), figures.Weeks.Sum(week => week.People));
        }
    }

    [ContractFact]
    public async Task Needs_are_told_everywhere_at_a_place_and_one_by_place()
    {
        var reader = new FiguresReader(database);
        var all = Incoming.Concat(Within("outgoing")).ToList();
        Assert.Equal(
            Expected(all.SelectMany(one => Asked(one).Select(need => (need, one)))), Told(await reader.NeedsAsync(period, null, default)));
        Assert.Equal(
            Expected(all.Where(one => one.Row.PlaceId == "03005").SelectMany(one => Asked(one).Select(need => (need, one)))), Told(await reader.NeedsAsync(period, "03005", default)));
        Assert.Equal(
            all.Where(one => Asked(one).Contains("talk")).GroupBy(one => one.Row.PlaceId ?? "").Select(group => (group.Key, (long)group.Count(), (long)group.Count(one => one.Found.Contains("talk")))).Order(),
            Told(await reader.PlacesAsync(period, "talk", default)).Order());
        Assert.Equal(all.Sum(one => Asked(one).Count), (await reader.PlacesAsync(period, null, default)).Sum(row => row.Asked));
    }

    [ContractFact]
    public async Task A_dialogue_has_its_own_nodes_and_the_ways_in_and_out()
    {
        var reader = new DialogueFiguresReader(database);
        var (nodes, edges) = await reader.DialogueAsync(period, "aide", default);
        Assert.Equal(["aide.aucun", "aide.besoin", "aide.offre"], nodes.Select(node => node.Node).Order(StringComparer.Ordinal));
        Assert.All(edges, edge => Assert.Contains(new[] { edge.FromNode, edge.ToNode }, node => node.StartsWith("aide.", StringComparison.Ordinal)));
        var all = await reader.NodesAsync(period, "", "", default);
        var parts = new List<NodeFigures>();
        foreach (var channel in new[] { FigureChannels.Call, FigureChannels.Text, FigureChannels.Outgoing })
        {
            foreach (var language in new[] { "fr", "en" }) parts.AddRange(await reader.NodesAsync(period, channel, language, default));
        }

        Assert.Equal(all.Sum(node => node.Heard), parts.Sum(node => node.Heard));
        Assert.Equal(nodes.Sum(node => node.Entered), all.Where(node => node.Node.StartsWith("aide.", StringComparison.Ordinal)).Sum(node => node.Entered));
    }

    private static IEnumerable<(string, long, long)> Expected(IEnumerable<(string Need, SomeConversations.One One)> asked) => asked.GroupBy(pair => pair.Need)
        .Select(group => (group.Key, (long)group.Count(), (long)group.Count(pair => pair.One.Found.Contains(group.Key)))).OrderByDescending(row => row.Item2).ThenBy(row => row.Key, StringComparer.Ordinal);

    private static IEnumerable<(string, long, long)> Told(IEnumerable<NeedFigures> rows) => rows.Select(row => (row.Value, row.Asked, row.Found));

    private static HashSet<string> Asked(SomeConversations.One one) => [.. one.Turns.Select(turn => turn.Need).OfType<string>(), .. one.Found];

    private static DateOnly Day(SomeConversations.One one) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(one.Row.StartedAt, Zone).DateTime);

    private static string Channel(SomeConversations.One one) =>
        one.Row.Channel == "sms" ? "sms" : one.Turns[0].Events!.Split(' ').First(word => char.IsAsciiLetter(word[0])).StartsWith("message.", StringComparison.Ordinal) ? "outgoing" : "voice";
}

public sealed class SqliteFiguresReaderTests(SqliteFixture fixture) : FiguresReaderContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerFiguresReaderTests(SqlServerFixture fixture) : FiguresReaderContract(fixture), IClassFixture<SqlServerFixture>;
