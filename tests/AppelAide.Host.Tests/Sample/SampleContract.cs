using System.Collections.Immutable;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Consultations;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Persistence;
using AppelAide.Host.Referrals;
using AppelAide.Host.Sample;
using AppelAide.Host.Scripts;
using AppelAide.Host.Tests.Directory;
using AppelAide.Host.Tests.Persistence;
using AppelAide.Host.Trainings.Registrations;
using AppelAide.Host.Trainings.Search;
using Dapper;

namespace AppelAide.Host.Tests.Sample;

/// <summary>The whole directory on a real database, from the sample: loaded once, then looked up and written to.</summary>
public abstract class SampleContract(DatabaseFixture fixture) : IAsyncLifetime
{
    private const string Caller = """
        INSERT INTO caller (id, phone_hash, phone_cipher, phone_tail, language, slow, created_at, updated_at)
        VALUES (@id, @hash, @hash, '42', 'fr', 0, @now, @now)
        """;

    private static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(-5));
    private static long lastCaller;

    private DirectorySource source = null!;
    private RegistrationStore? trainings;

    private Database Database => fixture.Database;

    private RegistrationStore Trainings => trainings ??= new(Database, fixture.Sequences, new(source), new(Database, new(Database, fixture.Sequences)));

    private ConsultationStore Consultations => new(Database);

    public async Task InitializeAsync()
    {
        if (fixture.SkipReason is not null)
            return;
        await new SampleLoader(Database, new FixedTime(Now)).LoadIfEmptyAsync(default);
        source = new(Database, SomeScripts.Live, TimeProvider.System);
        await source.RefreshAsync(default);
    }

    public Task DisposeAsync()
    {
        source?.Dispose();
        return Task.CompletedTask;
    }

    [ContractFact]
    public async Task The_sample_is_loaded_once()
    {
        Assert.False(await new SampleLoader(Database, new FixedTime(Now)).LoadIfEmptyAsync(default));
        Assert.False(await source.RefreshAsync(default));
        Assert.Equal(1, source.Current.Version);
    }

    [ContractFact]
    public async Task A_change_reaches_the_snapshot()
    {
        await using var another = fixture.OpenAnother();
        using var other = new DirectorySource(another, SomeScripts.Live, TimeProvider.System);
        await other.RefreshAsync(default);
        await another.WriteAsync(scope => DirectoryStore.Changed(scope), default);
        Assert.True(await other.RefreshAsync(default));
        Assert.False(await other.RefreshAsync(default));
        await another.WriteAsync(scope => scope.Execute("UPDATE directory_version SET version = 1"), default);
    }

    [ContractFact]
    public void Every_need_is_answered_in_both_regions()
    {
        var script = DialogueParser.Parse(ScriptFolder.Find().Read()).Script!;
        foreach (var need in script.Needs.Values.Where(need => need.Parent.Length > 0))
            foreach (var place in new[] { SomePlaces.Gaspe, SomePlaces.Iles, SomePlaces.Quebec })
                Assert.True(Ask(new ServicesNearLookup(source), ("place", place), ("need", need.Id)).ContainsKey("found"), $"{need.Id} in {place}");
    }

    [ContractFact]
    public void A_citizen_of_Gaspé_is_answered()
    {
        var place = Ask(new PlacesFindLookup(source), ("text", "je reste à gaspé"));
        Assert.Equal(("1", "yes", "Gaspé, MRC La Côte-de-Gaspé"), (place["count"], place["exact"], place["1.label"]));

        var service = Ask(new ServicesNearLookup(source), ("place", SomePlaces.Gaspe), ("need", "food-bank"));
        Assert.Equal(("yes", "Gaspé", "yes"), (service["found"], service["town"], service["open"]));

        var training = Ask(new TrainingsNextLookup(source, Trainings, SomeScripts.Live), ("place", SomePlaces.Gaspe));
        Assert.Equal("yes", training["found"]);
        Assert.NotEqual("", training["seats"]);
    }

    [ContractFact]
    public void Every_place_is_found_by_each_of_its_names_and_by_its_keys()
    {
        foreach (var place in SamplePlaces().Select(id => source.Current.Places.Find(id)!))
        {
            foreach (var name in (string[])[place.Name, place.Name.ToUpperInvariant(), $"je reste à {place.Name} svp", .. place.Aliases])
                Assert.Contains(place, source.Current.Finder.FromText(name).Places);
            Assert.Contains(place, source.Current.Finder.FromKeys(Keypad.Spell(place.Name)).Places);
        }
    }

    [ContractFact]
    public void Every_place_has_food_and_a_training_within_reach()
    {
        foreach (var place in SamplePlaces())
        {
            Assert.True(Ask(new ServicesNearLookup(source), ("place", place), ("need", "food-bank")).ContainsKey("found"), place);
            Assert.True(Ask(new TrainingsNextLookup(source, Trainings, SomeScripts.Live), ("place", place)).ContainsKey("found"), place);
        }
    }

    [ContractFact]
    public async Task A_full_session_is_offered_last()
    {
        var lookup = new TrainingsNextLookup(source, Trainings, SomeScripts.Live);
        var first = Ask(lookup, ("place", SomePlaces.SainteAnne));
        foreach (var caller in await CallersAsync(int.Parse(first["seats"], null)))
            await RegisterAsync(first["id"], caller);
        Assert.NotEqual(first["id"], Ask(lookup, ("place", SomePlaces.SainteAnne))["id"]);
    }

    [ContractFact]
    public async Task A_consultation_goes_on_where_the_caller_stopped()
    {
        var caller = (await CallersAsync(1))[0];
        var lookup = new ConsultationsNextLookup(source, Consultations);
        var consultation = Ask(lookup, caller);
        Assert.Equal(("yes", "1"), (consultation["found"], consultation["next"]));

        var id = consultation["id"];
        Assert.Equal("kept", (await AnswerAsync(caller, id, "1", "yes"))["status"]);
        Assert.Equal("kept", (await AnswerAsync(caller, id, "1", "no"))["status"]);
        Assert.Equal("2", Ask(lookup, caller)["next"]);
        Assert.Equal("gone", (await AnswerAsync(caller, id, "99", "no"))["status"]);
        Assert.Equal(
            ["no"],
            await Database.ReadAsync(c => c.Query<string>("SELECT value FROM consultation_answer WHERE caller_id = @caller", new { caller }).ToArray(), default));

        for (var number = 2; number <= int.Parse(consultation["questions"], null); number++)
        {
            Assert.Equal("yes", Ask(new ConsultationQuestionLookup(source), ("consultation", id), ("number", $"{number}"))["found"]);
            await AnswerAsync(caller, id, $"{number}", "");
        }

        Assert.NotEqual(id, Ask(lookup, caller).GetValueOrDefault("id"));
        Assert.Empty(Ask(new ConsultationQuestionLookup(source), ("consultation", id), ("number", "99")));
    }

    [ContractFact]
    public async Task A_referral_is_noted()
    {
        var caller = (await CallersAsync(1))[0];
        var command = new ReferralNoteCommand(new(fixture.Sequences));
        await ExecuteAsync(command, caller, Now, ("service", "svc"), ("need", "food-bank"), ("how", "texted"));
        Assert.Equal(
            "texted",
            await Database.ReadAsync(c => c.QuerySingle<string>("SELECT how FROM referral WHERE caller_id = @caller", new { caller }), default));
    }

    private IEnumerable<string> SamplePlaces() =>
        Database.ReadAsync(c => c.Query<string>("SELECT id FROM place WHERE population > 0").ToArray(), default).GetAwaiter().GetResult();

    private Task<ImmutableDictionary<string, string>> RegisterAsync(string session, long caller, DateTimeOffset? now = null) =>
        ExecuteAsync(new TrainingRegisterCommand(Trainings, new(Database, fixture.Sequences, fixture.Vault)), caller, now ?? Now, ("session", session));

    private Task<ImmutableDictionary<string, string>> AnswerAsync(long caller, string consultation, string number, string value) =>
        ExecuteAsync(
            new ConsultationAnswerCommand(source, Consultations), caller, Now, ("consultation", consultation), ("number", number), ("value", value));

    private Task<ImmutableDictionary<string, string>> ExecuteAsync(
        ICommand command, long caller, DateTimeOffset now, params (string Name, string Value)[] arguments) =>
        Database.WriteAsync(
            scope => command.Execute(new(QuestionKind.Command, command.Signature.Name, Arguments(arguments)), Context(caller, now), scope),
            default);

    private static ImmutableDictionary<string, string> Ask(ILookup lookup, params (string Name, string Value)[] arguments) =>
        Ask(lookup, 0, arguments);

    private static ImmutableDictionary<string, string> Ask(ILookup lookup, long caller, params (string Name, string Value)[] arguments)
    {
        var answer = lookup.Answer(new(QuestionKind.Lookup, lookup.Signature.Name, Arguments(arguments)), Context(caller, Now));
        Assert.All(answer.Keys, field => Assert.Contains(field, lookup.Signature.Fields));
        return answer;
    }

    private static ImmutableDictionary<string, string> Arguments((string Name, string Value)[] arguments) =>
        arguments.ToImmutableDictionary(argument => argument.Name, argument => argument.Value);

    private static CallerContext Context(long caller, DateTimeOffset now) => new(caller, 1, "fr", Channel.Voice, "", now);

    private async Task<long[]> CallersAsync(int count)
    {
        var ids = Enumerable.Range(0, count).Select(_ => Interlocked.Increment(ref lastCaller)).ToArray();
        await Database.WriteAsync(
            scope =>
            {
                foreach (var id in ids)
                    scope.Execute(Caller, new { id, hash = BitConverter.GetBytes(id), now = Now });
            },
            default);
        return ids;
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

public sealed class SqliteSampleTests(SqliteFixture fixture) : SampleContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerSampleTests(SqlServerFixture fixture) : SampleContract(fixture), IClassFixture<SqlServerFixture>;
