using AppelAide.Host.Directory.Editing;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Directory;

/// <summary>Edits a service or an organization, with its telephones and hours.</summary>
[Authorize(Policy = Policies.Coordinate)]
internal sealed class EditModel(RecordEditor editor, FormReceipts receipts, AuditLog audit) : ConsolePageModel
{
    private const string Was = "was:";

    /// <summary>What it is.</summary>
    public HistoryPage Which { get; private set; } = new("", "");

    /// <summary>As it is now.</summary>
    public EditSheet Sheet { get; private set; } = null!;

    /// <summary>What the form holds.</summary>
    public IReadOnlyDictionary<string, string> Values { get; private set; } = new Dictionary<string, string>();

    /// <summary>What is wrong, by field.</summary>
    public ILookup<string, string> Mistakes { get; private set; } = Array.Empty<EditMistake>().ToLookup(mistake => mistake.Input, mistake => mistake.Fr);

    /// <summary>What somebody else changed meanwhile.</summary>
    public IReadOnlyList<FieldDifference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string kind, string id, CancellationToken ct)
    {
        if (RecordAddress.Read(kind, id) is not { } which || await editor.ReadAsync(which, Language, ct) is not { } sheet) return NotFound();
        (Which, Sheet, Values) = (which, sheet, sheet.Values());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, string id, CancellationToken ct)
    {
        if (RecordAddress.Read(kind, id) is not { } which) return NotFound();
        var form = Request.Form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        var draft = new EditDraft(
            form.GetValueOrDefault("version", ""),
            form.Where(field => !field.Key.StartsWith(Was, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal),
            form.Where(field => field.Key.StartsWith(Was, StringComparison.Ordinal)).ToDictionary(field => field.Key[Was.Length..], field => field.Value, StringComparer.Ordinal));
        var outcome = await editor.SaveAsync(
            which, draft, Language, Staff.Name,
            scope =>
            {
                if (!receipts.Take(scope, Sent)) return false;
                audit.Write(scope, Staff, "record.edit", $"{which.Kind} {which.Id}");
                return true;
            },
            ct);
        switch (outcome.Status)
        {
            case EditStatus.Gone:
                return NotFound();
            case EditStatus.Wrong or EditStatus.Overtaken:
                (Which, Sheet, Values) = (which, outcome.Sheet!, outcome.Values);
                Mistakes = outcome.Mistakes.ToLookup(mistake => mistake.Input, mistake => T(mistake.Fr, mistake.En));
                Differences = [.. outcome.Differences.Select(field => new FieldDifference(RecordLabels.Input(field.Input, Sheet, Words), field.Theirs, field.Yours))];
                ModelState.Clear();
                return Page();
            case EditStatus.Unchanged:
                Done("Rien n'était à changer.", "There was nothing to change.");
                return Redirect(RecordAddress.Of(which));
            default:
                Done("C'est enregistré : la ligne le dit dès maintenant.", "Saved: the line says so from now on.");
                return Redirect(RecordAddress.Of(which));
        }
    }
}
