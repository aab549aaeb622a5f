using System.Xml.Linq;
using AppelAide.Host.Staff;
using AppelAide.Host.Tests.Golden;
using AppelAide.Host.Tests.Persistence;
using Dapper;

namespace AppelAide.Host.Tests.Staff;

public abstract class StaffStoresContract : IDisposable
{
    private readonly DatabaseFixture fixture;
    private readonly FakeClock clock = new(new DateTimeOffset(2026, 11, 20, 15, 0, 0, TimeSpan.Zero));
    private readonly StaffSecrets secrets;
    private readonly StaffAccountStore accounts;

    protected StaffStoresContract(DatabaseFixture fixture)
    {
        this.fixture = fixture;
        secrets = new StaffSecrets(fixture.Vault);
        accounts = fixture.SkipReason is null ? new StaffAccountStore(fixture.Database, fixture.Sequences, secrets, clock) : null!;
    }

    [ContractFact]
    public async Task An_account_is_kept_as_it_is_and_its_address_is_taken_once()
    {
        var account = Account("Zoé <b>Bérubé</b>");
        Assert.True((await accounts.CreateAsync(account, default)).Succeeded);
        await accounts.SetAuthenticatorKeyAsync(account, "JBSWY3DP", default);
        account.TwoFactor = true;
        Assert.True((await accounts.UpdateAsync(account, default)).Succeeded);

        var kept = (await accounts.FindByEmailAsync(account.EmailKey, default))!;
        Assert.Equivalent(account, kept, strict: true);
        Assert.Equal("JBSWY3DP", await accounts.GetAuthenticatorKeyAsync(kept, default));
        Assert.DoesNotContain("JBSWY3DP", kept.AuthenticatorKey, StringComparison.Ordinal);
        Assert.Equal(account.Id, (await accounts.FindByIdAsync($"{account.Id}", default))!.Id);
        Assert.Null(await accounts.FindByIdAsync("1 OR 1=1", default));

        var second = Account("Zed");
        second.EmailKey = account.EmailKey;
        Assert.False((await accounts.CreateAsync(second, default)).Succeeded);
    }

    [ContractFact]
    public async Task Of_two_who_change_an_account_the_second_is_refused()
    {
        var account = Account("Ann");
        await accounts.CreateAsync(account, default);
        var other = (await accounts.FindByIdAsync($"{account.Id}", default))!;
        account.Name = "Anne";
        Assert.True((await accounts.UpdateAsync(account, default)).Succeeded);
        other.Role = StaffRoles.Administrator;
        Assert.False((await accounts.UpdateAsync(other, default)).Succeeded);
        Assert.Equal((StaffRoles.Listener, "Anne"), ((await accounts.FindByIdAsync($"{account.Id}", default))!.Role, (await accounts.FindByIdAsync($"{account.Id}", default))!.Name));
    }

