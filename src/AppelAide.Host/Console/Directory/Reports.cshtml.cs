using AppelAide.Host.Directory.Freshness;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Directory;

/// <summary>Records that citizens say are wrong: looked at, mended, settled with a word.</summary>
[Authorize(Policy = Policies.Listen)]
internal sealed class ReportsModel(FreshnessStore freshness, FormReceipts receipts, AuditLog audit) : ConsolePageModel
{
    private const int Most = 100;
    private const int LongestNote = 1_000;

    /// <summary>Those that wait, the oldest first.</summary>
    public IReadOnlyList<OpenReport> Reports { get; private set; } = [];

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>What a report says.</summary>
    public string KindOf(OpenReport report) => report.Kind switch
    {
        RecordReportKind.Closed => T("c'est fermé", "it is closed"),
        RecordReportKind.WrongNumber => T("le numéro n'est pas bon", "the number is wrong"),
        RecordReportKind.Moved => T("c'est ailleurs maintenant", "it is elsewhere now"),
        _ => T("autre chose n'est pas juste", "something else is wrong"),
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        Reports = await freshness.ListOpenAsync(0, Most, ct);
        Count = await freshness.CountOpenAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(long id, string? note, CancellationToken ct)
    {
        if (!May(Policies.Act)) return Forbid();
        var text = (note ?? "").Trim();
        if (await receipts.TakeAsync(Sent, ct) && await freshness.SettleAsync(id, Staff.Name, text.Length > LongestNote ? text[..LongestNote] : text, Now.ToUniversalTime(), ct))
        {
            await audit.WriteAsync(Staff, "report.settle", $"report {id}", ct);
        }

        Done("Le signalement est réglé.", "The report is settled.");
        return Redirect("/console/directory/reports");
    }
}
