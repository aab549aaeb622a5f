using AppelAide.Dialogue.Definition;
using AppelAide.Host.Callers;
using AppelAide.Host.Calls;
using AppelAide.Host.Calls.Review;
using AppelAide.Host.Directory;
using AppelAide.Host.Persistence;
using AppelAide.Host.Scripts;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Calls;

/// <summary>A conversation, as it went: what was said and heard, what staff add to it, and what it led to. Opening it is audited.</summary>
[Authorize(Policy = Policies.Listen)]
internal sealed class CallModel(
    Database database, CallLogReader log, CallNeighbours neighbours, CallConsequenceReader consequences, RecordingStore recordings, NoteStore notes, TagStore tags,
    TranscriptStore transcripts, CallerStore callers, FormReceipts receipts, AuditLog audit, ScriptLibrary scripts, DirectorySource directory) : ConsolePageModel
{
    private const string Returned = "call.returned";

    /// <summary>The conversation and its turns.</summary>
    public CallLogConversation Call { get; private set; } = null!;

    /// <summary>The scripts that it was held with.</summary>
    public Script Script { get; private set; } = null!;

    /// <summary>The other conversations of the same telephone.</summary>
    public (long? Previous, long? Next) Beside { get; private set; }

    /// <summary>What it led to.</summary>
    public IReadOnlyList<CallConsequence> LedTo { get; private set; } = [];

    /// <summary>What was recorded, each with what staff heard in it.</summary>
    public List<(Recording Recording, Transcript? Transcript)> Recordings { get; } = [];

    /// <summary>The notes.</summary>
    public IReadOnlyList<CallNote> Notes { get; private set; } = [];

    /// <summary>The tags.</summary>
    public IReadOnlyList<string> Tags { get; private set; } = [];

    /// <summary>Tags to choose from.</summary>
    public IReadOnlyList<string> KnownTags { get; private set; } = [];

    /// <summary>The number, when it was asked for; empty when it is hidden.</summary>
    public string? Number { get; private set; }

    /// <summary>What is wrong with what was typed, by field.</summary>
    public Dictionary<string, string> Mistakes { get; } = [];

    /// <summary>What was typed, by field, when it comes back.</summary>
    public Dictionary<string, string> Typed { get; } = [];

    /// <summary>What somebody else wrote of a recording meanwhile.</summary>
    public List<FieldDifference> Differences { get; } = [];

    /// <summary>Where the citizen is.</summary>
    public string Town => Call.Entry.PlaceId is { } place ? directory.Current.Places.Town(place) : "";

    /// <summary>A need's name.</summary>
    public string Need(string id) => Script.Needs.TryGetValue(id, out var need) ? need.Labels.GetValueOrDefault(Language, id) : id;

    /// <summary>What news were asked about.</summary>
    public string Topic(string id) => id switch
    {
        "news" => T("les nouvelles du coin", "the news of one's corner"),
        "training" => T("les formations", "trainings"),
        _ => Need(id),
    };

    /// <summary>A place's name.</summary>
    public string PlaceName(string id) => id.Length == 0 ? T("partout", "everywhere") : directory.Current.Places.Town(id);

    public async Task<IActionResult> OnGetAsync(long no, CancellationToken ct)
    {
        if (!await LoadAsync(no, ct)) return NotFound();
        // Who comes back from their own form has not opened it again.
        if (TempData[Returned] as string != Subject(no)) await audit.WriteAsync(Staff, "call.open", Subject(no), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostNoteAsync(long no, string? note, CancellationToken ct)
    {
        if (!May(Policies.Act)) return Forbid();
        var words = (note ?? "").Trim().ReplaceLineEndings("\n");
        if (words.Length is 0 or > NoteStore.Longest)
        {
            return await AgainAsync(no, "note", words, words.Length == 0
                ? T("Écrivez la note.", "Write the note.")
                : T($"La note est trop longue : {NoteStore.Longest} caractères au plus.", $"The note is too long: at most {NoteStore.Longest} characters."), ct);
        }

        var exists = await database.WriteAsync(scope => !receipts.Take(scope, Sent) || notes.Add(scope, no, Staff, words, Now), ct);
        return exists ? Back(no, "La note est ajoutée.", "The note is added.", "notes") : NotFound();
    }

    public async Task<IActionResult> OnPostTagAsync(long no, string? tag, CancellationToken ct)
    {
        if (!May(Policies.Act)) return Forbid();
        if (TagStore.Normal(tag) is not { Length: > 0 } word) return await AgainAsync(no, "tag", tag ?? "", T("Écrivez un mot.", "Write a word."), ct);
        await database.WriteAsync(scope => receipts.Take(scope, Sent) && tags.Add(scope, no, Staff, word, Now), ct);
        return Back(no, "L'étiquette est mise.", "The tag is on.", "tags");
    }

    public async Task<IActionResult> OnPostUntagAsync(long no, string? tag, CancellationToken ct)
    {
        if (!May(Policies.Act)) return Forbid();
        await database.WriteAsync(scope => receipts.Take(scope, Sent) && tags.Remove(scope, no, tag ?? ""), ct);
        return Back(no, "L'étiquette est enlevée.", "The tag is off.", "tags");
    }

    public async Task<IActionResult> OnPostTranscriptAsync(long no, long recording, int version, string? words, CancellationToken ct)
    {
        if (!May(Policies.Act)) return Forbid();
        if (await recordings.FindAsync(recording, ct) is not { } one || one.ConversationNo != no) return NotFound();
        var typed = (words ?? "").Trim().ReplaceLineEndings("\n");
        if (typed.Length > TranscriptStore.Longest)
            return await AgainAsync(no, $"words-{recording}", typed, T($"C'est trop long : {TranscriptStore.Longest} caractères au plus.", $"This is too long: at most {TranscriptStore.Longest} characters."), ct);
        try
        {
            await database.WriteAsync(
                scope =>
                {
                    if (receipts.Take(scope, Sent)) transcripts.Save(scope, recording, version, typed, Staff, Now);
                },
                ct);
            return Back(no, "La transcription est enregistrée.", "The transcript is saved.", "recordings");
        }
        catch (StaleTranscriptException)
        {
            if (!await LoadAsync(no, ct)) return NotFound();
            Typed[$"words-{recording}"] = typed;
            Differences.Add(new(T("Transcription", "Transcript"), Recordings.Find(pair => pair.Recording.Id == recording).Transcript?.Words ?? "", typed));
            return Page();
        }
    }

    public async Task<IActionResult> OnPostRevealAsync(long no, CancellationToken ct)
    {
        if (!May(Policies.Act)) return Forbid();
        if (!await LoadAsync(no, ct)) return NotFound();
        // Written down first: a number that was seen is a number that was asked for.
        await audit.WriteAsync(Staff, "number.reveal", Subject(no), ct);
        Number = await callers.PhoneAsync(Call.Entry.CallerId, ct) is ['+', ..] phone ? phone : "";
        return Page();
    }

    private async Task<IActionResult> AgainAsync(long no, string field, string typed, string mistake, CancellationToken ct)
    {
        if (!await LoadAsync(no, ct)) return NotFound();
        (Mistakes[field], Typed[field]) = (mistake, typed);
        return Page();
    }

    private RedirectResult Back(long no, string french, string english, string part)
    {
        Done(french, english);
        TempData[Returned] = Subject(no);
        return Redirect($"/console/calls/{no}#{part}");
    }

    private async Task<bool> LoadAsync(long no, CancellationToken ct)
    {
        if (await log.FindAsync(no, ct) is not { } call) return false;
        Call = call;
        Script = await scripts.VersionAsync(call.Entry.ScriptVersion, ct);
        Beside = await neighbours.FindAsync(no, call.Entry.CallerId, ct);
        LedTo = await consequences.ListAsync(no, call.Entry.CallerId, ct);
        foreach (var recording in await recordings.ListAsync(no, call.Entry.CallerId, ct)) Recordings.Add((recording, await transcripts.FindAsync(recording.Id, ct)));
        Notes = await notes.ListAsync(no, ct);
        Tags = await tags.ListAsync(no, ct);
        KnownTags = May(Policies.Act) ? await tags.LatestAsync(100, ct) : [];
        return true;
    }

    private static string Subject(long no) => $"call {no}";
}
