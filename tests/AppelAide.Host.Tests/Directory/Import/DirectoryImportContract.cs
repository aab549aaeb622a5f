using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Hours;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Directory.Import;
using AppelAide.Host.Persistence;
using AppelAide.Host.Tests.Persistence;
using Dapper;

namespace AppelAide.Host.Tests.Directory.Import;

/// <summary>What an import promises: all of it or nothing, and the old directory until then.</summary>
public abstract class DirectoryImportContract(DatabaseFixture fixture) : IAsyncLifetime
{
    private Database database = null!;
    private SequenceStore sequences = null!;
    private DirectorySource source = null!;
    private DirectoryImport import = null!;

    public async Task InitializeAsync()
    {
        if (fixture.SkipReason is not null)
            return;
        database = await fixture.CreateEmptyAsync();
        await new Migrator(database, TimeProvider.System).MigrateAsync(default);
        await database.WriteAsync(scope => scope.Execute("""
            INSERT INTO place (id, name, kind, mrc, region, latitude, longitude, time_zone, postal_codes, aliases, population)
            VALUES ('03005', 'Gaspé', 'municipality', 'La Côte-de-Gaspé', 'Gaspésie--Îles-de-la-Madeleine', 48.83, -64.48, 'America/Toronto', 'G4X', '', 15000)
            """), default);
        sequences = new(database);
        source = new(database, SomeScripts.Live, new Still(DateTimeOffset.UnixEpoch));
        import = new(database, sequences, TimeProvider.System);
        await source.RefreshAsync(default);
    }

    public async Task DisposeAsync()
    {
        source?.Dispose();
        if (database is not null)
            await database.DisposeAsync();
    }

    [ContractFact]
    public async Task What_is_imported_can_be_found()
    {
        using var sheets = Spreadsheets.OfOneHouse().With("repas", "Repas chauds");
        var report = await ImportAsync(sheets.Save());
        Assert.Equal(0, report.Defects.Count);
        Assert.True(report.IsApplied);
        Assert.True(await source.RefreshAsync(default));

        var service = Assert.Single(source.Current.AllServices);
        Assert.Equal(("Maison du Quai", "Repas chauds", "food"), (service.Organization, service.Name.Fr, Assert.Single(service.Needs)));
        var site = Assert.Single(service.Sites);
        Assert.Equal(("+14185550102", true), (site.Phone, site.Hours.IsKnown));
        // The address says the town: the file knows no places.
        Assert.Equal(("03005", true, "Gaspé"), (site.Location!.PlaceId, site.Location.Wheelchair, site.Location.City));
        Assert.Equal("fr;en", string.Join(';', service.Languages));
    }

    [ContractFact]
    public async Task Help_by_telephone_alone_has_its_number_and_its_hours()
    {
        using var sheets = Spreadsheets.OfOneHouse();
        sheets.Write("services.csv", "id,organization_id,location_id,name_fr,needs,phone,hours\nligne,maison,,On vous écoute,talk,+14185550102,24/7\n");
        Assert.Equal(0, (await ImportAsync(sheets.Folder)).Defects.Count);
        await source.RefreshAsync(default);
        var site = Assert.Single(Assert.Single(source.Current.AllServices).Sites);
        Assert.Equal((null, "+14185550102"), (site.Location, site.Phone));
        Assert.Equal(OpeningCase.Always, site.Hours.At(new(2026, 12, 1, 3, 0, 0)).Case);
    }

