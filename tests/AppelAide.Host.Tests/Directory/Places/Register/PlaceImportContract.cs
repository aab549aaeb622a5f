using AppelAide.Host.Bulletins;
using AppelAide.Host.Callers;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Places.Register;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using AppelAide.Host.Sample;
using AppelAide.Host.Tests.Bulletins;
using AppelAide.Host.Tests.Persistence;
using AppelAide.Host.Tests.Properties;

namespace AppelAide.Host.Tests.Directory.Places.Register;

/// <summary>The register on a real database: each test on one of its own, with citizens in it.</summary>
public abstract class PlaceImportContract(DatabaseFixture fixture) : IAsyncLifetime
{
    private const string Maria = "06005";
    private const string Carleton = "06013";
    private const string Nouvelle = "06020";

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);

    private readonly RegisterFile register = new(
        RegisterFile.Row(Maria, "Maria", 2760, position: "48.175,-65.986"),
        RegisterFile.Row(Carleton, "Carleton-sur-Mer", 4164, position: "48.1,-66.128"),
        RegisterFile.Row(Nouvelle, "Nouvelle", 1816));

    private Database database = null!;
    private DirectorySource source = null!;
    private SequenceStore sequences = null!;
    private int citizens;

    private CallerStore Callers => new(database, sequences, fixture.Vault);

    private SubscriptionStore Subscriptions
    {
        get
        {
            var consents = new ConsentStore(database, sequences);
            return new(database, consents, new(consents, Callers, new OutboxStore(database, sequences)), Callers);
        }
    }

    public async Task InitializeAsync()
    {
        if (fixture.SkipReason is not null) return;
        database = await fixture.CreateEmptyAsync();
        await new Migrator(database, TimeProvider.System).MigrateAsync(default);
        source = new(database, SomeScripts.Live, TimeProvider.System);
        sequences = new(database);
    }

    public async Task DisposeAsync()
    {
        register.Dispose();
        source?.Dispose();
        if (database is not null) await database.DisposeAsync();
    }

    [ContractFact]
    public async Task The_same_register_twice_changes_nothing_and_wakes_no_host()
    {
        var first = await ImportAsync();
        Assert.Equal(($"{Maria} Maria", 3), (first.Added[0], first.Added.Count));
        await source.RefreshAsync(default);

        var second = await ImportAsync();
        Assert.False(second.IsAnything);
        Assert.Equal(3, second.Unchanged);
        Assert.False(await source.RefreshAsync(default));
    }

    [ContractFact]
    public async Task A_place_without_a_position_is_put_amid_its_MRC_until_it_has_one()
    {
        Assert.Equal(1, (await ImportAsync()).Estimated);
        Assert.Equal(new GeoPoint(48.138, -66.057), (await PlacesAsync()).Find(Nouvelle)!.Position);

        Rewrite(RegisterFile.Row(Nouvelle, "Nouvelle", 1816, position: "48.131,-66.316"));
        Assert.Equal(0, (await ImportAsync()).Estimated);
        Rewrite(RegisterFile.Row(Nouvelle, "Nouvelle", 1816));
        Assert.False((await ImportAsync()).IsAnything);
        Assert.Equal(new GeoPoint(48.131, -66.316), (await PlacesAsync()).Find(Nouvelle)!.Position);
    }

    [ContractFact]
    public async Task A_place_that_nobody_near_it_was_measured_has_no_position()
    {
        register.Write(RegisterFile.Row(Maria, "Maria"));
        Assert.Equal(1, (await ImportAsync()).WithoutPosition);
        Assert.Null((await PlacesAsync()).Find(Maria)!.Position);
    }

    [ContractFact]
    public async Task A_renamed_place_is_found_by_both_names()
    {
        await ImportAsync();
        Rewrite(RegisterFile.Row(Nouvelle, "Miguasha-sur-Mer", 1816));
        Assert.Equal([$"{Nouvelle} Nouvelle → Miguasha-sur-Mer"], (await ImportAsync()).Renamed);
        await source.RefreshAsync(default);
        foreach (var said in (string[])["Nouvelle", "je reste à miguasha sur mer"])
            Assert.Equal(Nouvelle, Assert.Single(source.Current.Finder.FromText(said).Places).Id);
        Assert.False((await ImportAsync()).IsAnything);
    }

    [ContractFact]
    public async Task What_we_know_and_the_register_does_not_is_kept()
    {
        await ImportAsync();
        await WriteAsync("UPDATE place SET aliases = 'Miguasha;Drapeau', postal_codes = 'G0C2E0', time_zone = 'America/Halifax', latitude = 48.2, longitude = -66.3, located = 'known' WHERE id = '06020'");
        await WriteAsync("INSERT INTO place (id, name, kind, parent_id, mrc, region, latitude, longitude, time_zone, postal_codes, aliases, population) VALUES ('06020-x', 'Le Plateau', 'neighbourhood', '06020', 'Avignon', '', 0, 0, 'America/Toronto', '', '', 0)");
        Rewrite(RegisterFile.Row(Nouvelle, "Nouvelle", 1900));
        Assert.Equal([$"{Nouvelle} Nouvelle"], (await ImportAsync(new() { RetiresMissing = true })).Changed);

        var place = (await PlacesAsync()).Find(Nouvelle)!;
        Assert.Equal("Miguasha;Drapeau", string.Join(';', place.Aliases));
        Assert.Equal("G0C2E0;G0C1A0", string.Join(';', place.PostalCodes));
        Assert.Equal(("America/Halifax", new GeoPoint(48.2, -66.3), 1900), (place.TimeZone, place.Position, place.Population));
        Assert.Contains(source.Current.Places.All, part => part.Id == "06020-x");
    }

    [ContractFact]
    public async Task Citizens_of_a_merged_place_go_on_as_citizens_of_the_new_one()
    {
        await ImportAsync();
        var (caller, both) = (await CitizenAsync(Nouvelle), await CitizenAsync(Maria));
        foreach (var wish in (Subscription[])
            [SomeSubscribers.Wish(caller, "news", Nouvelle, Now), SomeSubscribers.Wish(both, "news", Nouvelle, Now), SomeSubscribers.Wish(both, "news", Maria, Now)])
            await database.WriteAsync(scope => Subscriptions.Write(scope, wish), default);
        await WriteAsync("INSERT INTO location (id, name, address, place_id) VALUES ('quai', 'Le Quai', '1, rue du Quai', '06020')");

        register.Write(RegisterFile.Row(Maria, "Maria", 4576), RegisterFile.Row(Carleton, "Carleton-sur-Mer", 4164));
        var report = await ImportAsync(new() { Mergers = [PlaceMerger.Parse($"{Nouvelle}={Maria}")!] });
        Assert.Equal([$"{Nouvelle} Nouvelle → {Maria} Maria"], report.Merged);
        Assert.Equal((1, 2), (report.MovedCallers, report.MovedSubscriptions));

        await source.RefreshAsync(default);
        var places = source.Current.Places;
        Assert.Equal(Maria, places.Find(Nouvelle)!.Id);
        Assert.True(places.IsIn(places.Find(Maria)!, Nouvelle));
        Assert.Equal([Nouvelle, Maria], places.IdsIn([Maria]).OrderDescending());
        Assert.Equal([Nouvelle, Maria], places.IdsIn([Nouvelle]).OrderDescending());
        Assert.DoesNotContain(places.All, place => place.Id == Nouvelle);
        Assert.Equal(Maria, Assert.Single(source.Current.Finder.FromText("nouvelle").Places).Id);
        Assert.True(new ServiceArea([Nouvelle]).Covers(places.Find(Maria)!, places));
        Assert.Equal("Maria", places.Town(Nouvelle));

        Assert.Equal(Maria, (await Callers.FindAsync(caller, default))!.PlaceId);
        Assert.Equal([("news", Maria, "sms")], await Subscriptions.ListAsync(caller, default));
        Assert.Equal([("news", Maria, "sms")], await Subscriptions.ListAsync(both, default));

        // The same list again, and the register alone, leave it so.
        Assert.False((await ImportAsync(new() { Mergers = [PlaceMerger.Parse($"{Nouvelle}={Maria}")!] })).IsAnything);
        Assert.False((await ImportAsync()).IsAnything);
    }

    [ContractFact]
    public async Task Whoever_named_a_merged_place_meanwhile_is_moved_by_the_next_import()
    {
        await ImportAsync();
        register.Write(RegisterFile.Row(Maria, "Maria", 4576), RegisterFile.Row(Carleton, "Carleton-sur-Mer", 4164));
        await ImportAsync(new() { Mergers = [PlaceMerger.Parse($"{Nouvelle}={Maria}")!] });
        var caller = await CitizenAsync(Nouvelle);
        Assert.Equal(1, (await ImportAsync()).MovedCallers);
        Assert.Equal(Maria, (await Callers.FindAsync(caller, default))!.PlaceId);
    }

    [ContractFact]
    public async Task A_merger_of_a_merger_leads_to_the_last_and_a_place_that_comes_back_is_itself_again()
    {
        await ImportAsync();
        register.Write(RegisterFile.Row(Maria, "Maria"), RegisterFile.Row(Carleton, "Carleton-sur-Mer"));
        await ImportAsync(new() { Mergers = [PlaceMerger.Parse($"{Nouvelle}={Maria}")!] });
        register.Write(RegisterFile.Row(Carleton, "Carleton-sur-Mer"));
        var list = register.Beside("fusions.csv", $"old,new\n{Maria},{Carleton}\n");
        Assert.Equal(2, (await ImportAsync(new() { MergersPath = list })).Merged.Count);
        Assert.Equal(Carleton, (await PlacesAsync()).Find(Nouvelle)!.Id);

        register.Write(RegisterFile.Row(Maria, "Maria"), RegisterFile.Row(Carleton, "Carleton-sur-Mer"));
        Assert.Equal([$"{Maria} Maria"], (await ImportAsync()).Returned);
        Assert.Equal([Maria, Carleton], [(await PlacesAsync()).Find(Maria)!.Id, source.Current.Places.Find(Nouvelle)!.Id]);
    }

    [ContractFact]
    public async Task A_place_that_vanished_is_kept_or_retired_when_asked_and_then_still_understood()
    {
        await ImportAsync();
        register.Write(RegisterFile.Row(Maria, "Maria", 2760), RegisterFile.Row(Carleton, "Carleton-sur-Mer", 4164));
        Assert.Equal([$"{Nouvelle} Nouvelle"], (await ImportAsync()).Missing);
        Assert.Equal([$"{Nouvelle} Nouvelle"], (await ImportAsync(new() { RetiresMissing = true })).Retired);
        var places = await PlacesAsync();
        Assert.Equal("Nouvelle, MRC Avignon", places.Label(places.Find(Nouvelle)!));
        Assert.Empty(source.Current.Finder.FromText("nouvelle").Places);
    }

    [ContractFact]
    public async Task A_merger_that_cannot_be_is_told_and_nothing_is_written()
    {
        await ImportAsync();
        register.Write(RegisterFile.Row(Maria, "Maria-la-Neuve"), RegisterFile.Row(Carleton, "Carleton-sur-Mer"));
        foreach (var (mergers, told) in ((string, string)[])
        [
            ($"{Maria}={Carleton}", "--merged, row 1, old: \"06005\" is still in the register"),
            ($"{Nouvelle}=99999", "--merged, row 1, new: no place has the code \"99999\""),
            ($"{Nouvelle}={Nouvelle}", "is the same as the old one"),
            ($"{Nouvelle}={Maria} {Nouvelle}={Carleton}", "--merged, row 2, old: \"06020\" became part of 06005 on another line"),
            ($"{Nouvelle}=06099 06099={Nouvelle}", "became part of"),
        ])
        {
            var options = new PlaceImportOptions { Mergers = [.. mergers.Split(' ').Select((merger, index) => PlaceMerger.Parse(merger, index + 1)!)] };
            Assert.Contains(told, (await Assert.ThrowsAsync<PlaceRegisterException>(() => ImportAsync(options))).Message, StringComparison.Ordinal);
        }

        Assert.Equal("Maria", (await PlacesAsync()).Find(Maria)!.Name);
    }

    [ContractFact]
    public async Task A_trial_tells_and_writes_nothing()
    {
        Assert.Equal(3, (await ImportAsync(new() { IsTrial = true })).Added.Count);
        Assert.Empty((await PlacesAsync()).All);
    }

    [ContractFact]
    public async Task The_whole_register_comes_over_the_sample_and_every_citizen_stays_where_they_were()
    {
        if (SharedData.PlaceRegister is not { } official) return;
        await new SampleLoader(database, TimeProvider.System).LoadIfEmptyAsync(default);
        var before = await PlacesAsync();

        var report = await new PlaceImport(database).RunAsync(official, new(), default);
        Assert.Equal((0, 0, 8), (report.Renamed.Count, report.Missing.Count, report.Skipped.Count));
        Assert.False((await new PlaceImport(database).RunAsync(official, new(), default)).IsAnything);
        var after = await PlacesAsync();
        foreach (var place in before.All)
        {
            var now = after.Find(place.Id)!;
            Assert.Equal((place.Name, place.Kind, place.ParentId, place.Mrc, place.Position, place.TimeZone), (now.Name, now.Kind, now.ParentId, now.Mrc, now.Position, now.TimeZone));
            Assert.Superset(place.Aliases.ToHashSet(), now.Aliases.ToHashSet());
            Assert.Equal(before.Label(place), after.Label(now));
            foreach (var name in place.Aliases.Append(place.Name))
                Assert.True(source.Current.Finder.FromText(name).Places.Any(found => found.Id == place.Id), $"{name} ({place.Name})");
        }
    }

    private void Rewrite(string nouvelle) => register.Write(
        RegisterFile.Row(Maria, "Maria", 2760, position: "48.175,-65.986"), RegisterFile.Row(Carleton, "Carleton-sur-Mer", 4164, position: "48.1,-66.128"), nouvelle);

    private Task<PlaceImportReport> ImportAsync(PlaceImportOptions? options = null) => new PlaceImport(database).RunAsync(register.Path, options ?? new(), default);

    private async Task<PlaceTree> PlacesAsync()
    {
        await source.RefreshAsync(default);
        return source.Current.Places;
    }

    private async Task<long> CitizenAsync(string place)
    {
        var caller = await Callers.FindOrCreateAsync($"+1581555{++citizens:0000}", "fr", Now, default);
        await database.WriteAsync(scope => Callers.Save(scope, caller with { PlaceId = place }), default);
        return caller.Id;
    }

    private Task WriteAsync(string sql) => database.WriteAsync(scope => scope.Execute(sql), default);
}

public sealed class SqlitePlaceImportTests(SqliteFixture fixture) : PlaceImportContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerPlaceImportTests(SqlServerFixture fixture) : PlaceImportContract(fixture), IClassFixture<SqlServerFixture>;
