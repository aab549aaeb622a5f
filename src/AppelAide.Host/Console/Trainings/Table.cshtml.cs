using AppelAide.Host.Staff;
using AppelAide.Host.Trainings.Desk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Trainings;

/// <summary>The registrations of a session as a table for a spreadsheet.</summary>
[Authorize(Policy = Policies.Act)]
internal sealed class TableModel(SessionBook book, AuditLog audit) : ConsolePageModel
{
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (await book.SheetAsync(id, ct) is not { } sheet) return NotFound();
        await audit.WriteAsync(Staff, "roster.export", $"session {id}", ct);
        var table = new MemoryStream();
        RegistrationTable.Write(table, [sheet], Language == "fr" ? ';' : ',');
        table.Position = 0;
        return File(table, "text/csv; charset=utf-8", $"{string.Concat(id.Where(unit => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '_'))}.csv");
    }
}
