using AppelAide.Host.Bulletins;
using AppelAide.Host.Persistence;
using AppelAide.Host.Tests.Directory;
using AppelAide.Host.Tests.Persistence;

namespace AppelAide.Host.Tests.Bulletins;

public abstract class BulletinPlanningContract(DatabaseFixture fixture)
{
    /// <summary>Monday, 10 in the morning in Gaspé.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);

    private static int topics;

    private readonly SomeSubscribers some = new(fixture);
    private readonly string topic = $"topic{Interlocked.Increment(ref topics)}";

    [ContractFact]
    public async Task Everybody_who_asked_gets_one_message_in_their_language()
    {
        var french = await SubscribersAsync(12);
        var english = await SubscribersAsync(3, "en");
        // Asked for here and for everywhere: one message all the same.
        await some.SubscribeAsync(french[4], topic, SomePlaces.Gaspe, Now);
        var bulletin = await some.PlanAsync(await some.DueAsync(topic, Now), Now);
        Assert.Equal(("planned", 15), (bulletin.State, bulletin.People));
        Assert.Equal([.. french, .. english], await some.RecipientsAsync(bulletin.Id));
        Assert.Equal(
            [.. french.Select(_ => ("fr", "Ligne AppelAide: bonjour. ARRET pour cesser", "bonjour")), .. english.Select(_ => ("en", "AppelAide Line: hello. STOP to end", "hello"))],
            await some.RowsAsync<(string, string, string)>("language, body, spoken", bulletin.Id));
        Assert.All(
            await some.RowsAsync<(string, string, int, string, DateTimeOffset, DateTimeOffset)>("kind, purpose, priority, state, due_at, expires_at", bulletin.Id),
            row => Assert.Equal(("sms", "bulletin", 2, "due", Now, Now.AddDays(3)), row));
        Assert.Equal(bulletin with { }, await some.Bulletins.FindAsync(bulletin.Id, default));
    }

    [ContractFact]
    public async Task It_goes_to_its_places_to_what_is_part_of_them_and_to_who_asked_for_everywhere()
    {
        var gaspe = await SubscriberAsync(SomePlaces.Gaspe);
        var limoilou = await SubscriberAsync(SomePlaces.Limoilou);
        var quebec = await SubscriberAsync(SomePlaces.Quebec);
        var everywhere = await SubscriberAsync("");
        Assert.Equal([gaspe, everywhere], await PlannedForAsync(SomePlaces.Gaspe));
        Assert.Equal([limoilou, quebec, everywhere], await PlannedForAsync(SomePlaces.Quebec));
        Assert.Equal([limoilou, everywhere], await PlannedForAsync(SomePlaces.Limoilou));
        Assert.Equal([gaspe, limoilou, everywhere], await PlannedForAsync(SomePlaces.Gaspe, SomePlaces.Limoilou));
        Assert.Equal([gaspe, limoilou, quebec, everywhere], await PlannedForAsync());
    }

    [ContractFact]
    public async Task Who_stopped_and_who_cannot_be_reached_gets_none_and_a_landline_is_called()
    {
        var stopped = await SubscriberAsync("");
        var landline = await SubscriberAsync("");
        var byCall = await SubscriberAsync("", channel: "call");
        var hidden = (await some.Callers.FindOrCreateAsync("", "fr", Now, default)).Id;
        await some.SubscribeAsync(hidden, topic, "", Now);
        await some.WriteAsync(scope => some.Messages.Write(scope, stopped, given: false, Dialogue.Channel.Sms, "ARRET", "SM2", Now));
        await some.WriteAsync(scope => some.Callers.NoteTexts(scope, landline, texts: false));
        var bulletin = await some.DueAsync(topic, Now);
        Assert.Equal([("fr", "call", 2)], (await some.Pages.AudienceAsync(bulletin, SomeSubscribers.Places, default)).Select(group => (group.Language, group.Kind, group.People)));
        await some.PlanAsync(bulletin, Now);
        Assert.Equal([(landline, "call"), (byCall, "call")], await some.RowsAsync<(long, string)>("caller_id, kind", bulletin.Id));
    }

    [ContractFact]
    public async Task It_is_due_at_a_decent_hour_where_each_citizen_lives()
    {
        // 8:30 in Gaspé, 9:30 on the islands.
        var early = new DateTimeOffset(2026, 11, 23, 13, 30, 0, TimeSpan.Zero);
        var gaspe = await some.CallerAsync(Now, placeId: SomePlaces.Gaspe);
        var islands = await some.CallerAsync(Now, placeId: SomePlaces.Iles);
        var nowhere = await some.CallerAsync(Now);
        foreach (var caller in new[] { gaspe, islands, nowhere }) await some.SubscribeAsync(caller, topic, "", Now);
        var bulletin = await some.PlanAsync(await some.DueAsync(topic, early), early);
        Assert.Equal(
            [(gaspe, early.AddMinutes(30)), (islands, early), (nowhere, early.AddMinutes(30))],
            await some.RowsAsync<(long, DateTimeOffset)>("caller_id, due_at", bulletin.Id));
    }

