using AppelAide.Host.Staff;
using AppelAide.Host.Trainings.Desk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Trainings;

/// <summary>A roster that a trainer prints and ticks.</summary>
[Authorize(Policy = Policies.Act)]
internal sealed class RosterModel(SessionBook book, AuditLog audit) : ConsolePageModel
{
    /// <summary>Lines for those who come without having registered.</summary>
    public const int EmptyLines = 3;

    /// <summary>The session and its people.</summary>
    public SessionSheet Sheet { get; private set; } = null!;

    /// <summary>The words of the roster.</summary>
    public RosterWords Said { get; private set; } = new("fr");

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (await book.SheetAsync(id, ct) is not { } sheet) return NotFound();
        (Sheet, Said) = (sheet, new RosterWords(Language));
        await audit.WriteAsync(Staff, "roster.open", $"session {id}", ct);
        return Page();
    }
}
