using AppelAide.Dialogue.Definition;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Editing;
using AppelAide.Host.Directory.Freshness;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Directory;

/// <summary>A service or an organization: what the line says of it, and its history.</summary>
[Authorize(Policy = Policies.Listen)]
internal sealed class RecordModel(
    RecordEditor editor, DirectorySource source, FreshnessStore freshness, FormReceipts receipts, AuditLog audit, Func<Script> scripts) : ConsolePageModel
{
    private const int MostChanges = 20;
    private const int MostServices = 200;
    private const int MostReports = 1_000;

    /// <summary>What it is.</summary>
    public HistoryPage Which { get; private set; } = new("", "");

    /// <summary>All of it.</summary>
    public EditSheet Sheet { get; private set; } = null!;

    /// <summary>The service as the line reads it; null for an organization, or before the line has read it.</summary>
    public Service? Service { get; private set; }

    /// <summary>The services of an organization.</summary>
    public IReadOnlyList<Service> Services { get; private set; } = [];

    /// <summary>What was changed, the latest first.</summary>
    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    /// <summary>What citizens say against it.</summary>
    public IReadOnlyList<OpenReport> Reports { get; private set; } = [];

    /// <summary>What stands in the way of undoing.</summary>
    public IReadOnlyList<FieldDifference> InTheWay { get; private set; } = [];

    /// <summary>Its name in the language of the page.</summary>
    public string Name => Service is { } service ? T(service.Name.Fr, service.Name.En) is { Length: > 0 } name ? name : service.Id : Sheet.Record["name"];

    /// <summary>Needs, as they are said.</summary>
    public NeedLabels Needs { get; private set; } = null!;

    /// <summary>Whether a door is open now.</summary>
    public string Opening(ServiceSite site) => OpeningWords.Of(site, source.Current, Now, Words);

    public async Task<IActionResult> OnGetAsync(string kind, string id, CancellationToken ct) => await LoadAsync(kind, id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostUndoAsync(string kind, string id, long number, CancellationToken ct)
    {
        if (!May(Policies.Coordinate)) return Forbid();
        if (RecordAddress.Read(kind, id) is not { } which) return NotFound();
        var outcome = await editor.UndoAsync(
            which, number, Staff.Name,
            scope =>
            {
                if (!receipts.Take(scope, Sent)) return false;
                audit.Write(scope, Staff, "record.undo", $"{which.Kind} {which.Id}");
                return true;
            },
            ct);
        switch (outcome.Status)
        {
            case EditStatus.Gone:
                return NotFound();
            case EditStatus.Overtaken:
                if (!await LoadAsync(kind, id, ct)) return NotFound();
                InTheWay = [.. outcome.Differences.Select(field => RecordLabels.Difference(field, Sheet, Words, Needs))];
                return Page();
            default:
                Done("Le changement est défait : la ligne dit de nouveau ce qu'elle disait avant.", "The change is undone: the line says again what it said before.");
                return Redirect(RecordAddress.Of(which));
        }
    }

    public async Task<IActionResult> OnPostVerifyAsync(string kind, string id, CancellationToken ct)
    {
        if (!May(Policies.Coordinate)) return Forbid();
        if (RecordAddress.Read(kind, id) is not { Kind: HistoryPage.Service } which) return NotFound();
        if (await receipts.TakeAsync(Sent, ct))
        {
            if (!await freshness.VerifyAsync(which.Id, DateOnly.FromDateTime(Now.DateTime), Staff.Name, ct)) return NotFound();
            await audit.WriteAsync(Staff, "record.verify", $"service {which.Id}", ct);
            await source.RefreshAsync(ct);
        }

        Done("C'est noté : vérifié aujourd'hui par vous.", "Noted: verified today by you.");
        return Redirect(RecordAddress.Of(which));
    }

    private async Task<bool> LoadAsync(string kind, string id, CancellationToken ct)
    {
        if (RecordAddress.Read(kind, id) is not { } which || await editor.ReadAsync(which, Language, ct) is not { } sheet) return false;
        (Which, Sheet) = (which, sheet);
        var snapshot = source.Current;
        if (which.Kind == HistoryPage.Service)
        {
            Service = snapshot.AllServices.FirstOrDefault(service => service.Id == which.Id);
            Reports = [.. (await freshness.ListOpenAsync(0, MostReports, ct)).Where(report => report.ServiceId == which.Id)];
        }
        else
        {
            Services = [.. snapshot.AllServices.Where(service => service.Organization == sheet.Record["name"]).Take(MostServices)];
        }

        var changes = await editor.HistoryAsync(which, 0, MostChanges, ct);
        Needs = new(scripts(), Language) { Terms = await editor.TermsAsync(changes, ct) };
        History = [.. changes.Select(change => new HistoryEntry(change, RecordLabels.Lines(change, Words, Needs), May(Policies.Coordinate), Once))];
        return true;
    }
}
