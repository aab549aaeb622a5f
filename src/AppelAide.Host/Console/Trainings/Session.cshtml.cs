using AppelAide.Host.Callers;
using AppelAide.Host.Console.Directory;
using AppelAide.Host.Directory.Editing;
using AppelAide.Host.Staff;
using AppelAide.Host.Trainings;
using AppelAide.Host.Trainings.Desk;
using AppelAide.Host.Trainings.Messages;
using AppelAide.Host.Trainings.Registrations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AppelAide.Host.Console.Trainings;

/// <summary>A session: who is in it, who is told, and what staff do for people.</summary>
[Authorize(Policy = Policies.Listen)]
internal sealed class SessionModel(
    SessionBook book, SessionDesk desk, RegistrationDesk registrations, NoticeReader notices, NoticeDesk noticeDesk, SessionEditor editor, TrainingTexts texts,
    CallerStore callers, FormReceipts receipts, AuditLog audit) : ConsolePageModel
{
    // Two texts, with the words around.
    private const int LongestNote = 200;
    private const int LongestName = 100;
    private const int MostChanges = 20;

    /// <summary>The session and its people.</summary>
    public SessionSheet Sheet { get; private set; } = null!;

    /// <summary>What each was told.</summary>
    public IReadOnlyDictionary<long, Notice> Notices { get; private set; } = new Dictionary<long, Notice>();

    /// <summary>What was changed of the session and of its training.</summary>
    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    /// <summary>What is wrong with what was typed, by form.</summary>
    public Dictionary<string, string> Mistakes { get; } = [];

    /// <summary>What was typed, by field.</summary>
    public Dictionary<string, string> Typed { get; } = [];

    /// <summary>A telephone that was just revealed, and whose code.</summary>
    public (string Code, string Number) Revealed { get; private set; } = ("", "");

    /// <summary>The people, those with a seat first.</summary>
    public IEnumerable<Registration> People => Sheet.Registered.Concat(Sheet.Offered).Concat(Sheet.Waiting).Concat(Sheet.Cancelled);

    /// <summary>Who would be told of a change.</summary>
    public int ToTell => Sheet.Rows.Count(row => row.State != Registration.Cancelled);

    /// <summary>Whom of them the line cannot tell.</summary>
    public int Unreachable => Sheet.Rows.Count(row => row.State != Registration.Cancelled && (row.Stopped || row.Tail.Length == 0));

    /// <summary>Whether it has begun.</summary>
    public bool HasBegun => Sheet.Session.Start <= Now;

    /// <summary>What a form held.</summary>
    public string Value(string field) => Typed.GetValueOrDefault(field, "");

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRegisterAsync(string id, string? phone, string? name, string? full, CancellationToken ct)
    {
        if (!May(Policies.Act)) return Forbid();
        if (!await LoadAsync(id, ct)) return NotFound();
        (Typed["phone"], Typed["name"], Typed["full"]) = ((phone ?? "").Trim(), Plain(name), full ?? "");
        if (DeskPhone.Read(Typed["phone"]) is not { } number) return Wrong("register", T("Ce n'est pas un numéro de téléphone. Écrivez-le comme 418 555-0142.", "This is not a telephone number. Write it as 418 555-0142."));
        if (Typed["name"].Length > LongestName) return Wrong("register", T("Le nom a plus de 100 caractères.", "The name is over 100 characters."));
        if (await receipts.WasTakenAsync(Sent, ct)) return Back(id);
        var answer = await registrations.RegisterAsync(id, number, Typed["name"], full == "wait", full == "overbook", ct);
        switch (answer.Result.Status)
        {
            case RegistrationStatus.Full:
                return Wrong("register", T("Il ne reste pas de place : dites plus bas ce que la personne préfère.", "No seat is left: say below what the person prefers."));
            case RegistrationStatus.Gone:
                return Wrong("register", T("La séance a commencé ou n'a pas lieu : on ne s'y inscrit plus.", "The session has begun or does not take place: nobody can register any more."));
            case RegistrationStatus.Already or RegistrationStatus.AlreadyWaiting:
                Done($"Cette personne est déjà inscrite; son code est {answer.Result.Registration?.Code}.", $"This person is registered already; the code is {answer.Result.Registration?.Code}.");
                break;
            case RegistrationStatus.Waiting:
                Done($"C'est noté : elle attend, au rang {answer.Result.Position}. Son code est {answer.Result.Registration?.Code}.", $"Noted: they wait, number {answer.Result.Position}. The code is {answer.Result.Registration?.Code}.");
                break;
            default:
                Done($"C'est fait : elle a une place. Son code est {answer.Result.Registration?.Code}.", $"Done: they have a seat. The code is {answer.Result.Registration?.Code}.");
                break;
        }

        await receipts.TakeAsync(Sent, ct);
        await audit.WriteAsync(Staff, "registration.add", $"session {id}, code {answer.Result.Registration?.Code}", ct);
        return Back(id);
    }

    public async Task<IActionResult> OnPostGiveBackAsync(string id, string? code, CancellationToken ct)
    {
        if (!May(Policies.Act)) return Forbid();
        if (await receipts.TakeAsync(Sent, ct))
        {
            var answer = await registrations.CancelAsync(id, code ?? "", ct);
            if (answer.Before is null) return NotFound();
            await audit.WriteAsync(Staff, "registration.cancel", $"session {id}, code {code}", ct);
        }

        Done("La place est rendue. Si quelqu'un attend, la ligne la lui offre.", "The seat is given back. If somebody waits, the line offers it to them.");
        return Back(id);
    }

    public async Task<IActionResult> OnPostReachedAsync(string id, string? code, CancellationToken ct)
    {
        if (!May(Policies.Act)) return Forbid();
        if ((await noticeDesk.ReachedAsync(id, code ?? "", ct)).Registration is null) return NotFound();
        if (await receipts.TakeAsync(Sent, ct)) await audit.WriteAsync(Staff, "registration.reached", $"session {id}, code {code}", ct);
        Done("C'est noté : cette personne le sait.", "Noted: this person knows.");
        return Back(id);
    }

    public async Task<IActionResult> OnPostRevealAsync(string id, string? code, CancellationToken ct)
    {
        if (!May(Policies.Act)) return Forbid();
        if (!await LoadAsync(id, ct) || Sheet.Rows.FirstOrDefault(row => row.Code == code) is not { } row) return NotFound();
        await audit.WriteAsync(Staff, "number.reveal", $"session {id}, code {code}", ct);
        var number = await callers.PhoneAsync(row.ContactId, ct);
        Revealed = (row.Code, number is { Length: > 0 } ? Telephone.Written(number, "", Words) : T("numéro masqué", "hidden number"));
        return Page();
    }

    public Task<IActionResult> OnPostCancelAsync(string id, string? version, string? note_fr, string? note_en, CancellationToken ct) => ChangeAsync(
        id, "cancel", new SessionWish(new SessionChange { TakesPlace = false }) { NoteFr = Plain(note_fr), NoteEn = Plain(note_en) }, "session.cancel", version,
        ("La séance est annulée. La ligne prévient les gens : regardez ici qui le sait et qui reste à appeler.", "The session is cancelled. The line tells people: see here who knows and who is to be called."),
        ct);

    public Task<IActionResult> OnPostRestoreAsync(string id, string? version, CancellationToken ct) => ChangeAsync(
        id, "restore", new SessionWish(new SessionChange { TakesPlace = true }), "session.restore", version, ("La séance a lieu, et la ligne le dit aux gens.", "The session takes place, and the line tells people."), ct);

    private async Task<IActionResult> ChangeAsync(string id, string form, SessionWish wish, string action, string? version, (string Fr, string En) done, CancellationToken ct)
    {
        if (!May(Policies.Act)) return Forbid();
        if (!await LoadAsync(id, ct)) return NotFound();
        (Typed["note_fr"], Typed["note_en"]) = (wish.NoteFr ?? "", wish.NoteEn ?? "");
        if (await receipts.WasTakenAsync(Sent, ct)) return Back(id);
        if (form == "cancel" && wish.NoteFr is null or "") return Wrong(form, T("Dites pourquoi, en français : les gens l'entendront.", "Say why, in French: people will hear it."));
        if (wish.NoteFr?.Length > LongestNote || wish.NoteEn?.Length > LongestNote) return Wrong(form, T("La raison tient en 200 caractères.", "The reason fits in 200 characters."));
        var outcome = await desk.ChangeAsync(
            id, wish, ct, new EditHand(Staff.Name, string.IsNullOrEmpty(version) ? null : version, scope =>
            {
                if (!receipts.Take(scope, Sent)) return false;
                audit.Write(scope, Staff, action, $"session {id}");
                return true;
            }));
        if (outcome.Answer.Status is EditStatus.Saved or EditStatus.SentBefore)
        {
            Done(done.Fr, done.En);
            return Back(id);
        }

        await LoadAsync(id, ct);
        return Wrong(form, T(outcome.Answer.Why.Fr, outcome.Answer.Why.En));
    }

    /// <summary>The mark of the session, for forms.</summary>
    public string Mark { get; private set; } = "";

    private async Task<bool> LoadAsync(string id, CancellationToken ct)
    {
        if (await book.SheetAsync(id, ct) is not { } sheet || await editor.ReadAsync(id, ct) is not { } record) return false;
        (Sheet, Mark) = (sheet, record.Mark);
        Notices = await notices.OfSessionAsync(id, ct);
        History =
        [
            .. (await editor.HistoryAsync(id, 0, MostChanges, ct)).Concat(await texts.HistoryAsync(sheet.Session.Training.Id, 0, MostChanges, ct))
                .OrderByDescending(change => change.Number).Take(MostChanges).Select(change => new HistoryEntry(change, RecordLabels.Lines(change, Words), false, "")),
        ];
        return true;
    }

    private PageResult Wrong(string form, string sentence)
    {
        Mistakes[form] = sentence;
        return Page();
    }

    private RedirectResult Back(string id) => Redirect($"/console/trainings/{Uri.EscapeDataString(id)}");

    private static string Plain(string? text) => string.Concat((text ?? "").Where(unit => !char.IsControl(unit))).Trim();
}
