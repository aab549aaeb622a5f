using AppelAide.Host.Directory.Editing;
using AppelAide.Host.Tests.Directory.Import;
using AppelAide.Host.Tests.Persistence;
using Dapper;

namespace AppelAide.Host.Tests.Directory.Editing;

/// <summary>What a service is found under, the languages that it is given in, and what to bring.</summary>
public abstract partial class RecordEditorContract
{
    private const string Yes = EditFields.Checked;

    [ContractFact]
    public async Task A_service_is_found_under_the_needs_that_are_checked_and_no_other()
    {
        var sheet = await ReadAsync();
        Assert.Equal(["food"], Checked(sheet, EditGroupKind.Needs));
        Assert.Equal(EditStatus.Saved, (await SaveAsync(sheet, ("needs/food", ""), ("needs/heating", Yes), ("needs/transport", Yes))).Status);
        Assert.True(Ask("food").IsEmpty);
        Assert.Equal(("repas", "repas"), (Ask("heating")["id"], Ask("transport")["id"]));
        Assert.Equal(["heating", "transport"], Checked(await ReadAsync(), EditGroupKind.Needs));

        // Taken back, it is as it was; and the taking back too.
        await UndoLatestAsync();
        Assert.True(Ask("heating").IsEmpty);
        Assert.Equal(("repas", sheet.Version), (Ask("food")["id"], (await ReadAsync()).Version));
        await UndoLatestAsync();
        Assert.Equal("repas", Ask("heating")["id"]);
        Assert.True(Ask("food").IsEmpty);
    }

    [ContractFact]
    public async Task The_history_names_the_category_that_went()
    {
        await SaveAsync(await ReadAsync(), ("needs/food", ""), ("needs/heating", Yes));
        var changes = await editor.HistoryAsync(Meals, 0, 10, default);
        Assert.Equal([("food", ""), ("", "heating")], Assert.Single(changes).Rows.Select(row => (Of(row.RecordBefore), Of(row.RecordAfter))));
        var terms = await editor.TermsAsync(changes, default);
        Assert.Equal(["food", "heating"], terms.Values.Select(term => term["code"]).Order(StringComparer.Ordinal));

        static string Of(string json) => FlatJson.Read(json).GetValueOrDefault("taxonomy_term_id", "").Split('-', ':')[^1];
    }