    [ContractFact]
    public async Task What_a_page_does_again_by_itself_is_one_act_of_a_person()
    {
        var log = new AuditLog(fixture.Database, fixture.Sequences, clock);
        StaffMember[] people = [await MemberAsync("Rose"), await MemberAsync("Paul")];
        await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(() => log.WriteOnceAsync(people[number % 2], "recording.play", "call 5", default))));
        clock.Advance(TimeSpan.FromMinutes(9));
        await log.WriteOnceAsync(people[0], "recording.play", "call 5", default);
        await log.WriteOnceAsync(people[0], "recording.play", "call 6", default);
        clock.Advance(TimeSpan.FromMinutes(2));
        await log.WriteOnceAsync(people[0], "recording.play", "call 5", default);
        Assert.Equal(["call 5", "call 6", "call 5"], await SubjectsAsync(people[0]));
        Assert.Equal(["call 5"], await SubjectsAsync(people[1]));
    }

    [ContractFact]
    public async Task Another_administrator_is_one_who_can_sign_in()
    {
        await fixture.Database.WriteAsync(scope => scope.Execute("UPDATE staff_account SET disabled = 1 WHERE role = 'administrator'"), default);
        var first = await AdministratorAsync();
        Assert.False(await accounts.AnotherAdministratorAsync(first.Id, default));
        var second = await AdministratorAsync();
        Assert.True(await accounts.AnotherAdministratorAsync(first.Id, default));
        second.Disabled = true;
        await accounts.UpdateAsync(second, default);
        Assert.False(await accounts.AnotherAdministratorAsync(first.Id, default));
        var all = await accounts.ListAsync(default);
        Assert.True(all.FindIndex(account => account.Id == first.Id) < all.FindIndex(account => account.Id == second.Id), "who signs in comes first");
    }

    [ContractFact]
    public async Task Tries_at_once_are_counted_before_they_are_looked_at_and_more_change_nothing()
    {
        var guesses = new StaffGuesses(fixture.Database, clock);
        var subject = StaffGuesses.OfAddress(Guid.NewGuid().ToString());
        var looked = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => guesses.TakeAsync(subject, default))));
        Assert.Equal(StaffGuesses.Most, looked.Count(isLooked => isLooked));
        clock.Set(clock.GetUtcNow() + StaffGuesses.Shut - TimeSpan.FromMinutes(1));
        Assert.False(await guesses.TakeAsync(subject, default));
        clock.Set(clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        Assert.True(await guesses.TakeAsync(subject, default));
        for (var i = 1; i < StaffGuesses.Most; i++) await guesses.TakeAsync(subject, default);
        await guesses.ForgiveAsync(subject, default);
        Assert.True(await guesses.TakeAsync(subject, default));
    }

    [ContractFact]
    public async Task A_step_is_taken_once_and_an_earlier_one_no_more()
    {
        var account = Account("Iris");
        await accounts.CreateAsync(account, default);
        Assert.True(await accounts.TakeStepAsync(account.Id, 59_000_000_000, default));
        Assert.False(await accounts.TakeStepAsync(account.Id, 59_000_000_000, default));
        Assert.False(await accounts.TakeStepAsync(account.Id, 58_999_999_999, default));
        // What else is written of the account leaves it.
        Assert.True((await accounts.UpdateAsync(account, default)).Succeeded);
        Assert.False(await accounts.TakeStepAsync(account.Id, 59_000_000_000, default));
        Assert.True(await accounts.TakeStepAsync(account.Id, 59_000_000_001, default));
    }

    [ContractFact]
    public async Task A_recovery_code_opens_once_and_new_ones_replace_the_old()
    {
        var account = Account("Rose");
        await accounts.CreateAsync(account, default);
        await accounts.ReplaceCodesAsync(account, ["AAAA-1111", "BBBB-2222"], default);
        Assert.Equal(2, await accounts.CountCodesAsync(account, default));
        Assert.True(await accounts.RedeemCodeAsync(account, "aaaa 1111", default));
        Assert.False(await accounts.RedeemCodeAsync(account, "AAAA-1111", default));
        await accounts.ReplaceCodesAsync(account, ["CCCC-3333"], default);
        Assert.False(await accounts.RedeemCodeAsync(account, "BBBB-2222", default));
        Assert.Equal(1, await accounts.CountCodesAsync(account, default));
    }

    [ContractFact]
    public async Task A_link_opens_once_until_it_expires_or_another_replaces_it()
    {
        var links = new StaffLinkStore(fixture.Database, clock);
        var account = Account("Paul");
        await accounts.CreateAsync(account, default);
        var first = await links.CreateAsync(account.Id, default);
        var second = await links.CreateAsync(account.Id, default);
        Assert.Null(await links.FindAsync(first, default));
        Assert.Equal(account.Id, (await links.FindAsync(second, default))!.AccountId);
        Assert.True(await links.UseAsync(second, default));
        Assert.False(await links.UseAsync(second, default));
        Assert.Null(await links.FindAsync(second, default));

        var late = await links.CreateAsync(account.Id, default);
        clock.Set(clock.GetUtcNow() + StaffLinkStore.Lasts);
        Assert.Null(await links.FindAsync(late, default));
        Assert.False(await links.UseAsync(late, default));

        Assert.False(await links.AnyFirstAsync(default));
        var maker = await links.CreateAsync(null, default);
        Assert.True(await links.AnyFirstAsync(default));
        Assert.Null((await links.FindAsync(maker, default))!.AccountId);
    }

    [ContractFact]
    public async Task A_form_is_carried_out_once_and_a_write_that_is_undone_leaves_it_to_be_sent_again()
    {
        var receipts = new FormReceipts(fixture.Database, clock);
        var once = Guid.NewGuid().ToString("N");
        await Assert.ThrowsAsync<InvalidOperationException>(() => fixture.Database.WriteAsync<bool>(
            scope => receipts.Take(scope, once) ? throw new InvalidOperationException("undone") : false, default));
        Assert.False(await receipts.WasTakenAsync(once, default));
        Assert.True(await receipts.TakeAsync(once, default));
        Assert.False(await receipts.TakeAsync(once, default));
        Assert.True(await fixture.Database.WriteAsync(scope => FormReceipts.WasTaken(scope, once), default));
    }

    [ContractFact]
    public async Task Keys_are_read_back_and_kept_encrypted()
    {
        var keys = new DataProtectionKeyStore(fixture.Database, secrets, clock);
        keys.StoreElement(new XElement("key", new XAttribute("id", "é")), "key-1");
        Assert.Contains(keys.GetAllElements(), key => key.Attribute("id")?.Value == "é");
        var rows = await fixture.Database.ReadAsync(connection => connection.Query<string>("SELECT content FROM data_protection_key").AsList(), default);
        Assert.All(rows, row => Assert.DoesNotContain("<key", row, StringComparison.Ordinal));
    }

    public void Dispose() => accounts?.Dispose();

    private async Task<StaffAccount> AdministratorAsync()
    {
        var account = Account("Ada");
        account.Role = StaffRoles.Administrator;
        await accounts.CreateAsync(account, default);
        return account;
    }

    private async Task<StaffMember> MemberAsync(string name)
    {
        var account = Account(name);
        await accounts.CreateAsync(account, default);
        return new StaffMember(account.Id, name, StaffRoles.Staff);
    }

    private Task<List<string>> SubjectsAsync(StaffMember person) => fixture.Database.ReadAsync(
        connection => connection.Query<string>("SELECT subject FROM audit_entry WHERE account_id = @Id ORDER BY id", new { person.Id }).AsList(), default);

    private static StaffAccount Account(string name)
    {
        var email = $"{Guid.NewGuid():N}@exemple.test";
        return new StaffAccount { Name = name, Email = email, EmailKey = email.ToUpperInvariant(), SecurityStamp = "stamp" };
    }
}

public sealed class SqliteStaffStoresTests(SqliteFixture fixture) : StaffStoresContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerStaffStoresTests(SqlServerFixture fixture) : StaffStoresContract(fixture), IClassFixture<SqlServerFixture>;
