using AppelAide.Dialogue;
using AppelAide.Host.Calls;
using AppelAide.Host.Calls.Review;
using AppelAide.Host.Tests.Persistence;

namespace AppelAide.Host.Tests.Calls.Review;

public abstract class CallSearchContract(DatabaseFixture fixture)
{
    private readonly ReviewedCalls calls = new(fixture);
    private readonly CallSearch search = new(fixture.Database, TimeProvider.System);

    private CallFilter Here => new() { Places = [calls.Place] };

    [ContractFact]
    public async Task Each_filter_finds_what_it_asks_for_alone_and_beside_another()
    {
        var french = await calls.AddAsync(50, outcome: "registered", step: "formations.offre", seconds: 125, topics: ["training"]);
        var english = await calls.AddAsync(40, language: "en", outcome: null, step: "lieu.question", seconds: 20, topics: ["referral", "need:heating", "unknown"]);
        var text = await calls.AddAsync(30, Channel.Sms, outcome: "answered", step: "texto.debut", seconds: 4000, trial: true, topics: ["hours"]);
        var going = await calls.AddAsync(20, step: "accueil.menu", seconds: null);

        await FindsAsync(new(), going, text, english, french);
        await FindsAsync(new() { Language = "en" }, english);
        await FindsAsync(new() { Channel = Channel.Sms }, text);
        await FindsAsync(new() { Trial = true }, text);
        await FindsAsync(new() { Trial = false }, going, english, french);
        await FindsAsync(new() { Outcome = "abandoned" }, english);
        await FindsAsync(new() { Outcome = CallFilter.Ongoing }, going);
        await FindsAsync(new() { Outcome = "emergency" });
        await FindsAsync(new() { Step = "lieu.question" }, english);
        await FindsAsync(new() { Outcome = "abandoned", Step = "formations.offre" });
        await FindsAsync(new() { Topic = "training" }, french);
        await FindsAsync(new() { Topic = "need:heating" }, english);
        await FindsAsync(new() { Topic = "unknown", Language = "en" }, english);
        await FindsAsync(new() { AtLeast = 2 }, text, french);
        await FindsAsync(new() { AtMost = 2 }, english, french);
        await FindsAsync(new() { AtLeast = 2, AtMost = 2 }, french);
        await FindsAsync(new() { AtLeast = 3, AtMost = 2 });
        await FindsAsync(new() { AtLeast = 500, AtMost = 900 }, text);
        await FindsAsync(new() { From = french.StartedAt.AddSeconds(1), Until = text.StartedAt }, english);
        await FindsAsync(new() { From = text.StartedAt, Channel = Channel.Voice }, going);
    }

    [ContractFact]
    public async Task A_filter_alone_needs_no_place_beside_it()
    {
        var step = $"dialogue.{Guid.NewGuid():N}";
        var call = await calls.AddAsync(outcome: "cancelled", step: step, topics: [$"need:{step}"], language: "en", trial: true);
        foreach (var filter in new CallFilter[]
        {
            new() { Step = step }, new() { Outcome = "cancelled" }, new() { Topic = $"need:{step}" }, new() { Language = "en", Trial = true }, new() { AtLeast = 1, AtMost = 1 },
            new(), new() { From = call.StartedAt, Until = call.StartedAt.AddMilliseconds(1) },
        })
        {
            Assert.Contains((await search.FindAsync(filter, 1000, default)).Entries, entry => entry.No == call.No);
        }
    }

    [ContractFact]
    public async Task Pages_follow_each_other_both_ways_without_a_gap()
    {
        var all = new List<long>();
        for (var i = 0; i < 7; i++) all.Add((await calls.AddAsync(100 - i, language: i % 2 == 0 ? "fr" : "en")).No);
        // Two that began at once.
        all.Add((await calls.AddAsync(93)).No);
        all.Add((await calls.AddAsync(93)).No);
        all.Reverse();

        var first = await search.FindAsync(Here, 4, default);
        Assert.Equal((false, true), (first.HasNewer, first.HasOlder));
        var second = await search.FindAsync(Here, first.Entries[^1].No, true, 4, default);
        Assert.Equal((true, true), (second.HasNewer, second.HasOlder));
        var third = await search.FindAsync(Here, second.Entries[^1].No, true, 4, default);
        Assert.Equal((true, false), (third.HasNewer, third.HasOlder));
        Assert.Equal(all, first.Entries.Concat(second.Entries).Concat(third.Entries).Select(entry => entry.No));

        var back = await search.FindAsync(Here, second.Entries[0].No, false, 4, default);
        Assert.Equal(first.Entries, back.Entries);
        Assert.Equal((false, true), (back.HasNewer, back.HasOlder));
        var whole = new List<long>();
        await foreach (var batch in search.AllAsync(Here, 2, default)) whole.AddRange(batch.Select(entry => entry.No));
        Assert.Equal(all, whole);
        // Beside one that is outside of the dates.
        var between = Here with { From = ReviewedCalls.At(97), Until = ReviewedCalls.At(93) };
        foreach (var (beside, forward, expected) in new (long, bool, List<long>)[] { (all[0], true, all[2..6]), (all[^1], true, []), (all[^1], false, all[2..6]), (all[0], false, []) })
            Assert.Equal(expected, (await search.FindAsync(between, beside, forward, 10, default)).Entries.Select(entry => entry.No));
        // A conversation that is not there is no place to begin at.
        Assert.Equal(first.Entries, (await search.FindAsync(Here, long.MaxValue, true, 4, default)).Entries);
    }

    [ContractFact]
    public async Task Filters_that_are_rare_together_are_looked_for_beyond_the_first_rows()
    {
        var rare = await calls.AddAsync(5000, step: "lieu.question", outcome: "answered");
        for (var i = 0; i < 12; i++) await calls.AddAsync(i, step: "lieu.question");
        await FindsAsync(new() { Step = "lieu.question", Outcome = "answered" }, rare);
    }

    [ContractFact]
    public async Task The_places_of_a_city_are_one_list()
    {
        var (one, two) = (calls.Place + "-1", calls.Place + "-2");
        var older = await calls.AddAsync(9, place: one);
        var newer = await calls.AddAsync(8, place: two);
        await calls.AddAsync(7);
        var found = await search.FindAsync(new CallFilter { Places = [one, two] }, 10, default);
        Assert.Equal([newer.No, older.No], found.Entries.Select(entry => entry.No));
    }

    private async Task FindsAsync(CallFilter filter, params Conversation[] expected)
    {
        var found = await search.FindAsync(filter with { Places = [calls.Place] }, 100, default);
        Assert.Equal(expected.Select(call => call.No), found.Entries.Select(entry => entry.No));
        Assert.Null(found.SearchedTo);
    }
}

public sealed class SqliteCallSearchTests(SqliteFixture fixture) : CallSearchContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerCallSearchTests(SqlServerFixture fixture) : CallSearchContract(fixture), IClassFixture<SqlServerFixture>;