    [ContractFact]
    public async Task A_second_import_changes_what_changed_and_says_so()
    {
        using var sheets = Spreadsheets.OfOneHouse().With("repas", "Repas chauds").With("sac", "Sac de nourriture");
        var first = await ImportAsync(sheets.Save());
        var again = await ImportAsync(sheets.Folder);
        Assert.Equal((0, 0, 0, first.Added), (again.Added, again.Changed, again.Retired, again.Unchanged));
        await source.RefreshAsync(default);
        var version = source.Current.Version;

        using var newer = Spreadsheets.OfOneHouse().With("repas", "Dîner chaud");
        var report = await ImportAsync(newer.Save());
        Assert.Equal((0, 1, 0), (report.Added, report.Changed, report.Retired));
        await source.RefreshAsync(default);
        Assert.Equal(["Dîner chaud", "Sac de nourriture"], source.Current.AllServices.Select(service => service.Name.Fr).Order());
        Assert.True(source.Current.Version > version);
    }

    [ContractFact]
    public async Task What_vanished_goes_only_when_asked_and_comes_back()
    {
        using var both = Spreadsheets.OfOneHouse().With("repas", "Repas chauds").With("sac", "Sac de nourriture");
        using var one = Spreadsheets.OfOneHouse().With("repas", "Repas chauds");
        await ImportAsync(both.Save());
        Assert.Equal(0, (await ImportAsync(one.Save())).Retired);
        Assert.Equal(0, (await ImportAsync(one.Folder, missing: true, from: "another")).Retired);
        Assert.True((await ImportAsync(one.Folder, missing: true)).Retired > 0);
        await source.RefreshAsync(default);
        Assert.Equal("Repas chauds", Assert.Single(source.Current.AllServices).Name.Fr);

        await ImportAsync(both.Folder);
        await source.RefreshAsync(default);
        Assert.Equal(2, source.Current.AllServices.Length);
    }

    [ContractFact]
    public async Task Another_publisher_s_records_go_when_named()
    {
        using var sample = Spreadsheets.OfOneHouse("exemple").With("faux", "Service fictif", organization: "exemple");
        using var real = Spreadsheets.OfOneHouse().With("repas", "Repas chauds");
        await ImportAsync(sample.Save(), from: "sample");
        await import.RunAsync(new(real.Save(), "import", "test") { RetireSources = ["sample"] }, null, default);
        await source.RefreshAsync(default);
        Assert.Equal("Repas chauds", Assert.Single(source.Current.AllServices).Name.Fr);
    }

    [ContractFact]
    public async Task An_import_that_fails_midway_leaves_nothing()
    {
        using var sheets = Spreadsheets.OfOneHouse().WithMany(2_000);
        using var stop = new CancellationTokenSource();
        var progress = new Hearing(_ => stop.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => import.RunAsync(new(sheets.Save(), "import", "test"), progress, stop.Token));
        Assert.Equal((0, 0), (await CountAsync("hsds_record"), await CountAsync("directory_change")));
        Assert.False(await source.RefreshAsync(default));
        Assert.Empty(source.Current.AllServices);
    }

    [ContractFact]
    public async Task A_decided_import_is_finished_by_whoever_comes_and_nobody_loads_half_of_it()
    {
        using var sheets = Spreadsheets.OfOneHouse().WithMany(50);
        await ImportAsync(sheets.Save());
        await source.RefreshAsync(default);
        using var newer = Spreadsheets.OfOneHouse().WithMany(650);
        await Assert.ThrowsAsync<KilledException>(() => import.RunAsync(
            new(newer.Save(), "import", "test"), new Hearing(step => throw new KilledException(), ImportProgress.Applying), default));

        // The importer is gone between two transactions: some of it is there, and nobody reads it yet.
        Assert.True(await CountAsync("directory_change") > 0);
        Assert.False(await source.RefreshAsync(default));
        Assert.Equal(50, source.Current.AllServices.Length);

        // A host that starts finishes it before it opens.
        await using var another = fixture.OpenAnother(database);
        using var starting = new DirectorySource(another, SomeScripts.Live, TimeProvider.System);
        Assert.True(await starting.RefreshAsync(default));
        Assert.Equal(650, starting.Current.AllServices.Length);
        Assert.True(await source.RefreshAsync(default));
        Assert.Equal(650, source.Current.AllServices.Length);
        Assert.Equal(0, await CountAsync("directory_change"));
    }

