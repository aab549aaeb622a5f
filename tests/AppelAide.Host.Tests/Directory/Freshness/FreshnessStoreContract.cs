using System.Collections.Immutable;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Callers;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Freshness;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Directory.Import;
using AppelAide.Host.Tests.Persistence;
using Dapper;

namespace AppelAide.Host.Tests.Directory.Freshness;

public abstract class FreshnessStoreContract(DatabaseFixture fixture)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static int numbers;

    private readonly FreshnessStore store = new(fixture.Database, fixture.Sequences);
    private readonly CallerStore callers = new(fixture.Database, fixture.Sequences, fixture.Vault);

    [ContractFact]
    public async Task Services_never_verified_come_first_then_the_oldest_and_fresh_ones_do_not()
    {
        var prefix = await ServicesAsync(("a", "2024-03-01"), ("b", null), ("c", "2025-11-22"), ("d", "2025-11-23"), ("e", "2023-12-31"), ("f", null));
        var before = await store.CountStaleAsync(Today, default);
        var mine = (await store.ListStaleAsync(Today, 0, 1000, default)).Where(service => service.Id.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        Assert.Equal(["b", "f", "e", "a", "c"], mine.Select(service => service.Id[prefix.Length..]));
        Assert.Equal(("Nom", "Name", prefix, "+14185550101", "2023-12-31"), (mine[2].NameFr, mine[2].NameEn, mine[2].Organization, mine[2].Phone, mine[2].VerifiedOn));
        Assert.Null(mine[0].VerifiedOn);
        Assert.Equal(before, (await store.ListStaleAsync(Today, 0, 1000, default)).Count);
        Assert.Equal((await store.ListStaleAsync(Today, 0, 1000, default))[1].Id, Assert.Single(await store.ListStaleAsync(Today, 1, 1, default)).Id);
    }

    [ContractFact]
    public async Task A_service_that_is_verified_leaves_the_queue_and_hosts_load_it_anew()
    {
        var prefix = await ServicesAsync(("a", null));
        var version = await fixture.Database.ReadAsync(DirectoryStore.ReadVersion, default);
        Assert.True(await store.VerifyAsync(prefix + "a", Today, "Nadia", default));
        Assert.DoesNotContain(await store.ListStaleAsync(Today, 0, 1000, default), service => service.Id == prefix + "a");
        var again = Assert.Single(await store.ListStaleAsync(Today.AddMonths(13), 0, 1000, default), service => service.Id == prefix + "a");
        Assert.Equal(("2026-11-23", "Nadia"), (again.VerifiedOn, again.VerifiedBy));
        Assert.Equal(version + 1, await fixture.Database.ReadAsync(DirectoryStore.ReadVersion, default));
        Assert.False(await store.VerifyAsync(prefix + "nothing", Today, "Nadia", default));
        Assert.Equal(version + 1, await fixture.Database.ReadAsync(DirectoryStore.ReadVersion, default));
    }

    [ContractFact]
    public async Task Reports_wait_the_oldest_first_until_settled_once()
    {
        var prefix = await ServicesAsync(("a", null), ("b", null));
        var caller = await CallerAsync();
        await WriteAsync(Report(prefix + "b", "wrong-number", caller, 1) with { At = Now.AddMinutes(5) });
        await WriteAsync(Report(prefix + "a", "closed", caller, 1) with { LocationId = prefix });
        var mine = await OpenAsync(caller);
        Assert.Equal([prefix + "a", prefix + "b"], mine.Select(report => report.ServiceId));
        Assert.Equal(
            ("closed", "Nom", "Name", prefix, prefix, "14, rue du Quai, Gaspé", 1, Now),
            (mine[0].Kind, mine[0].NameFr, mine[0].NameEn, mine[0].Organization, mine[0].LocationId, mine[0].Address, mine[0].ConversationNo, mine[0].At));
        Assert.Equal(("wrong-number", null, ""), (mine[1].Kind, mine[1].LocationId, mine[1].Address));
        var waiting = await store.CountOpenAsync(default);
        Assert.True(await store.SettleAsync(mine[0].Id, "Nadia", "rappelés: ouvert le lundi", Now.AddHours(1), default));
        Assert.False(await store.SettleAsync(mine[0].Id, "Luc", "", Now.AddHours(2), default));
        Assert.Equal(waiting - 1, await store.CountOpenAsync(default));
        Assert.Equal([mine[1].Id], (await OpenAsync(caller)).Select(report => report.Id));
        Assert.Equal(
            ("settled", "Nadia", "rappelés: ouvert le lundi", Now.AddHours(1)),
            await fixture.Database.ReadAsync(
                c => c.QuerySingle<(string, string, string, DateTimeOffset)>("SELECT state, settled_by, note, settled_at FROM record_report WHERE id = @Id", new { mine[0].Id }),
                default));
    }

    [ContractFact]
    public async Task The_same_report_in_one_conversation_is_kept_once()
    {
        var caller = await CallerAsync();
        var report = Report($"s{caller}", "closed", caller, 7);
        Assert.True(await WriteAsync(report));
        Assert.False(await WriteAsync(report with { At = Now.AddMinutes(1) }));
        Assert.True(await WriteAsync(report with { Kind = "wrong-number" }));
        Assert.True(await WriteAsync(report with { ConversationNo = 8 }));
        Assert.Equal(3, (await OpenAsync(caller)).Count);
    }

    [ContractFact]
    public async Task A_report_outlives_its_service()
    {
        var caller = await CallerAsync();
        await WriteAsync(Report("never-was", "moved", caller, 3));
        var report = Assert.Single(await OpenAsync(caller));
        Assert.Equal(("never-was", "", "", "moved"), (report.ServiceId, report.NameFr, report.Organization, report.Kind));
    }

    [ContractFact]
    public async Task The_command_keeps_who_when_and_which_door_and_a_word_it_does_not_know_as_other()
    {
        var caller = await CallerAsync();
        await ExecuteAsync(caller, ("service", $"s{caller}"), ("location", "quai"), ("kind", "wrong-number"));
        await ExecuteAsync(caller, ("service", $"s{caller}"), ("kind", "shut"));
        await ExecuteAsync(caller, ("kind", "closed"));
        Assert.Equal(
            [("other", null), ("wrong-number", "quai")],
            (await OpenAsync(caller)).Select(report => (report.Kind, report.LocationId)).Order());
    }

    private static RecordReport Report(string service, string kind, long caller, long conversation) =>
        new() { ServiceId = service, Kind = kind, CallerId = caller, ConversationNo = conversation, At = Now };

    private async Task<List<OpenReport>> OpenAsync(long caller) => [.. (await store.ListOpenAsync(0, 1000, default)).Where(report => report.CallerId == caller)];

    private Task<bool> WriteAsync(RecordReport report) => fixture.Database.WriteAsync(scope => store.Report(scope, report), default);

    private Task ExecuteAsync(long caller, params (string Name, string Value)[] arguments)
    {
        var command = new RecordReportCommand(store);
        var question = new Question(QuestionKind.Command, command.Signature.Name, arguments.ToImmutableDictionary(argument => argument.Name, argument => argument.Value));
        return fixture.Database.WriteAsync(scope => command.Execute(question, new CallerContext(caller, 9, "fr", Channel.Voice, "", Now), scope), default);
    }

    private async Task<long> CallerAsync() => (await callers.FindOrCreateAsync($"+1367555{Interlocked.Increment(ref numbers):0000}", "fr", Now, default)).Id;

    /// <summary>Services of an organization, and a door, of this test's own.</summary>
    /// <returns>The organization's identifier, which the services' begin with.</returns>
    private async Task<string> ServicesAsync(params (string Id, string? Verified)[] services)
    {
        var organization = $"o{Interlocked.Increment(ref numbers)}-";
        await fixture.Database.WriteAsync(
            scope =>
            {
                var writer = new RecordWriter(scope.Dialect);
                Write("organization", organization, ("name", organization), ("description", "x"));
                Write("location", organization, ("organization_id", organization), ("location_type", "physical"), ("address", "14, rue du Quai, Gaspé"));
                Write("phone", organization, ("organization_id", organization), ("number", "418-555-0101"));
                foreach (var (id, verified) in services)
                    Write("service", organization + id, ("organization_id", organization), ("name", "Nom"), ("name_en", "Name"), ("status", "active"), ("assured_date", verified ?? ""));

                void Write(string table, string id, params (string Name, string Value)[] fields)
                {
                    var record = new HsdsRecord(table, id, [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
                    writer.Write(scope, record, "test", record.Fingerprint());
                }
            },
            default);
        return organization;
    }
}

public sealed class SqliteFreshnessStoreTests(SqliteFixture fixture) : FreshnessStoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerFreshnessStoreTests(SqlServerFixture fixture) : FreshnessStoreContract(fixture), IClassFixture<SqlServerFixture>;