    [ContractFact]
    public async Task A_planner_that_dies_within_a_page_leaves_nothing_of_it_and_another_goes_on()
    {
        var people = await SubscribersAsync(13);
        var bulletin = await some.DueAsync(topic, Now);
        bulletin = (await some.Pages.PlanAsync(bulletin, SomeSubscribers.Texts, SomeSubscribers.Places, Now, default))!;
        // Its words in English are lost after the page was begun.
        await Assert.ThrowsAnyAsync<InvalidOperationException>(
            () => some.Pages.PlanAsync(bulletin, [SomeSubscribers.Texts[0]], SomeSubscribers.Places, Now, default));
        Assert.Equal(people[..5], await some.RecipientsAsync(bulletin.Id));
        var resumed = Assert.Single(await some.Bulletins.DueAsync(Now, default), due => due.Id == bulletin.Id);
        Assert.Equal((people[4], 5), (resumed.PlannedTo, resumed.People));
        Assert.Equal(13, (await some.PlanAsync(resumed, Now)).People);
        Assert.Equal(people, await some.RecipientsAsync(bulletin.Id));
    }

    [ContractFact]
    public async Task Two_that_plan_at_once_plan_nobody_twice_and_forget_nobody()
    {
        var people = await SubscribersAsync(48);
        var bulletin = await some.DueAsync(topic, Now);
        await using var other = fixture.OpenAnother();
        BulletinPages[] hosts = [some.Pages, SomeSubscribers.On(other, new SequenceStore(other))];
        await Task.WhenAll(hosts.Select(host => Task.Run(async () =>
        {
            while (await some.Bulletins.FindAsync(bulletin.Id, default) is { State: "scheduled" } standing)
                await host.PlanAsync(standing, SomeSubscribers.Texts, SomeSubscribers.Places, Now, default);
        })));
        Assert.Equal(people, await some.RecipientsAsync(bulletin.Id));
        Assert.Equal(48, (await some.Bulletins.FindAsync(bulletin.Id, default))!.People);
    }

    [ContractFact]
    public async Task One_cancelled_half_way_is_planned_no_further_and_what_waits_is_cancelled()
    {
        await SubscribersAsync(12);
        var bulletin = await some.DueAsync(topic, Now);
        bulletin = (await some.Pages.PlanAsync(bulletin, SomeSubscribers.Texts, SomeSubscribers.Places, Now, default))!;
        await some.WriteAsync(scope => scope.Execute("UPDATE outbox_message SET state = 'sent' WHERE bulletin_id = @Id AND id = (SELECT MIN(id) FROM outbox_message WHERE bulletin_id = @Id)", new { bulletin.Id }));
        Assert.True(await some.Bulletins.CancelAsync(bulletin.Id, Now, default));
        Assert.False(await some.Bulletins.CancelAsync(bulletin.Id, Now, default));
        Assert.Null(await some.Pages.PlanAsync(bulletin, SomeSubscribers.Texts, SomeSubscribers.Places, Now, default));
        // Whoever cancelled it dies here: the next planner sees what is left.
        Assert.Contains(bulletin.Id, await some.Bulletins.LeftAsync(default));
        Assert.Equal(4, await some.Bulletins.CancelMessagesAsync(bulletin.Id, Now, default));
        Assert.DoesNotContain(bulletin.Id, await some.Bulletins.LeftAsync(default));
        Assert.Equal(
            new BulletinProgress { Kind = "sms", Waiting = 0, Sent = 1, Delivered = 0, Failed = 0, Cancelled = 4 },
            Assert.Single(await some.Bulletins.ProgressAsync(bulletin.Id, default)));
    }

    [ContractFact]
    public async Task One_for_nobody_is_planned_all_the_same()
    {
        var bulletin = await some.PlanAsync(await some.DueAsync(topic, Now, SomePlaces.Perce), Now);
        Assert.Equal(("planned", 0), (bulletin.State, bulletin.People));
        Assert.Empty(await some.Bulletins.ProgressAsync(bulletin.Id, default));
    }

    [ContractFact]
    public async Task Only_a_draft_is_scheduled_and_only_what_is_due_is_planned()
    {
        var id = await some.Bulletins.AddAsync(topic, [SomePlaces.Gaspe, SomePlaces.Perce], "a", "b", "moi", Now, default);
        Assert.Equal([SomePlaces.Gaspe, SomePlaces.Perce], (await some.Bulletins.FindAsync(id, default))!.PlaceIds);
        Assert.True(await some.Bulletins.ScheduleAsync(id, null, Now.AddHours(1), Now, default));
        Assert.False(await some.Bulletins.ScheduleAsync(id, null, Now, Now, default));
        Assert.DoesNotContain(await some.Bulletins.DueAsync(Now, default), due => due.Id == id);
        Assert.Contains(await some.Bulletins.DueAsync(Now.AddHours(1), default), due => due.Id == id);
        Assert.Equal(id, (await some.Bulletins.ListAsync(0, 1, default))[0].Id);
        Assert.True(await some.Bulletins.CancelAsync(id, Now, default));
    }

    private async Task<long> SubscriberAsync(string place, string language = "fr", string channel = "sms")
    {
        var caller = await some.CallerAsync(Now, language);
        await some.SubscribeAsync(caller, topic, place, Now, channel);
        return caller;
    }

    private async Task<List<long>> SubscribersAsync(int count, string language = "fr")
    {
        List<long> callers = [];
        for (var i = 0; i < count; i++) callers.Add(await SubscriberAsync("", language));
        return callers;
    }

    private async Task<List<long>> PlannedForAsync(params string[] places) =>
        await some.RecipientsAsync((await some.PlanAsync(await some.DueAsync(topic, Now, places), Now)).Id);
}

public sealed class SqliteBulletinPlanningTests(SqliteFixture fixture) : BulletinPlanningContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerBulletinPlanningTests(SqlServerFixture fixture) : BulletinPlanningContract(fixture), IClassFixture<SqlServerFixture>;
