using System.Collections.Immutable;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Editing;
using AppelAide.Host.Directory.Import;
using AppelAide.Host.Persistence;
using AppelAide.Host.Tests.Directory.Import;
using AppelAide.Host.Tests.Persistence;
using Dapper;

namespace AppelAide.Host.Tests.Directory.Editing;

/// <summary>Staff edit the directory: the line says it at once, nothing is lost, and anything can be taken back.</summary>
public abstract partial class RecordEditorContract(DatabaseFixture fixture) : IAsyncLifetime
{
    private static readonly HistoryPage Meals = new(HistoryPage.Service, "repas");

    // A Tuesday, half past five in the afternoon: closed at 16:00.
    private static readonly DateTimeOffset Evening = new(2026, 12, 1, 17, 30, 0, TimeSpan.FromHours(-5));

    private readonly Spreadsheets sheets = Spreadsheets.OfOneHouse().With("repas", "Repas chauds");
    private Database database = null!;
    private DirectorySource source = null!;
    private DirectoryImport import = null!;
    private RecordEditor editor = null!;

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
        var sequences = new SequenceStore(database);
        source = new(database, SomeScripts.Live, TimeProvider.System);
        import = new(database, sequences, TimeProvider.System);
        editor = new(database, sequences, source, TimeProvider.System);
        await ImportAsync();
    }

    public async Task DisposeAsync()
    {
        sheets.Dispose();
        source?.Dispose();
        if (database is not null)
            await database.DisposeAsync();
    }

    [ContractFact]
    public async Task New_hours_are_what_the_line_says_at_once()
    {
        Assert.Equal(("", "2026-12-02T09:00"), (Ask()["open"], Ask()["opensAt"]));
        var saved = await SaveAsync("hours", "mardi au samedi 10 h à 18 h 30");
        Assert.Equal(EditStatus.Saved, saved.Status);
        Assert.Equal(("yes", "18:30"), (Ask()["open"], Ask()["openUntil"]));
        Assert.Equal("mardi au samedi 10 h à 18 h 30", Hours(await ReadAsync())["hours"]);
    }

    [ContractFact]
    public async Task Each_field_changes_whole_and_typed()
    {
        var sheet = await ReadAsync();
        var outcome = await SaveAsync(sheet, ("record/name_fr", "Repas du midi"), ("record/name_en", "Lunch"), ("record/alert_fr", "Fermé le 3."), ($"{Phone(sheet).Key}/number", "418 555-0199 poste 12"));
        Assert.Equal(EditStatus.Saved, outcome.Status);
        var service = Assert.Single(source.Current.AllServices);
        Assert.Equal(("Repas du midi", "Lunch", "Fermé le 3.", "+14185550199", "12"), (service.Name.Fr, service.Name.En, service.Alert.Fr, service.Sites[0].Phone, service.Sites[0].Extension));
        var kept = (await ReadAsync()).Record;
        Assert.Equal(("Repas du midi", "Lunch", "Fermé le 3."), (kept["name"], kept["name_en"], kept["alert"]));
    }

    [ContractFact]
    public async Task A_telephone_comes_and_goes()
    {
        var sheet = await ReadAsync();
        await SaveAsync(sheet, ($"{Phone(sheet).Key}/number", ""), ("phone+/number", "1 800 555-0111"), ("phone+/type", "voice"));
        Assert.Equal("+18005550111", Ask()["phone"]);
        var made = Phone(await ReadAsync());
        Assert.StartsWith("phone:console-", made.Key, StringComparison.Ordinal);
        await SaveAsync(await ReadAsync(), ($"{made.Key}/number", ""));
        // Then it is the organization's.
        Assert.Equal("+14185550101", Ask()["phone"]);
    }

    [ContractFact]
    public async Task A_season_is_added_beside_the_year_and_taken_away()
    {
        var sheet = await ReadAsync();
        var added = Assert.Single(sheet.Groups, group => group.Kind == EditGroupKind.NewHours);
        await SaveAsync(sheet, (added.Input("hours"), "lundi 17 h à 20 h; mardi 17 h à 20 h"), (added.Input("valid_from"), "2026-12-01"), (added.Input("valid_to"), "2026-12-31"));
        Assert.Equal(("yes", "20:00"), (Ask()["open"], Ask()["openUntil"]));
        var season = Assert.Single((await ReadAsync()).Groups, group => group.Kind == EditGroupKind.Hours && group["valid_from"].Length > 0);
        Assert.Equal("lundi, mardi 17 h à 20 h", season["hours"]);
        await SaveAsync(await ReadAsync(), (season.Input("hours"), ""));
        Assert.Equal("", Ask()["open"]);
    }

    [ContractFact]
    public async Task What_cannot_be_is_told_in_a_sentence_and_nothing_is_written()
    {
        var sheet = await ReadAsync();
        var outcome = await SaveAsync(
            sheet,
            ("record/name_fr", ""), ("record/email", "nobody"), ("record/url", "javascript:alert(1)"), ("record/minimum_age", "old"), ($"{Phone(sheet).Key}/number", "12"),
            (Hours(sheet).Input("hours"), "quand on peut"));
        Assert.Equal(EditStatus.Wrong, outcome.Status);
        Assert.Equal(
            ["record/name_fr", "record/minimum_age", "record/email", "record/url", $"{Phone(sheet).Key}/number", Hours(sheet).Input("hours")],
            outcome.Mistakes.Select(mistake => mistake.Input));
        Assert.All(outcome.Mistakes, mistake => Assert.True(mistake.Fr.EndsWith('.') && mistake.En.EndsWith('.')));
        Assert.Equal("quand on peut", outcome.Values[Hours(sheet).Input("hours")]);
        Assert.Equal(sheet.Version, (await ReadAsync()).Version);
        Assert.Empty(await editor.HistoryAsync(Meals, 0, 10, default));
    }

    [ContractFact]
    public async Task The_second_of_two_editors_is_shown_the_difference_and_loses_nothing()
    {
        var seen = await ReadAsync();
        Assert.Equal(EditStatus.Saved, (await SaveAsync(seen, "Luc", (Hours(seen).Input("hours"), "lundi 9 h à 12 h"))).Status);
        (string, string)[] mine = [("record/name_fr", "Repas du soir"), (Hours(seen).Input("hours"), "mardi 9 h à 12 h")];
        var outcome = await SaveAsync(seen, "Nadia", mine);
        Assert.Equal(EditStatus.Overtaken, outcome.Status);
        Assert.Equal(new EditDifference(Hours(seen).Input("hours"), "lundi 9 h à 12 h", "mardi 9 h à 12 h"), Assert.Single(outcome.Differences));
        Assert.Equal(("Repas du soir", "mardi 9 h à 12 h"), (outcome.Values["record/name_fr"], outcome.Values[Hours(seen).Input("hours")]));
        Assert.Equal("Repas chauds", Assert.Single(source.Current.AllServices).Name.Fr);

        // Sent again as it is shown now, it is taken.
        Assert.Equal(EditStatus.Saved, (await editor.SaveAsync(Meals, new(outcome.Sheet!.Version, outcome.Values, outcome.Sheet.Values()), "fr", "Nadia", null, default)).Status);
        Assert.Equal(["Nadia", "Luc"], (await editor.HistoryAsync(Meals, 0, 10, default)).Select(change => change.Staff));
    }

    [ContractFact]
    public async Task What_the_second_did_not_touch_stays_as_the_first_wrote_it()
    {
        var seen = await ReadAsync();
        await SaveAsync(seen, "Luc", ("record/email", "repas@exemple.org"));
        var outcome = await SaveAsync(seen, "Nadia", ("record/name_fr", "Repas du soir"));
        Assert.Equal(new EditDifference("record/email", "repas@exemple.org", ""), Assert.Single(outcome.Differences));
        Assert.Equal("repas@exemple.org", outcome.Values["record/email"]);
    }

    [ContractFact]
    public async Task A_change_is_taken_back_by_another_one()
    {
        await SaveAsync("hours", "24/7");
        Assert.Equal("yes", Ask()["always"]);
        var change = Assert.Single(await editor.HistoryAsync(Meals, 0, 10, default));
        Assert.Equal(("Nadia", RecordChange.Edit, false), (change.Staff, change.What, change.IsUndone));
        Assert.Equal(EditStatus.Saved, (await editor.UndoAsync(Meals, change.Number, "Luc", null, default)).Status);
        Assert.Equal(("", "2026-12-02T09:00"), (Ask()["always"], Ask()["opensAt"]));
        var changes = await editor.HistoryAsync(Meals, 0, 10, default);
        Assert.Equal([(RecordChange.Undo, "Luc", change.Number, false), (RecordChange.Edit, "Nadia", null, true)], changes.Select(row => (row.What, row.Staff, row.Undoes, row.IsUndone)));
        // And the undo too.
        Assert.Equal(EditStatus.Saved, (await editor.UndoAsync(Meals, changes[0].Number, "Luc", null, default)).Status);
        Assert.Equal("yes", Ask()["always"]);
    }

    [ContractFact]
    public async Task What_was_changed_again_stands_in_the_way_of_undoing()
    {
        await SaveAsync(await ReadAsync(), ("record/name_fr", "Un"), ("record/email", "un@exemple.org"));
        await SaveAsync(await ReadAsync(), ("record/name_fr", "Deux"));
        var first = (await editor.HistoryAsync(Meals, 0, 10, default))[1];
        var outcome = await editor.UndoAsync(Meals, first.Number, "Luc", null, default);
        Assert.Equal((EditStatus.Overtaken, "service:repas/name"), (outcome.Status, Assert.Single(outcome.Differences).Input));
        Assert.Equal("un@exemple.org", (await ReadAsync()).Record["email"]);
        Assert.Equal(EditStatus.Gone, (await editor.UndoAsync(Meals, 999_999, "Luc", null, default)).Status);
        Assert.Equal(EditStatus.Gone, (await editor.UndoAsync(new(HistoryPage.Service, "other"), first.Number, "Luc", null, default)).Status);
    }

    [ContractFact]
    public async Task A_removed_telephone_comes_back_by_undo()
    {
        var sheet = await ReadAsync();
        await SaveAsync(sheet, ($"{Phone(sheet).Key}/number", ""), ("phone+/number", "1 800 555-0111"));
        await editor.UndoAsync(Meals, Assert.Single(await editor.HistoryAsync(Meals, 0, 10, default)).Number, "Luc", null, default);
        Assert.Equal("+14185550102", Ask()["phone"]);
        Assert.Equal(Phone(sheet).Key, Phone(await ReadAsync()).Key);
    }

    [ContractFact]
    public async Task The_same_form_sent_twice_is_done_once()
    {
        var sheet = await ReadAsync();
        var draft = Draft(sheet, ("record/name_fr", "Repas du soir"));
        Assert.Equal(EditStatus.Saved, (await editor.SaveAsync(Meals, draft, "fr", "Nadia", Take, default)).Status);
        Assert.Equal(EditStatus.SentBefore, (await editor.SaveAsync(Meals, draft, "fr", "Nadia", Take, default)).Status);
        Assert.Single(await editor.HistoryAsync(Meals, 0, 10, default));

        bool Take(WriteScope scope) => scope.QueryFirst<long>("SELECT COUNT(*) FROM record_history WHERE staff = 'Nadia'") == 0;
    }

    [ContractFact]
    public async Task A_form_that_is_refused_may_be_sent_again()
    {
        var sheet = await ReadAsync();
        Assert.Equal(EditStatus.Wrong, (await editor.SaveAsync(Meals, Draft(sheet, ("record/email", "nobody")), "fr", "Nadia", Begin, default)).Status);
        Assert.Equal(0, await database.ReadAsync(connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM sequence WHERE name = 'once'"), default));

        bool Begin(WriteScope scope) => scope.Execute("INSERT INTO sequence (name, next) VALUES ('once', 1)") == 1;
    }

    [ContractFact]
    public async Task The_same_file_read_again_undoes_nothing()
    {
        var sheet = await ReadAsync();
        await SaveAsync(sheet, ("record/name_fr", "Repas du soir"), (Hours(sheet).Input("hours"), "24/7"), ($"{Phone(sheet).Key}/number", ""), ("phone+/number", "1 800 555-0111"));
        var version = (await ReadAsync()).Version;
        var report = await ImportAsync(retire: true);
        Assert.Equal((0, 0, 0), (report.Added, report.Changed, report.Retired));
        Assert.Equal(version, (await ReadAsync()).Version);
    }

    [ContractFact]
    public async Task What_the_publisher_changes_wins_and_the_history_keeps_the_staff_s()
    {
        await SaveAsync("hours", "mardi 17 h à 20 h; jeudi 18 h à 21 h");
        Assert.Equal("20:00", Ask()["openUntil"]);
        sheets.With("repas", "Repas chauds", hours: "Mo-Fr 08:00-18:00");
        sheets.Write("services.csv", "id,organization_id,location_id,name_fr,needs,phone,hours,languages\nrepas,maison,maison-porte,Repas chauds,food,+14185550102,Mo-Fr 08:00-18:00,fr;en\n");
        Assert.Equal(1, (await ImportAsync()).Changed);
        Assert.Equal(("yes", "18:00"), (Ask()["open"], Ask()["openUntil"]));
        var change = (await editor.HistoryAsync(Meals, 0, 10, default))[0];
        Assert.Equal((RecordChange.Import, "Paul", 2), (change.What, change.Staff, change.Rows.Length));

        // And staff may put theirs back.
        Assert.Equal(EditStatus.Saved, (await editor.UndoAsync(Meals, change.Number, "Luc", null, default)).Status);
        Assert.Equal("20:00", Ask()["openUntil"]);
    }

    [ContractFact]
    public async Task An_organization_is_edited_too()
    {
        var page = new HistoryPage(HistoryPage.Organization, "maison");
        var sheet = (await editor.ReadAsync(page, "fr", default))!;
        var draft = Draft(sheet, ("record/name", "Maison du Grand Quai"), ("phone:organization:maison:phone/number", "418 555-0103"));
        Assert.Equal(EditStatus.Saved, (await editor.SaveAsync(page, draft, "fr", "Nadia", null, default)).Status);
        Assert.Equal("Maison du Grand Quai", Ask()["org"]);
        Assert.Null(await editor.ReadAsync(new(HistoryPage.Organization, "nowhere"), "fr", default));
        Assert.Equal(EditStatus.Gone, (await editor.SaveAsync(new(HistoryPage.Service, "nowhere"), draft, "fr", "Nadia", null, default)).Status);
    }

    private ImmutableDictionary<string, string> Ask(string need = "food") => new ServicesNearLookup(source).Answer(
        new Question(QuestionKind.Lookup, "services.near", ImmutableDictionary<string, string>.Empty.Add("place", "03005").Add("need", need)),
        new CallerContext(1, 1, "fr", Channel.Voice, "", Evening));

    private async Task<EditSheet> ReadAsync() => (await editor.ReadAsync(Meals, "fr", default))!;

    private async Task<EditOutcome> SaveAsync(string field, string value)
    {
        var sheet = await ReadAsync();
        return await SaveAsync(sheet, (Hours(sheet).Input(field), value));
    }

    private Task<EditOutcome> SaveAsync(EditSheet sheet, params (string Input, string Value)[] typed) => SaveAsync(sheet, "Nadia", typed);

    private Task<EditOutcome> SaveAsync(EditSheet sheet, string staff, params (string Input, string Value)[] typed) =>
        editor.SaveAsync(Meals, Draft(sheet, typed), "fr", staff, null, default);

    private static EditDraft Draft(EditSheet sheet, params (string Input, string Value)[] typed)
    {
        var values = sheet.Values();
        foreach (var (input, value) in typed)
            values[input] = value;
        return new(sheet.Version, values, sheet.Values());
    }

    private static EditGroup Hours(EditSheet sheet) => sheet.Groups.First(group => group.Kind == EditGroupKind.Hours);

    private static EditGroup Phone(EditSheet sheet) => sheet.Groups.First(group => group.Kind == EditGroupKind.Phone);

    private async Task<ImportReport> ImportAsync(bool retire = false)
    {
        var folder = File.Exists(Path.Combine(sheets.Folder, "services.csv")) ? sheets.Folder : sheets.Save();
        var report = await import.RunAsync(new(folder, "maison", "Paul") { RetireMissing = retire }, null, default);
        await source.RefreshAsync(default);
        return report;
    }
}

public sealed class SqliteRecordEditorTests(SqliteFixture fixture) : RecordEditorContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerRecordEditorTests(SqlServerFixture fixture) : RecordEditorContract(fixture), IClassFixture<SqlServerFixture>;
