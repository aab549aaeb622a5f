using AppelAide.Dialogue.Definition;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Editing;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Directory;

/// <summary>Edits a service or an organization, with its telephones and hours, and of a service the needs, the languages and what to bring.</summary>
[Authorize(Policy = Policies.Coordinate)]
internal sealed class EditModel(RecordEditor editor, DirectorySource source, Func<Script> scripts, FormReceipts receipts, AuditLog audit) : ConsolePageModel
{
    private const string Was = "was:";
    private const string Boxes = "boxes";

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

    /// <summary>The needs, as they are said.</summary>
    public NeedLabels Needs => new(scripts(), Language);

    /// <summary>The needs that the line guesses from the service's words while none is checked.</summary>
    public IReadOnlyList<string> Guessed(EditGroup needs) => needs.Rows.IsEmpty ? source.Current.AllServices.FirstOrDefault(service => service.Id == Which.Id)?.Needs ?? [] : [];

    public async Task<IActionResult> OnGetAsync(string kind, string id, CancellationToken ct)
    {
        if (RecordAddress.Read(kind, id) is not { } which || await editor.ReadAsync(which, Language, ct) is not { } sheet) return NotFound();
        (Which, Sheet, Values) = (which, sheet, sheet.Values());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, string id, CancellationToken ct)
    {
        if (RecordAddress.Read(kind, id) is not { } which) return NotFound();
        var outcome = await editor.SaveAsync(
            which, Draft(), Language, Staff.Name,
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
                Differences = [.. outcome.Differences.Select(field => RecordLabels.Difference(field, Sheet, Words, Needs))];
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

    private EditDraft Draft()
    {
        var form = Request.Form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        var was = form.Where(field => field.Key.StartsWith(Was, StringComparison.Ordinal)).ToDictionary(field => field.Key[Was.Length..], field => field.Value, StringComparer.Ordinal);
        var values = form.Where(field => !field.Key.StartsWith(Was, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
        // A box that is not checked sends nothing: the form says which of its parts are boxes.
        foreach (var part in Request.Form[Boxes].OfType<string>())
        {
            foreach (var input in was.Keys.Where(input => input.StartsWith($"{part}/", StringComparison.Ordinal)))
                values.TryAdd(input, "");
        }

        return new(form.GetValueOrDefault("version", ""), values, was);
    }
}