    [ContractFact]
    public async Task A_need_that_is_guessed_from_the_name_is_told_once_it_is_checked()
    {
        await ReplaceAsync("needs", "food", "nobody-knows-this");
        var guessed = Assert.Single(source.Current.AllServices).Needs.AsEnumerable();
        var sheet = await ReadAsync();
        Assert.NotEmpty(guessed);
        Assert.Empty(Checked(sheet, EditGroupKind.Needs));
        Assert.Equal(EditStatus.Saved, (await SaveAsync(sheet, ("needs/heating", Yes))).Status);
        Assert.Equal("heating", Assert.Single(Assert.Single(source.Current.AllServices).Needs));
        // What no need is known for stays with its publisher.
        Assert.Equal(2, await database.ReadAsync(connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM attribute"), default));

        // Without any, it is guessed again.
        await SaveAsync(await ReadAsync(), ("needs/heating", ""));
        Assert.Equal(guessed, Assert.Single(source.Current.AllServices).Needs);
    }

    [ContractFact]
    public async Task Boxes_that_two_editors_check_are_all_checked()
    {
        var seen = await ReadAsync();
        await SaveAsync(seen, "Luc", ("needs/heating", Yes), ("languages/fr", ""));
        var outcome = await SaveAsync(seen, "Nadia", ("needs/transport", Yes), ("needs/food", ""));
        Assert.Equal(EditStatus.Overtaken, outcome.Status);
        Assert.Equal([new EditDifference("needs/heating", Yes, ""), new EditDifference("languages/fr", "", Yes)], outcome.Differences.AsEnumerable());
        Assert.Equal(EditStatus.Saved, (await editor.SaveAsync(Meals, new(outcome.Sheet!.Version, outcome.Values, outcome.Sheet.Values()), "fr", "Nadia", null, default)).Status);
        var now = await ReadAsync();
        Assert.Equal(["heating", "transport"], Checked(now, EditGroupKind.Needs));
        Assert.Equal(["en"], Checked(now, EditGroupKind.Languages));
    }

    [ContractFact]
    public async Task Boxes_that_nobody_offered_are_told_in_a_sentence_and_nothing_is_written()
    {
        var sheet = await ReadAsync();
        var outcome = await SaveAsync(sheet, ("needs/' OR 1=1 --", Yes), ("needs/heating", Yes), ("languages/<b>", Yes));
        Assert.Equal(EditStatus.Wrong, outcome.Status);
        Assert.Equal(["needs/", "languages/"], outcome.Mistakes.Select(mistake => mistake.Input));
        Assert.All(outcome.Mistakes, mistake => Assert.True(mistake.Fr.EndsWith('.') && mistake.En.EndsWith('.')));
        Assert.Equal(sheet.Version, (await ReadAsync()).Version);
        // One that is not checked says nothing.
        Assert.Equal(EditStatus.Unchanged, (await SaveAsync(sheet, ("needs/nothing", ""))).Status);
    }

    [ContractFact]
    public async Task Languages_come_and_go()
    {
        await ReplaceAsync("languages", "fr;en", "fr;de");
        var sheet = await ReadAsync();
        Assert.Equal(["fr", "en", "es", "mic", "de"], Boxes(sheet, EditGroupKind.Languages).Values.Select(pair => pair.Key));
        await SaveAsync(sheet, ("languages/fr", ""), ("languages/mic", Yes));
        Assert.Equal(["de", "mic"], Assert.Single(source.Current.AllServices).Languages.Order(StringComparer.Ordinal));
        await UndoLatestAsync();
        Assert.Equal(["de", "fr"], Assert.Single(source.Current.AllServices).Languages.Order(StringComparer.Ordinal));
    }

    [ContractFact]
    public async Task What_to_bring_comes_changes_and_goes()
    {
        await SaveAsync(await ReadAsync(), ("bring+/document_fr", "une preuve de revenu"), ("bring+/document_en", "proof of income"));
        Assert.Equal(("une preuve de revenu", "proof of income"), (Ask()["bring.fr"], Ask()["bring.en"]));
        await SaveAsync(await ReadAsync(), ("bring+/document_fr", "un bail"));
        var first = (await ReadAsync()).Groups.First(group => group.Kind == EditGroupKind.Bring);
        await SaveAsync(await ReadAsync(), (first.Input("document_fr"), "votre avis de cotisation"));
        // What has words in one language only is said in both.
        Assert.Equal(("votre avis de cotisation, un bail", "proof of income, un bail"), (Ask()["bring.fr"], Ask()["bring.en"]));
        await SaveAsync(await ReadAsync(), (first.Input("document_fr"), ""), (first.Input("document_en"), ""));
        Assert.Equal(("un bail", "un bail"), (Ask()["bring.fr"], Ask()["bring.en"]));
        await UndoLatestAsync();
        Assert.Equal("votre avis de cotisation, un bail", Ask()["bring.fr"]);
    }

    [ContractFact]
    public async Task Boxes_outlast_the_same_file_and_the_publisher_who_had_them_first()
    {
        using var others = Spreadsheets.OfOneHouse("autre").With("chauffage", "Bois de chauffage", needs: "heating", organization: "autre");
        await import.RunAsync(new(others.Save(), "autre", "Paul"), null, default);
        await source.RefreshAsync(default);
        await SaveAsync(await ReadAsync(), ("needs/food", ""), ("needs/heating", Yes), ("languages/fr", ""), ("bring+/document_fr", "un bail"));
        var version = (await ReadAsync()).Version;
        var report = await ImportAsync(retire: true);
        Assert.Equal((0, 0, 0, version), (report.Added, report.Changed, report.Retired, (await ReadAsync()).Version));

        await import.RunAsync(new(sheets.Folder, "maison", "Paul") { RetireSources = ["autre"] }, null, default);
        await source.RefreshAsync(default);
        Assert.Equal(("repas", version), (Ask("heating")["id"], (await ReadAsync()).Version));

        // A need that the publisher adds is found beside the staff's.
        await ReplaceAsync("needs", "food", "transport");
        Assert.Equal(("repas", "repas"), (Ask("heating")["id"], Ask("transport")["id"]));
    }

    private static EditGroup Boxes(EditSheet sheet, EditGroupKind kind) => sheet.Groups.Single(group => group.Kind == kind);

    private static IEnumerable<string> Checked(EditSheet sheet, EditGroupKind kind) => Boxes(sheet, kind).Values.Where(pair => pair.Value.Length > 0).Select(pair => pair.Key);

    private async Task UndoLatestAsync() =>
        Assert.Equal(EditStatus.Saved, (await editor.UndoAsync(Meals, (await editor.HistoryAsync(Meals, 0, 1, default))[0].Number, "Luc", null, default)).Status);

    /// <summary>The publisher writes something else in a column.</summary>
    private Task ReplaceAsync(string column, string before, string after)
    {
        string[] header = ["id", "organization_id", "location_id", "name_fr", "needs", "phone", "hours", "languages"];
        string[] row = ["repas", "maison", "maison-porte", "Repas chauds", "food", "+14185550102", "Mo-Fr 09:00-16:00", "fr;en"];
        Assert.Equal(before, row[Array.IndexOf(header, column)]);
        row[Array.IndexOf(header, column)] = after;
        sheets.Write("services.csv", $"{string.Join(',', header)}\n{string.Join(',', row)}\n");
        return ImportAsync(retire: true);
    }
}
