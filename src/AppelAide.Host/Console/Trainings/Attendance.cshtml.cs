using AppelAide.Host.Directory;
using AppelAide.Host.Staff;
using AppelAide.Host.Trainings.Desk;
using AppelAide.Host.Trainings.Registrations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Trainings;

/// <summary>Staff note who came.</summary>
[Authorize(Policy = Policies.Act)]
internal sealed class AttendanceModel(SessionBook book, AttendanceDesk desk, DirectorySource source, FormReceipts receipts, AuditLog audit) : ConsolePageModel
{
    private const string Field = "came-";

    /// <summary>The session and its people.</summary>
    public SessionSheet Sheet { get; private set; } = null!;

    /// <summary>Why nothing can be noted; empty when it can.</summary>
    public string NotNow { get; private set; } = "";

    /// <summary>What is wrong with what was ticked; empty for nothing.</summary>
    public string Mistake { get; private set; } = "";

    /// <summary>Who may have come: those who gave their seat back come last.</summary>
    public IEnumerable<Registration> People => Sheet.Registered.Concat(Sheet.Offered).Concat(Sheet.Waiting).Concat(Sheet.Cancelled);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (NotNow.Length > 0) return Page();
        var ticked = Request.Form.Where(field => field.Key.StartsWith(Field, StringComparison.Ordinal)).ToDictionary(field => field.Key[Field.Length..], field => field.Value.ToString(), StringComparer.Ordinal);
        var sheet = new AttendanceSheet([.. ticked.Where(code => code.Value == "present").Select(code => code.Key)], [.. ticked.Where(code => code.Value == "absent").Select(code => code.Key)], false);
        if (await receipts.WasTakenAsync(Sent, ct)) return Back(id);
        var marks = await desk.NoteAsync(Sheet.Session, sheet, ct);
        if (marks.Mistakes.Count > 0)
        {
            Mistake = T("La liste a changé pendant que vous notiez : regardez-la de nouveau, puis envoyez.", "The list changed while you were noting: look at it again, then send.");
            await LoadAsync(id, ct);
            return Page();
        }

        await receipts.TakeAsync(Sent, ct);
        await audit.WriteAsync(Staff, "attendance", $"session {id}", ct);
        Done($"C'est noté : {sheet.Present.Count} présent(s), {sheet.Absent.Count} absent(s).", $"Noted: {sheet.Present.Count} present, {sheet.Absent.Count} absent.");
        return Back(id);
    }

    private async Task<bool> LoadAsync(string id, CancellationToken ct)
    {
        if (await book.SheetAsync(id, ct) is not { } sheet) return false;
        Sheet = sheet;
        var session = sheet.Session;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, source.Current.Places.TimeZoneOf(session.Location.PlaceId)).DateTime);
        NotNow = session.IsCancelled ? T("La séance est annulée : personne n'y est venu.", "The session is cancelled: nobody came.")
            : today < session.Date ? T($"On note qui est venu à partir du {Words.Day(session.Date)}.", $"Who came is noted from {Words.Day(session.Date)} on.") : "";
        return true;
    }

    private RedirectResult Back(string id) => Redirect($"/console/trainings/{Uri.EscapeDataString(id)}");
}
