using System.Collections.Immutable;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Directory.Import;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Directory.Editing;

/// <summary>
/// Staff edit a service or an organization. Each record is changed whole and typed in one transaction with its history and the directory's version, so that
/// the line answers with it at once. The publisher's fingerprint stays: reading the same file again undoes nothing, and what the publisher changes wins.
/// </summary>
internal sealed class RecordEditor(Database database, SequenceStore sequences, DirectorySource directory, TimeProvider time)
{
    /// <summary>The source of what staff add: an import that retires what its publisher no longer has leaves it.</summary>
    public const string OwnSource = "console";

    private const string Known = "SELECT source, fingerprint FROM hsds_record WHERE kind = @Kind AND id = @Id";

    private const string Term = "SELECT record FROM hsds_record WHERE kind = 'taxonomy_term' AND id = @Id";

    private readonly RecordWriter writer = new(database.Dialect);
    private readonly RecordHistory history = new(sequences);

    /// <summary>A service or organization, open for editing; null when there is none.</summary>
    /// <param name="page">Which.</param>
    /// <param name="language">In which hours are written.</param>
    /// <param name="ct">Gives up.</param>
    public Task<EditSheet?> ReadAsync(HistoryPage page, string language, CancellationToken ct) =>
        database.ReadAsync(connection => Reader(language).Read(page, connection), ct);

    /// <summary>Its changes, the latest first.</summary>
    public Task<List<RecordChange>> HistoryAsync(HistoryPage page, int skip, int take, CancellationToken ct) => history.ListAsync(database, page, skip, take, ct);

    /// <summary>The categories that changes name, by identifier, whether they are still there or not.</summary>
    public Task<Dictionary<string, HsdsRecord>> TermsAsync(IEnumerable<RecordChange> changes, CancellationToken ct)
    {
        var ids = changes.SelectMany(change => change.Rows).Where(row => row.Kind == "attribute")
            .SelectMany(row => new[] { row.RecordBefore, row.RecordAfter }).Select(json => FlatJson.Read(json).GetValueOrDefault("taxonomy_term_id", "")).Where(id => id.Length > 0).ToHashSet();
        return database.ReadAsync(
            connection => ids.SelectMany(id => connection.Query<string>(Term, new { Id = id }).Select(json => HsdsRecord.FromJson("taxonomy_term", id, json))).ToDictionary(term => term.Id),
            ct);
    }

    /// <summary>Makes an edit.</summary>
    /// <param name="page">Of what.</param>
    /// <param name="draft">What was typed.</param>
    /// <param name="language">Of the form.</param>
    /// <param name="staff">Who, by name.</param>
    /// <param name="begin">Run first in the transaction: false when the same form was sent before. It may write, and is undone with the edit.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<EditOutcome> SaveAsync(
        HistoryPage page, EditDraft draft, string language, string staff, Func<WriteScope, bool>? begin, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var reader = Reader(language);
        EditOutcome outcome;
        try
        {
            outcome = await database.WriteAsync(
                scope =>
                {
                    if (begin?.Invoke(scope) == false)
                        return new EditOutcome(EditStatus.SentBefore, null);
                    var sheet = reader.Read(page, scope.Connection, scope.Transaction);
                    var made = Plan(sheet, draft);
                    if (made.Status is EditStatus.Wrong or EditStatus.Overtaken or EditStatus.Gone)
                        throw new NotMadeException<EditOutcome>(made);
                    return made.Status == EditStatus.Unchanged || Write(scope, sheet!, made.Values, staff, now) ? made : made with { Status = EditStatus.Unchanged };
                },
                ct).ConfigureAwait(false);
        }
        catch (NotMadeException<EditOutcome> refusal)
        {
            return refusal.Outcome;
        }