    [ContractFact]
    public async Task Two_imports_do_not_mix()
    {
        using var sheets = Spreadsheets.OfOneHouse().WithMany(300);
        using var others = Spreadsheets.OfOneHouse("autre").With("autre", "Autre", organization: "autre");
        others.Save();
        DirectoryFileException? refused = null;
        var progress = new Hearing(_ => refused ??= Record.ExceptionAsync(() => ImportAsync(others.Folder)).GetAwaiter().GetResult() as DirectoryFileException, ImportProgress.Reading);
        await import.RunAsync(new(sheets.Save(), "import", "test"), progress, default);
        Assert.Contains("Another import is at work", refused?.Message, StringComparison.Ordinal);
        await ImportAsync(others.Folder);
    }

    [ContractFact]
    public async Task The_changes_of_an_importer_that_died_are_dropped()
    {
        await database.WriteAsync(
            scope =>
            {
                scope.Execute("""
                    INSERT INTO directory_import (id, source, format, imported_by, state, added, changed, retired, unchanged, defects, started_at, seen_at)
                    VALUES (9000, 'import', '', '', 'staging', 0, 0, 0, 0, 0, @At, @At)
                    """, new { At = DateTimeOffset.UnixEpoch });
                scope.Execute("INSERT INTO directory_change (import_id, number, action, kind, record_id, record) VALUES (9000, 1, 'write', 'organization', 'x', '{}')");
            },
            default);
        using var sheets = Spreadsheets.OfOneHouse().With("repas", "Repas chauds");
        await ImportAsync(sheets.Save());
        Assert.Equal(0, await CountAsync("directory_change"));
        Assert.Equal("abandoned", await database.ReadAsync(c => c.QuerySingle<string>("SELECT state FROM directory_import WHERE id = 9000"), default));
        Assert.Equal(0, await CountAsync("organization WHERE id = 'x'"));
    }

    [ContractFact]
    public async Task What_an_export_gives_is_known_when_it_comes_back()
    {
        using var sheets = Spreadsheets.OfOneHouse().With("repas", "Repas chauds");
        var first = await ImportAsync(sheets.Save());
        var file = Path.Combine(sheets.Folder, "export.zip");
        await new ExportStore(database).ReadAsync(records => DirectoryWriter.WriteTabular(file, records, default), default);
        var report = await ImportAsync(file, from: "another");
        // What the sheets leave out and the standard asks for (a postal code) is said, and nothing is lost for it.
        Assert.Equal((0, 0, 0, first.Added), (report.Defects.Dropped, report.Added, report.Changed, report.Unchanged));
    }

    [ContractFact]
    public async Task A_name_longer_than_its_column_is_cut_for_the_line_and_kept_whole_as_written()
    {
        // The last letter that fits is half of one: it goes whole.
        var name = new string('é', 299) + "😀 et la suite";
        using var sheets = Spreadsheets.OfOneHouse().With("repas", name);
        Assert.Equal(0, (await ImportAsync(sheets.Save())).Defects.Count);
        await source.RefreshAsync(default);
        Assert.Equal(new string('é', 299), Assert.Single(source.Current.AllServices).Name.Fr);
        Assert.Equal(name, (await PublishedAsync("service", "repas"))["name"]);
    }

    [ContractFact]
    public async Task An_id_longer_than_its_column_is_left_out_and_one_as_long_is_whole()
    {
        var (fits, tooLong) = (new string('f', 100), new string('l', 101));
        using var sheets = Spreadsheets.OfOneHouse().With(fits, "Repas").With(tooLong, "Bain");
        var report = await ImportAsync(sheets.Save());
        Assert.Equal((1, 1), (report.Defects.Count, report.Defects.Dropped));
        await source.RefreshAsync(default);
        var service = Assert.Single(source.Current.AllServices);
        Assert.Equal((fits, "food"), (service.Id, Assert.Single(service.Needs)));
        var site = Assert.Single(service.Sites);
        Assert.Equal(("maison-porte", "+14185550102", true), (site.Location!.Id, site.Phone, site.Hours.IsKnown));
        // What hangs on it is known again by the same ids.
        Assert.Equal((0, 0), (await ImportAsync(sheets.Folder)) is var again ? (again.Added, again.Changed) : default);
    }

