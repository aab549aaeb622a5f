using System.Globalization;
using AppelAide.Host.Bulletins;
using AppelAide.Host.Conversations;
using AppelAide.Host.Staff;
using AppelAide.Host.Trainings.Desk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Bulletins;

/// <summary>One bulletin: read it as it arrives, try it on one's own telephone, send it, watch it, stop it.</summary>
[Authorize(Policy = Policies.Coordinate)]
internal sealed class BulletinModel(BulletinService bulletins, BulletinStore store, FormReceipts receipts, AuditLog audit, LineClock clock) : ConsolePageModel
{
    private BulletinWords? says;

    /// <summary>How the page speaks of bulletins.</summary>
    public BulletinWords Says => says ??= new(Words);

    /// <summary>All of it.</summary>
    public BulletinReport Report { get; private set; } = null!;

    /// <summary>What it is about.</summary>
    public string Topic => bulletins.TopicName(Report.Bulletin.Topic, Language);

    /// <summary>Where it is for.</summary>
    public IReadOnlyList<string> Places => [.. bulletins.PlaceNames(Report.Bulletin)];

    /// <summary>What is wrong with a test.</summary>
    public string TestMistake { get; private set; } = "";

    /// <summary>What is wrong with a sending.</summary>
    public string SendMistake { get; private set; } = "";

    /// <summary>What was typed.</summary>
    public string Phone { get; private set; } = "";

    /// <summary>What was typed.</summary>
    public string At { get; private set; } = "";

    /// <summary>What was chosen.</summary>
    public string When { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostTestAsync(long id, string? phone, string? once, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Phone = phone ?? "";
        if (DeskPhone.Read(phone ?? "") is not { } number)
        {
            TestMistake = T("Écrivez un numéro de téléphone, comme 418 555-0142.", "Type a telephone number, such as 418 555-0142.");
            return Page();
        }

        try
        {
            if (await receipts.TakeAsync(once, ct))
            {
                await bulletins.TestAsync(id, number, ct);
                await audit.WriteAsync(Staff, "bulletin.test", Subject(id), ct);
            }
        }
        catch (BulletinException error)
        {
            TestMistake = Told(error);
            return Page();
        }

        Done("Les deux textos partent vers ce téléphone.", "Both texts are on their way to that telephone.");
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostScheduleAsync(long id, int version, string? when, string? at, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        (When, At) = (when ?? "", at ?? "");
        if (When is not ("at" or "now"))
        {
            SendMistake = T("Choisissez quand il part.", "Choose when it leaves.");
            return Page();
        }

        DateTime? local = null;
        if (When == "at")
        {
            if (!DateTime.TryParseExact(At, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            {
                SendMistake = T("Écrivez la date et l'heure.", "Type the date and the hour.");
                return Page();
            }

            local = moment;
        }

        try
        {
            await bulletins.ScheduleAsync(id, local, ct, version);
        }
        catch (BulletinException error)
        {
            await LoadAsync(id, ct);
            if (Report.Bulletin is { State: "scheduled" or "planned", DueAt: { } due })
            {
                // The same form, sent twice; or a colleague was faster, and wants another moment.
                var isSame = local is { } asked ? clock.ToInstant(asked) == due : due <= clock.Now;
                if (!isSame) Done($"Quelqu'un l'avait déjà prévu, à partir du {Words.Moment(due)}. Rien n'a changé : annulez-le si ce n'est pas le bon moment.", $"Somebody had scheduled it already, from {Words.Moment(due)} on. Nothing has changed: cancel it if the moment is wrong.");
                return RedirectToPage(new { id });
            }

            SendMistake = Told(error);
            return Page();
        }

        await audit.WriteAsync(Staff, "bulletin.schedule", Subject(id), ct);
        Done("Le bulletin partira, à une heure convenable là où chaque personne habite.", "The bulletin will leave, when the hour is decent where each person lives.");
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostCancelAsync(long id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (Report.Bulletin.State != "cancelled")
        {
            try
            {
                var left = await bulletins.CancelAsync(id, ct);
                await audit.WriteAsync(Staff, "bulletin.cancel", Subject(id), ct);
                Done($"Le bulletin est annulé. Messages retirés : {Words.Number(left)}.", $"The bulletin is cancelled. Messages taken back: {Words.Number(left)}.");
            }
            catch (BulletinException)
            {
                // Somebody else cancelled it meanwhile: the page shows it so.
            }
        }

        return RedirectToPage(new { id });
    }

    private async Task<bool> LoadAsync(long id, CancellationToken ct)
    {
        if (await store.FindAsync(id, ct) is null) return false;
        Report = await bulletins.ShowAsync(id, ct);
        return true;
    }

    private string Told(BulletinException error) => string.Join(' ', error.Told.Select(mistake => T(mistake.French, mistake.English)));

    private static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"bulletin {id}");
}
