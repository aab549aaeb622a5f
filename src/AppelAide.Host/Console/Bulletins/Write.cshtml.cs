using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AppelAide.Host.Bulletins;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Bulletins;

/// <summary>A bulletin is written, or a draft written anew; checked as often as one likes before it is kept.</summary>
[Authorize(Policy = Policies.Coordinate)]
internal sealed partial class WriteModel(BulletinService bulletins, BulletinStore store, FormReceipts receipts, AuditLog audit) : ConsolePageModel
{
    /// <summary>The longest text that is looked at: what fits is a tenth of it.</summary>
    public const int Longest = 3000;

    private BulletinWords? says;

    /// <summary>How the page speaks of bulletins.</summary>
    public BulletinWords Says => says ??= new(Words);

    /// <summary>What it may be about.</summary>
    public IEnumerable<(string Id, string Name)> Topics => bulletins.TopicIds.Select(topic => (topic, bulletins.TopicName(topic, Language)));

    /// <summary>The draft; null for a new one.</summary>
    public long? Id { get; private set; }

    [BindProperty(Name = "version")]
    public int Version { get; set; }

    [BindProperty(Name = "topic")]
    public string? Topic { get; set; }

    /// <summary>One a line.</summary>
    [BindProperty(Name = "places")]
    public string? Places { get; set; }

    [BindProperty(Name = "fr")]
    public string? French { get; set; }

    [BindProperty(Name = "en")]
    public string? English { get; set; }

    /// <summary>What is wrong, a sentence each.</summary>
    public IReadOnlyList<BulletinMistake> Mistakes { get; private set; } = [];

    /// <summary>What is wrong with a field, or with none of them; in the language of the page.</summary>
    public IEnumerable<string> MistakesOf(string field) => Mistakes.Where(mistake => mistake.Field == field).Select(mistake => T(mistake.French, mistake.English));

    /// <summary>How the texts arrive; none before a check.</summary>
    public ImmutableArray<BulletinText> Texts { get; private set; } = [];

    /// <summary>Who gets it; null before a check, or while something is wrong.</summary>
    public BulletinReport? Report { get; private set; }

    /// <summary>What somebody else changed meanwhile.</summary>
    public IReadOnlyList<FieldDifference> Differences { get; private set; } = [];

    /// <summary>Where a button sends the form: an identifier that is missing leaves no trace in the address.</summary>
    public string Address(string handler) =>
        string.Create(CultureInfo.InvariantCulture, $"/console/messages/bulletins/write{(Id is { } id ? $"/{id}" : "")}?handler={handler}");

    public async Task<IActionResult> OnGetAsync(long? id, long? from, CancellationToken ct)
    {
        Id = id;
        if ((id ?? from) is not { } source) return Page();
        if (await store.FindAsync(source, ct) is not { } bulletin || (id is not null && bulletin.State != "draft")) return NotFound();
        (Version, Topic, Places, French, English) = (bulletin.Version, bulletin.Topic, Lines(bulletin), bulletin.BodyFr, bulletin.BodyEn);
        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync(long? id, CancellationToken ct)
    {
        Id = id;
        _ = Sent;
        await CheckAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(long? id, CancellationToken ct)
    {
        Id = id;
        var once = Sent;
        if (!await CheckAsync(ct)) return Page();
        if (id is { } known) return await RewriteAsync(known, ct);
        if (!await receipts.TakeAsync(once, ct)) return Redirect("/console/messages/bulletins");
        var written = (await bulletins.WriteAsync(Draft(), ct)).Bulletin.Id;
        await audit.WriteAsync(Staff, "bulletin.write", Subject(written), ct);
        Done("Le brouillon est gardé. Rien n'est envoyé encore.", "The draft is kept. Nothing is sent yet.");
        return Redirect(PageOf(written));
    }

    private async Task<IActionResult> RewriteAsync(long id, CancellationToken ct)
    {
        if (await bulletins.RewriteAsync(id, Version, Draft(), ct))
        {
            await audit.WriteAsync(Staff, "bulletin.write", Subject(id), ct);
            Done("Le brouillon est gardé. Rien n'est envoyé encore.", "The draft is kept. Nothing is sent yet.");
            return Redirect(PageOf(id));
        }

        if (await store.FindAsync(id, ct) is not { } bulletin) return NotFound();
        var mine = Report!.Bulletin;
        // The same form, sent twice: what is there is what was typed.
        if ((bulletin.Topic, bulletin.Places, bulletin.BodyFr, bulletin.BodyEn) == (mine.Topic, mine.Places, mine.BodyFr, mine.BodyEn)) return Redirect(PageOf(id));
        if (bulletin.State != "draft")
        {
            Mistakes = [new("Ce bulletin n'est plus un brouillon : copiez votre texte dans un nouveau.", "This bulletin is no longer a draft: copy your text into a new one.")];
            return Page();
        }

        Differences = [.. Differing(bulletin, mine)];
        Version = bulletin.Version;
        ModelState.Remove("version");
        return Page();
    }

    private IEnumerable<FieldDifference> Differing(Bulletin theirs, Bulletin mine)
    {
        if (theirs.Topic != mine.Topic) yield return new(T("Sujet", "Topic"), bulletins.TopicName(theirs.Topic, Language), bulletins.TopicName(mine.Topic, Language));
        if (theirs.Places != mine.Places) yield return new(T("Lieux", "Places"), Lines(theirs), Lines(mine));
        if (theirs.BodyFr != mine.BodyFr) yield return new(T("Texte français", "French text"), theirs.BodyFr, mine.BodyFr);
        if (theirs.BodyEn != mine.BodyEn) yield return new(T("Texte anglais", "English text"), theirs.BodyEn, mine.BodyEn);
    }

    private async Task<bool> CheckAsync(CancellationToken ct)
    {
        if ((French ?? "").Length > Longest || (English ?? "").Length > Longest)
        {
            Mistakes = [new($"Un texte a au plus {Longest} caractères.", $"A text has at most {Longest} characters.")];
            return false;
        }

        Texts = bulletins.Compose(French ?? "", English ?? "");
        try
        {
            Report = await bulletins.CheckAsync(Draft(), ct);
            return true;
        }
        catch (BulletinException error)
        {
            Mistakes = error.Told;
            return false;
        }
    }

    // "Gaspé, MRC La Côte-de-Gaspé (03005)" is the place of that number: the page writes them so, and names them so where there are several.
    private BulletinDraft Draft() => new(
        Topic ?? "",
        [.. (Places ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => Numbered().Match(line) is { Success: true } match ? match.Groups[1].Value : line)],
        French ?? "",
        English ?? "",
        Staff.Name);

    private string Lines(Bulletin bulletin) => string.Join('\n', bulletin.PlaceIds.Zip(bulletins.PlaceNames(bulletin), (id, name) => $"{name} ({id})"));

    private static string PageOf(long id) => string.Create(CultureInfo.InvariantCulture, $"/console/messages/bulletins/{id}");

    private static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"bulletin {id}");

    [GeneratedRegex(@"\(([\w-]+)\)$")]
    private static partial Regex Numbered();
}
