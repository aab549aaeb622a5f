using System.Globalization;
using AppelAide.Host.Callers;
using AppelAide.Host.Calls.Queue;
using AppelAide.Host.Directory;
using AppelAide.Host.Scripts;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Queue;

/// <summary>Somebody who is to be called: what they said and wanted, what was done, and what is done next.</summary>
[Authorize(Policy = Policies.Act)]
internal sealed class ItemModel(
    QueueReader queue, QueueDesk desk, CallerStore callers, StaffAccountStore accounts, AuditLog audit, ScriptLibrary scripts, DirectorySource directory) : ConsolePageModel
{
    private QueueWords? says;

    /// <summary>How the page speaks of call-backs.</summary>
    public QueueWords Says => says ??= new(Words, scripts, directory);

    /// <summary>The call-back.</summary>
    public QueueItem Item { get; private set; } = null!;

    /// <summary>What was done, oldest first.</summary>
    public IReadOnlyList<QueueEvent> History { get; private set; } = [];

    /// <summary>For what else the same citizen waits.</summary>
    public IReadOnlyList<QueueItem> Also { get; private set; } = [];

    /// <summary>Whom it may be passed on to.</summary>
    public IReadOnlyList<StaffAccount> Colleagues { get; private set; } = [];

    /// <summary>The number, once it is asked for.</summary>
    public string Number { get; private set; } = "";

    /// <summary>What was typed.</summary>
    public string Note { get; private set; } = "";

    /// <summary>What was chosen.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>What is wrong.</summary>
    public string Mistake { get; private set; } = "";

    /// <summary>What somebody else did meanwhile.</summary>
    public IReadOnlyList<FieldDifference> Differences { get; private set; } = [];

    /// <summary>Whether a colleague has it in hand.</summary>
    public bool IsHeld => Item.IsOpen && Item.HolderId is { } holder && holder != Staff.Id;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRevealAsync(long id, string? note, CancellationToken ct)
    {
        Note = note ?? "";
        if (!await LoadAsync(id, ct)) return NotFound();
        await audit.WriteAsync(Staff, "number.reveal", string.Create(CultureInfo.InvariantCulture, $"call {Item.ConversationNo}"), ct);
        Number = await callers.PhoneAsync(Item.CallerId, ct) ?? "";
        return Page();
    }

    public Task<IActionResult> OnPostTakeAsync(long id, int version, string? note, bool knowingly, CancellationToken ct) =>
        ActAsync(id, new QueueAct(QueueActions.Take, version, note ?? "", Sent) { Knowingly = knowingly }, ct);

    public Task<IActionResult> OnPostTriedAsync(long id, int version, string? note, bool knowingly, CancellationToken ct) =>
        ActAsync(id, new QueueAct(QueueActions.Tried, version, note ?? "", Sent) { Knowingly = knowingly }, ct);

    public Task<IActionResult> OnPostReleaseAsync(long id, int version, string? note, bool knowingly, CancellationToken ct) =>
        ActAsync(id, new QueueAct(QueueActions.Release, version, note ?? "", Sent) { Knowingly = knowingly }, ct);

    public Task<IActionResult> OnPostReopenAsync(long id, int version, string? note, CancellationToken ct) =>
        ActAsync(id, new QueueAct(QueueActions.Reopen, version, note ?? "", Sent), ct);

    public async Task<IActionResult> OnPostDoneAsync(long id, int version, string? note, string? outcome, bool knowingly, CancellationToken ct)
    {
        Outcome = outcome ?? "";
        if (QueueOutcomes.All.Contains(Outcome))
            return await ActAsync(id, new QueueAct(QueueActions.Done, version, note ?? "", Sent) { Outcome = Outcome, Knowingly = knowingly }, ct);
        return await AgainAsync(id, note, T("Choisissez comment le rappel s'est terminé.", "Choose how the call-back ended."), ct);
    }

    public async Task<IActionResult> OnPostPassAsync(long id, int version, string? note, long to, bool knowingly, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (Colleagues.FirstOrDefault(account => account.Id == to) is not { } colleague)
            return await AgainAsync(id, note, T("Choisissez à qui le passer.", "Choose whom to pass it on to."), ct);
        return await ActAsync(id, new QueueAct(QueueActions.Pass, version, note ?? "", Sent) { To = (colleague.Id, colleague.Name), Knowingly = knowingly }, ct);
    }

    private async Task<IActionResult> ActAsync(long id, QueueAct act, CancellationToken ct)
    {
        var trimmed = act with { Note = act.Note.Trim() };
        if (trimmed.Note.Length > QueueDesk.LongestNote)
        {
            return await AgainAsync(
                id, act.Note, T($"La note a {trimmed.Note.Length} caractères; il y en a au plus {QueueDesk.LongestNote}.", $"The note has {trimmed.Note.Length} characters; at most {QueueDesk.LongestNote} fit."), ct);
        }

        switch (await desk.ActAsync(Staff, id, trimmed, ct))
        {
            case QueueAnswer.Unknown:
                return NotFound();
            case QueueAnswer.Held:
                return await AgainAsync(id, act.Note, null, ct);
            case QueueAnswer.Settled:
                return await AgainAsync(id, act.Note, T("Ce rappel a déjà changé d'état; rien n'a été changé.", "This call-back has already changed; nothing was changed."), ct);
            case QueueAnswer.Changed:
                if (!await LoadAsync(id, ct)) return NotFound();
                Note = act.Note;
                Differences = [new FieldDifference(T("Ce qui a été fait", "What was done"), Latest(), Yours(trimmed))];
                return Page();
            default:
                return Next(id, act);
        }
    }

    private IActionResult Next(long id, QueueAct act)
    {
        switch (act.Action)
        {
            case QueueActions.Done:
                Done("C'est noté : ce rappel est terminé.", "Noted: this call-back is done.");
                return Redirect("/console/queue");
            case QueueActions.Pass:
                Done($"C'est noté : {act.To?.Name} a maintenant ce rappel.", $"Noted: {act.To?.Name} now has this call-back.");
                return Redirect("/console/queue");
            case QueueActions.Release:
                Done("Ce rappel est de nouveau dans la file.", "This call-back is in the queue again.");
                return Redirect("/console/queue");
            default:
                Done("C'est noté.", "Noted.");
                return Redirect(string.Create(CultureInfo.InvariantCulture, $"/console/queue/{id}"));
        }
    }

    private async Task<IActionResult> AgainAsync(long id, string? note, string? mistake, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Note = note ?? "";
        Mistake = mistake ?? T($"{Item.Holder} l'a en main : cochez la case pour le reprendre. Rien n'a été changé.", $"{Item.Holder} has it in hand: tick the box to take it over. Nothing was changed.");
        return Page();
    }

    private string Latest() => History.Count == 0 ? "" : Says.Event(History[^1]) + (History[^1].Note.Length > 0 ? $" « {History[^1].Note} »" : "");

    private string Yours(QueueAct act)
    {
        var detail = act.Action == QueueActions.Done ? act.Outcome : act.To?.Name ?? "";
        return Says.Event(new QueueEvent { At = Now, Who = Staff.Name, Action = act.Action, Detail = detail, Note = "" }) + (act.Note.Length > 0 ? $" « {act.Note} »" : "");
    }

    private async Task<bool> LoadAsync(long id, CancellationToken ct)
    {
        if (await queue.FindAsync(id, ct) is not { } item) return false;
        Item = item;
        History = await queue.HistoryAsync(id, ct);
        Also = item.PhoneTail.Length > 0 ? await queue.AlsoAsync(item, ct) : [];
        Colleagues = [.. (await accounts.ListAsync(ct)).Where(account => account is { Disabled: false, PasswordHash: not null } && account.Id != item.HolderId && StaffRoles.Includes(account.Role, Policies.Act))];
        return true;
    }
}
