using AppelAide.Host.Bulletins;
using AppelAide.Host.Callers;
using AppelAide.Host.Tests.Directory;
using AppelAide.Host.Tests.Persistence;

namespace AppelAide.Host.Tests.Bulletins;

public abstract class SubscriptionStoreContract(DatabaseFixture fixture)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);

    private readonly SomeSubscribers some = new(fixture);

    [ContractFact]
    public async Task A_wish_is_kept_with_the_consent_to_it_who_when_what_words_and_proof()
    {
        var caller = await some.CallerAsync(Now);
        Assert.Equal((false, false), await WriteAsync(SomeSubscribers.Wish(caller, "internet", SomePlaces.Gaspe, Now)));
        Assert.Equal([("internet", SomePlaces.Gaspe, "sms")], await some.Subscriptions.ListAsync(caller, default));
        var consent = Assert.Single(await some.Consents.HistoryAsync(caller, default));
        Assert.Equal(
            new Consent
            {
                CallerId = caller,
                At = Now,
                Channel = Dialogue.Channel.Sms,
                Purpose = "bulletin:internet:03005",
                Given = true,
                Words = "ABONNER INTERNET GASPE",
                Proof = "SM1",
            },
            consent);
    }

    [ContractFact]
    public async Task A_wish_said_again_changes_nothing_and_by_another_way_changes_how()
    {
        var caller = await some.CallerAsync(Now);
        var wish = SomeSubscribers.Wish(caller, "internet", SomePlaces.Gaspe, Now);
        await WriteAsync(wish);
        Assert.Equal((true, false), await WriteAsync(wish with { Since = Now.AddDays(1) }));
        Assert.Single(await some.Consents.HistoryAsync(caller, default));
        Assert.Equal((false, false), await WriteAsync(wish with { Channel = "call", Since = Now.AddDays(2) }));
        Assert.Equal([("internet", SomePlaces.Gaspe, "call")], await some.Subscriptions.ListAsync(caller, default));
        Assert.Equal(2, (await some.Consents.HistoryAsync(caller, default)).Count);
    }

    [ContractFact]
    public async Task Who_had_stopped_all_messages_starts_again_for_this_wish_alone()
    {
        var caller = await some.CallerAsync(Now);
        await some.SubscribeAsync(caller, "news", SomePlaces.Gaspe, Now);
        await some.WriteAsync(scope => some.Messages.Write(scope, caller, given: false, Dialogue.Channel.Sms, "ARRET", "SM2", Now.AddDays(1)));
        Assert.Equal((false, true), await WriteAsync(SomeSubscribers.Wish(caller, "internet", "", Now.AddDays(2))));
        Assert.Equal([("internet", "", "sms")], await some.Subscriptions.ListAsync(caller, default));
        Assert.False((await some.Callers.FindAsync(caller, default))!.Stopped);
        Assert.Equal(
            [("bulletin:internet:", true), ("bulletin:news:03005", true), ("messages", false), ("messages", true)],
            (await some.Consents.HistoryAsync(caller, default)).Select(consent => (consent.Purpose, consent.Given)).Order());
    }

    [ContractFact]
    public async Task A_topic_ends_wherever_it_was_and_the_others_stay()
    {
        var caller = await some.CallerAsync(Now);
        await some.SubscribeAsync(caller, "news", SomePlaces.Gaspe, Now);
        await some.SubscribeAsync(caller, "news", "", Now);
        await some.SubscribeAsync(caller, "training", SomePlaces.Gaspe, Now);
        Assert.True(await EndAsync(caller, "news"));
        Assert.False(await EndAsync(caller, "news"));
        Assert.Equal([("training", SomePlaces.Gaspe, "sms")], await some.Subscriptions.ListAsync(caller, default));
        Assert.Equal(
            ["bulletin:news:", "bulletin:news:03005"],
            (await some.Consents.HistoryAsync(caller, default)).Where(consent => !consent.Given).Select(consent => consent.Purpose).Order());
    }

    [ContractFact]
    public async Task A_topic_ends_for_one_place_and_stays_for_another()
    {
        var caller = await some.CallerAsync(Now);
        await some.SubscribeAsync(caller, "health", SomePlaces.Gaspe, Now);
        await some.SubscribeAsync(caller, "health", "02005", Now);
        var health = await some.DueAsync("health", Now);
        await some.PlanAsync(health, Now);
        Assert.True(await EndAsync(caller, "health", "02005"));
        Assert.False(await EndAsync(caller, "health", "02005"));
        Assert.Equal([("health", SomePlaces.Gaspe, "sms")], await some.Subscriptions.ListAsync(caller, default));
        Assert.Equal([("due", null)], await some.RowsAsync<(string, string?)>("state, reason", health.Id));
    }

    [ContractFact]
    public async Task What_waits_to_be_sent_of_a_topic_goes_with_it()
    {
        var caller = await some.CallerAsync(Now);
        await some.SubscribeAsync(caller, "heating", "", Now);
        await some.SubscribeAsync(caller, "housing", "", Now);
        var (heating, housing) = (await some.DueAsync("heating", Now), await some.DueAsync("housing", Now));
        await some.PlanAsync(heating, Now);
        await some.PlanAsync(housing, Now);
        await EndAsync(caller, "heating");
        Assert.Equal([("cancelled", "unsubscribed")], await some.RowsAsync<(string, string?)>("state, reason", heating.Id));
        Assert.Equal([("due", null)], await some.RowsAsync<(string, string?)>("state, reason", housing.Id));
    }

    private Task<(bool Already, bool Restarted)> WriteAsync(Subscription wish) => fixture.Database.WriteAsync(scope => some.Subscriptions.Write(scope, wish), default);

    private Task<bool> EndAsync(long caller, string topic, string place = "") => fixture.Database.WriteAsync(
        scope => some.Subscriptions.End(scope, SomeSubscribers.Wish(caller, topic, place, Now.AddDays(3))), default);
}

public sealed class SqliteSubscriptionStoreTests(SqliteFixture fixture) : SubscriptionStoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerSubscriptionStoreTests(SqlServerFixture fixture) : SubscriptionStoreContract(fixture), IClassFixture<SqlServerFixture>;
