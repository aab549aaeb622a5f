using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Import;
using AppelAide.Host.Scripts;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Directory;

/// <summary>Brings in a publisher's file: checked first, then applied when staff say so.</summary>
[Authorize(Policy = Policies.Coordinate)]
[UploadLimit(100_000_000, "/console/directory/import?refused=size")]
internal sealed class ImportModel(ImportDesk desk, ImportLog log, FormReceipts receipts, AuditLog audit, ReachStore reach, DirectorySource directory, ScriptLibrary scripts) : ConsolePageModel
{
    private const int MostPast = 10;
    private const int LongestSource = 100;

    /// <summary>The file that is being brought in; null for none.</summary>
    public ImportJob? Job => desk.Current;

    /// <summary>Imports that were.</summary>
    public IReadOnlyList<PastImport> Past { get; private set; } = [];

    /// <summary>What citizens can find now; null before a file was brought in.</summary>
    public DirectoryReach? Reach { get; private set; }

    /// <summary>What is wrong; empty for nothing.</summary>
    public string Mistake { get; private set; } = "";

    /// <summary>Who publishes it, as it was typed.</summary>
    public string Source { get; private set; } = "";

    public async Task OnGetAsync(string? refused, CancellationToken ct)
    {
        if (refused == "size")
            Mistake = T("Ce fichier est trop gros : la page en prend de 100 Mo au plus. Compressez-le en .zip, ou demandez à qui tient le serveur de l'importer.", "This file is too large: the page takes at most 100 MB. Compress it as .zip, or ask whoever keeps the server to import it.");
        Past = await log.ListAsync(MostPast, ct);
        if (Job is not { Stage: ImportStage.Applied }) return;
        await directory.RefreshAsync(ct);
        Reach = await reach.MeasureAsync(directory.Current, scripts.Live, ct);
    }

    public async Task<IActionResult> OnPostCheckAsync(IFormFile? file, string? source, bool retire, CancellationToken ct)
    {
        Source = string.Concat((source ?? "").Where(unit => !char.IsControl(unit))).Trim();
        if (file is null || file.Length == 0) return await WrongAsync(T("Choisissez un fichier qui n'est pas vide.", "Choose a file that is not empty."), ct);
        if (Source.Length is 0 or > LongestSource) return await WrongAsync(T("Dites qui publie ce fichier, en 100 caractères au plus.", "Say who publishes this file, in at most 100 characters."), ct);
        if (Source is "sample" or "console") return await WrongAsync(T("Ce nom est pris par la ligne : dites-en un autre.", "This name is the line's own: say another one."), ct);
        if (Path.GetExtension(file.FileName).ToUpperInvariant() is not (".ZIP" or ".JSON" or ".CSV"))
            return await WrongAsync(T("La page lit des fichiers .zip, .json ou .csv.", "The page reads .zip, .json or .csv files."), ct);
        if (!await receipts.TakeAsync(Sent, ct)) return RedirectToPage();
        var path = desk.PathFor(file.FileName);
        await using (var kept = System.IO.File.Create(path))
            await file.CopyToAsync(kept, ct);
        var request = new ImportRequest(path, Source, Staff.Name) { RetireMissing = retire };
        if (!desk.Check(Path.GetFileName(file.FileName), request)) return await WrongAsync(T("Un autre fichier est en cours : attendez qu'il soit fini.", "Another file is being worked at: wait until it is done."), ct);
        await audit.WriteAsync(Staff, "directory.check", $"source {Source}", ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostApplyAsync(string? id, CancellationToken ct)
    {
        if (await receipts.TakeAsync(Sent, ct) && desk.Apply(id ?? "")) await audit.WriteAsync(Staff, "directory.import", $"source {Job?.Request.Source}", ct);
        return RedirectToPage();
    }

    public IActionResult OnPostForget(string? id)
    {
        desk.Forget(id ?? "");
        return RedirectToPage();
    }

    /// <summary>A kind of record, as people call it.</summary>
    public string KindOf(string kind) => kind switch
    {
        "organization" => T("organismes", "organizations"),
        "service" => T("services", "services"),
        "location" => T("lieux", "places"),
        "service_at_location" => T("services à une adresse", "services at an address"),
        "phone" => T("téléphones", "telephones"),
        "schedule" => T("lignes d'heures", "rows of hours"),
        "address" => T("adresses", "addresses"),
        "language" => T("langues", "languages"),
        "attribute" => T("catégories données", "categories given"),
        "taxonomy_term" => T("catégories", "categories"),
        "taxonomy" => T("taxonomies", "taxonomies"),
        "service_area" => T("territoires", "areas"),
        "required_document" => T("choses à apporter", "things to bring"),
        "accessibility" => T("accès", "accessibility"),
        "cost_option" => T("prix", "prices"),
        _ => kind,
    };

    private async Task<IActionResult> WrongAsync(string sentence, CancellationToken ct)
    {
        Mistake = sentence;
        Past = await log.ListAsync(MostPast, ct);
        return Page();
    }
}