    [ContractFact]
    public async Task A_character_that_ends_texts_ends_none_here()
    {
        using var sheets = Spreadsheets.OfOneHouse().With("repas", "Repas\0 chauds");
        var report = await ImportAsync(sheets.Save());
        Assert.Equal((1, 0), (report.Defects.Count, report.Defects.Dropped));
        await source.RefreshAsync(default);
        Assert.Equal("Repas chauds", Assert.Single(source.Current.AllServices).Name.Fr);
        Assert.Equal("Repas\0 chauds", (await PublishedAsync("service", "repas"))["name"]);
        Assert.Equal(0, (await ImportAsync(sheets.Folder)).Changed);
    }

    [ContractFact]
    public async Task A_description_of_many_pages_comes_back_as_it_was()
    {
        var text = string.Join('\n', Enumerable.Range(0, 1_000).Select(line => $"{line}: l'été à Gaspé, \"chez nous\" 😀, c'est encore mieux."));
        Assert.True(text.Length > 50_000);
        using var sheets = Spreadsheets.OfOneHouse();
        sheets.Write("services.csv", $"id,organization_id,location_id,name_fr,description_fr\nrepas,maison,maison-porte,Repas,\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n");
        Assert.Equal(0, (await ImportAsync(sheets.Folder)).Defects.Count);
        Assert.Equal(text, (await PublishedAsync("service", "repas"))["description"]);
        Assert.Equal(text, await database.ReadAsync(c => c.QuerySingle<string>("SELECT description_fr FROM service WHERE id = 'repas'"), default));

        var file = Path.Combine(sheets.Folder, "export.zip");
        await new ExportStore(database).ReadAsync(records => DirectoryWriter.WriteTabular(file, records, default), default);
        Assert.Equal((0, 0), (await ImportAsync(file, from: "another")) is var again ? (again.Added, again.Changed) : default);
    }

    [ContractFact]
    public async Task Nothing_to_read_is_refused_in_a_sentence()
    {
        var error = await Assert.ThrowsAsync<DirectoryFileException>(() => ImportAsync(Path.Combine(Path.GetTempPath(), "appelaide-nowhere.zip")));
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("directory_import WHERE state = 'staging'"));
    }

    private Task<ImportReport> ImportAsync(string path, bool missing = false, string from = "import") =>
        import.RunAsync(new(path, from, "test") { RetireMissing = missing }, null, default);

    private async Task<HsdsRecord> PublishedAsync(string table, string id)
    {
        HsdsRecord? found = null;
        await new ExportStore(database).ReadAsync(records => found = records.Single(record => record.Table == table && record.Id == id), default);
        return found!;
    }

    private Task<int> CountAsync(string table) => database.ReadAsync(c => c.QuerySingle<int>($"SELECT COUNT(*) FROM {table}"), default);

    /// <summary>A clock for which no importer ever stands still too long, however slow the machine.</summary>
    private sealed class Still(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class KilledException : Exception;

    /// <summary>Hears of the progress at once, on the importer's own thread.</summary>
    private sealed class Hearing(Action<ImportProgress> hear, string step = ImportProgress.Reading) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Step == step)
                hear(value);
        }
    }
}

public sealed class SqliteDirectoryImportTests(SqliteFixture fixture) : DirectoryImportContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerDirectoryImportTests(SqlServerFixture fixture) : DirectoryImportContract(fixture), IClassFixture<SqlServerFixture>;
