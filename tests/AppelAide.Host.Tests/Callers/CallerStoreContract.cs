using AppelAide.Dialogue;
using AppelAide.Host.Callers;
using AppelAide.Host.Tests.Persistence;
using Dapper;

namespace AppelAide.Host.Tests.Callers;

public abstract class CallerStoreContract(DatabaseFixture fixture)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 15, 0, 0, TimeSpan.Zero);
    private static int numbers;

    private readonly CallerStore callers = new(fixture.Database, fixture.Sequences, fixture.Vault);
    private readonly ConsentStore consents = new(fixture.Database, fixture.Sequences);
    private readonly string phone = $"+1418555{Interlocked.Increment(ref numbers):0000}";

    [ContractFact]
    public async Task A_number_that_calls_again_is_the_same_caller()
    {
        Assert.Null(await callers.FindByPhoneAsync(phone, default));
        var first = await callers.FindOrCreateAsync(phone, "fr", Now, default);
        var again = await callers.FindOrCreateAsync(phone, "en", Now.AddDays(1), default);
        Assert.Equal(first, again);
        Assert.Equal("fr", again.Language);
        Assert.Equal(phone[^2..], again.PhoneTail);
        Assert.Equal(Now, again.CreatedAt);
        Assert.Equal(first, await callers.FindAsync(first.Id, default));
    }

    [ContractFact]
    public async Task A_number_heard_twice_at_once_makes_one_caller()
    {
        await using var other = fixture.OpenAnother();
        CallerStore[] hosts = [callers, new(other, new(other), fixture.Vault)];
        var found = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => hosts[i % 2].FindOrCreateAsync(phone, "fr", Now, default))));
        Assert.Single(found.Distinct());
    }

    [ContractFact]
    public async Task On_trial_no_telephone_but_the_trials_own_can_be_given()
    {
        var trial = await callers.FindOrCreateAsync(TrialNumbers.Any(new Random(numbers)), "fr", Now, default);
        var citizen = await callers.FindOrCreateAsync(phone, "fr", Now, default);
        Assert.Equal(trial.Id, await fixture.Database.WriteAsync(scope => callers.FindGiven(scope, trial.Id, phone, "fr", Now), default));
        Assert.Equal(citizen.Id, await fixture.Database.WriteAsync(scope => callers.FindGiven(scope, citizen.Id, phone, "fr", Now), default));
    }

    [ContractFact]
    public async Task What_a_citizen_asked_for_is_kept()
    {
        var caller = await callers.FindOrCreateAsync(phone, "fr", Now, default);
        var changed = caller with { Language = "en", Slow = true, PlaceId = "03005", UpdatedAt = Now.AddMinutes(3) };
        await fixture.Database.WriteAsync(scope => callers.Save(scope, changed), default);
        Assert.Equal(changed, await callers.FindAsync(caller.Id, default));
    }

    [ContractFact]
    public async Task A_number_is_kept_encrypted_and_given_back()
    {
        var caller = await callers.FindOrCreateAsync(phone, "fr", Now, default);
        Assert.Equal(phone, await callers.PhoneAsync(caller.Id, default));
        Assert.Null(await callers.PhoneAsync(long.MaxValue, default));
        var cipher = await fixture.Database.ReadAsync(
            c => c.QuerySingle<byte[]>("SELECT phone_cipher FROM caller WHERE id = @Id", new { caller.Id }), default);
        Assert.DoesNotContain(phone[2..], System.Text.Encoding.Latin1.GetString(cipher), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task The_latest_consent_of_a_purpose_holds_and_none_is_lost()
    {
        var caller = await callers.FindOrCreateAsync(phone, "fr", Now, default);
        Assert.Null(await consents.CurrentAsync(caller.Id, "sms", default));
        var yes = new Consent { CallerId = caller.Id, At = Now, Channel = Channel.Voice, Purpose = "sms", Given = true, Words = "1" };
        var no = yes with { At = Now.AddDays(1), Channel = Channel.Sms, Given = false, Words = "Arrêt svp" };
        var other = yes with { At = Now.AddDays(2), Purpose = "reminder" };
        foreach (var consent in new[] { yes, no, other })
            await fixture.Database.WriteAsync(scope => consents.Append(scope, consent), default);
        Assert.Equal(no, await consents.CurrentAsync(caller.Id, "sms", default));
        Assert.Equal([other, no, yes], await consents.HistoryAsync(caller.Id, default));
    }
}

public sealed class SqliteCallerStoreTests(SqliteFixture fixture) : CallerStoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerCallerStoreTests(SqlServerFixture fixture) : CallerStoreContract(fixture), IClassFixture<SqlServerFixture>;
