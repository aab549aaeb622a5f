using AppelAide.Host.Outbox.Review;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Messages;

/// <summary>One message: its words, what was tried, and what became of it.</summary>
[Authorize(Policy = Policies.Act)]
internal sealed class MessageModel(MessageReader messages, MessageDesk desk) : ConsolePageModel
{
    private MessageWords? says;

    /// <summary>How the page speaks of messages.</summary>
    public MessageWords Says => says ??= new(Words);

    /// <summary>The message.</summary>
    public MessagePage Message { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await messages.FindAsync(id, ct) is not { } message) return NotFound();
        Message = message;
        return Page();
    }

    public async Task<IActionResult> OnPostCancelAsync(long id, CancellationToken ct)
    {
        if (await messages.FindAsync(id, ct) is null) return NotFound();
        if (await desk.CancelAsync(Staff, id, Sent, ct)) Done("Ce message ne sera pas envoyé.", "This message will not be sent.");
        else Done("Trop tard : ce message n'attendait plus. Rien n'a été changé.", "Too late: this message was no longer waiting. Nothing was changed.");
        return RedirectToPage(new { id });
    }
}
