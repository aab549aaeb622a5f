using System.Globalization;
using AppelAide.Host.Calls;
using AppelAide.Host.Calls.Review;
using AppelAide.Host.Console.Words;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Scripts;
using AppelAide.Host.Staff;
using CsvHelper;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Calls;

/// <summary>What is filtered, as a table for a spreadsheet, sent while it is read. A field that a spreadsheet would run as a formula is given an apostrophe.</summary>
[Authorize(Policy = Policies.Act)]
internal sealed class ExportModel(CallSearch search, CallQueryReader queries, AuditLog audit, ScriptLibrary scripts, DirectorySource directory, LineClock clock, TimeProvider time) : ConsolePageModel
{
    private const int AtOnce = 250;

    /// <summary>Callers come first: an export rests so many times as long as it works.</summary>
    private const int Rest = 9;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var query = queries.Read(field => Request.Query[field]);
        // Words and tags may hold anything, a telephone number too: they are not told.
        var asked = string.Join(' ', query.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key is "words" or "tag" or "place" ? pair.Key : $"{pair.Key}={pair.Value}"));
        await audit.WriteAsync(Staff, "calls.export", asked.Length == 0 ? "all" : asked, ct);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{T("appels", "calls")}-{Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv\"";
        using var buffer = new MemoryStream();
        // Excel in French parts columns by semicolons, in English by commas.
        var options = new CsvWriterOptions { WriteByteOrderMark = true, Injection = CsvInjection.Escape, Separator = Language == "fr" ? ';' : ',' };
        using var writer = CsvWriter.Create(buffer, options, leaveOpen: true);
        foreach (var column in Columns()) writer.WriteField(column);
        writer.EndRecord();
        var begun = time.GetTimestamp();
        await foreach (var batch in search.AllAsync(query.Filter, AtOnce, ct))
        {
            foreach (var entry in batch)
            {
                foreach (var field in Fields(entry)) writer.WriteField(field);
                writer.EndRecord();
            }

            await SendAsync();
            await Task.Delay(Rest * time.GetElapsedTime(begun), time, ct);
            begun = time.GetTimestamp();
        }

        await SendAsync();
        return new EmptyResult();

        async Task SendAsync()
        {
            writer.Flush();
            await Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), ct);
            buffer.SetLength(0);
        }
    }

    private string[] Columns() => Language == "fr"
        ? ["numéro", "date", "heure", "par", "langue", "lieu", "résultat", "dernière étape", "secondes", "échanges", "téléphone", "essai"]
        : ["number", "date", "time", "by", "language", "place", "outcome", "last step", "seconds", "turns", "telephone", "trial"];

    private string[] Fields(CallLogEntry entry)
    {
        var began = clock.ToLocal(entry.StartedAt);
        return
        [
            entry.No.ToString(CultureInfo.InvariantCulture),
            began.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            began.ToString("HH:mm", CultureInfo.InvariantCulture),
            Say(CallWords.Of(entry.Channel)),
            Say(CallWords.Language(entry.Language)),
            entry.PlaceId is { } place ? directory.Current.Places.Town(place) : "",
            Say(CallWords.Outcome(entry.Outcome)),
            entry.LastNode is { } node ? Say(StepWords.Step(scripts.Live, node)) : "",
            entry.Seconds?.ToString(CultureInfo.InvariantCulture) ?? "",
            entry.Turns.ToString(CultureInfo.InvariantCulture),
            entry.PhoneTail.Length > 0 ? "…" + entry.PhoneTail : "",
            entry.Trial ? T("oui", "yes") : "",
        ];
    }

    private string Say(Bilingual words) => T(words.Fr, words.En);
}