        if (outcome.Status == EditStatus.Saved)
            await directory.RefreshAsync(ct).ConfigureAwait(false);
        return outcome;
    }

    /// <summary>Takes a change back, by another one. What was changed again since stands in its way: then nothing is written.</summary>
    /// <returns>Saved, sent before, gone when there is no such change, or overtaken with the fields that are not as the change left them.</returns>
    public async Task<EditOutcome> UndoAsync(HistoryPage page, long number, string staff, Func<WriteScope, bool>? begin, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        EditOutcome outcome;
        try
        {
            outcome = await database.WriteAsync(
                scope =>
                {
                    if (begin?.Invoke(scope) == false)
                        return new EditOutcome(EditStatus.SentBefore, null);
                    if (RecordHistory.Find(scope, page, number) is not { } change)
                        throw new NotMadeException<EditOutcome>(new(EditStatus.Gone, null));
                    var back = change.Rows.Select(row => RecordUndo.Of(scope, row)).ToList();
                    if (back.SelectMany(undo => undo.InTheWay).ToImmutableArray() is { IsEmpty: false } inTheWay)
                        throw new NotMadeException<EditOutcome>(new(EditStatus.Overtaken, null) { Differences = inTheWay });
                    Write(scope, page, [.. back.Select(undo => (undo.Now, undo.Then))], RecordChange.Undo, staff, now, number);
                    return new EditOutcome(EditStatus.Saved, null);
                },
                ct).ConfigureAwait(false);
        }
        catch (NotMadeException<EditOutcome> refusal)
        {
            return refusal.Outcome;
        }

        if (outcome.Status == EditStatus.Saved)
            await directory.RefreshAsync(ct).ConfigureAwait(false);
        return outcome;
    }

    /// <summary>What becomes of a draft beside the record as it is now.</summary>
    private static EditOutcome Plan(EditSheet? sheet, EditDraft draft)
    {
        if (sheet is null)
            return new(EditStatus.Gone, null) { Values = draft.Values };
        var now = sheet.Values();
        var typed = draft.Values.Where(pair => now.ContainsKey(pair.Key)).ToDictionary(pair => pair.Key, pair => Clean(pair.Value), StringComparer.Ordinal);
        // What was not touched is as the other left it.
        var merged = now.ToDictionary(
            pair => pair.Key,
            pair => typed.TryGetValue(pair.Key, out var mine) && mine != Clean(draft.Was.GetValueOrDefault(pair.Key, pair.Value)) ? mine : pair.Value,
            StringComparer.Ordinal);
        if (draft.Version != sheet.Version)
        {
            ImmutableArray<EditDifference> differences =
            [
                .. now.Where(pair => Clean(draft.Was.GetValueOrDefault(pair.Key, "")) != pair.Value)
                    .Select(pair => new EditDifference(pair.Key, pair.Value, typed.GetValueOrDefault(pair.Key, ""))),
                .. draft.Was.Where(pair => !now.ContainsKey(pair.Key) && Clean(pair.Value).Length > 0)
                    .Select(pair => new EditDifference(pair.Key, "", Clean(draft.Values.GetValueOrDefault(pair.Key, "")))),
            ];
            if (!differences.IsEmpty)
                return new(EditStatus.Overtaken, sheet) { Differences = differences, Values = merged };
        }

        var said = draft.Values.Where(pair => Clean(pair.Value).Length > 0).Select(pair => pair.Key).ToList();
        ImmutableArray<EditMistake> mistakes = [.. sheet.Groups.SelectMany(group => EditCheck.Of(group, field => merged[group.Input(field)]).Concat(EditCheck.Unknown(group, said)))];
        if (!mistakes.IsEmpty)
            return new(EditStatus.Wrong, sheet) { Mistakes = mistakes, Values = merged };
        return new(merged.All(pair => now[pair.Key] == pair.Value) ? EditStatus.Unchanged : EditStatus.Saved, sheet) { Values = merged };
    }

    private EditSheetReader Reader(string language) => new(language, directory.Current.Taxonomy);

    private bool Write(WriteScope scope, EditSheet sheet, IReadOnlyDictionary<string, string> values, string staff, DateTimeOffset now)
    {
        var changes = sheet.Groups
            .SelectMany(group => EditPlan.Of(group, field => values[group.Input(field)], () => $"console-{sequences.Next(scope, "console_record"):D}"))
            .Where(change => change.Before != change.After)
            .ToList();
        return Write(scope, sheet.Page, changes, RecordChange.Edit, staff, now, null);
    }

    private bool Write(
        WriteScope scope, HistoryPage page, List<(HsdsRecord? Before, HsdsRecord? After)> changes, string what, string staff, DateTimeOffset now, long? undoes)
    {
        if (changes.Count == 0)
            return false;
        // A category is written with what names it first, and is never taken back: others may name it since.
        foreach (var term in changes.Where(change => change.After?.Table == "attribute").Select(change => NeedTerms.Find(change.After!["taxonomy_term_id"])).OfType<HsdsRecord>())
            writer.Write(scope, term, OwnSource, term.Fingerprint());
        foreach (var (before, after) in changes)
        {
            if (after is null)
                writer.Remove(scope, before!.Table, before.Id);
            else if (scope.QueryFirst<KnownRow>(Known, new { Kind = after.Table, after.Id }) is { } known)
                writer.Write(scope, after, known.Source, unchecked((ulong)known.Fingerprint));
            else
                writer.Write(scope, after, OwnSource, after.Fingerprint());
        }

        history.Write(
            scope, page, what, staff, now,
            [
                .. changes.Select(change => new HistoryRow
                {
                    Kind = (change.After ?? change.Before)!.Table,
                    RecordId = (change.After ?? change.Before)!.Id,
                    RecordBefore = change.Before?.ToJson() ?? "",
                    RecordAfter = change.After?.ToJson() ?? "",
                }),
            ],
            undoes);
        DirectoryStore.Changed(scope);
        return true;
    }

    /// <summary>A browser sends lines as CR LF; nobody means blanks at the ends, or characters that cannot be seen.</summary>
    private static string Clean(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Where(unit => unit is '\n' or '\t' || !char.IsControl(unit))).Trim();
}
