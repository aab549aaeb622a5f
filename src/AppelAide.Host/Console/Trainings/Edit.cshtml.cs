using System.Globalization;
using AppelAide.Host.Console.Directory;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Editing;
using AppelAide.Host.Staff;
using AppelAide.Host.Trainings;
using AppelAide.Host.Trainings.Desk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Trainings;

/// <summary>Changes a session (date, hours, place, seats) and what is said of its training.</summary>
[Authorize(Policy = Policies.Act)]
internal sealed class EditModel(SessionBook book, SessionDesk desk, SessionEditor editor, TrainingTexts texts, DirectorySource source, FormReceipts receipts, AuditLog audit) : ConsolePageModel
{
    private const int LongestNote = 200;
    private const int LongestVenue = 300;

    /// <summary>The session and its people.</summary>
    public SessionSheet Sheet { get; private set; } = null!;

    /// <summary>The marks of the session and of its training.</summary>
    public (string Session, string Texts) Marks { get; private set; } = ("", "");

    /// <summary>What the form of the session holds.</summary>
    public Dictionary<string, string> Values { get; private set; } = [];

    /// <summary>What the form of the texts holds.</summary>
    public Dictionary<string, string> Said { get; private set; } = [];

    /// <summary>What is wrong, by field; the whole form under its name.</summary>
    public Dictionary<string, string> Mistakes { get; } = [];

    /// <summary>What somebody else changed meanwhile.</summary>
    public IReadOnlyList<FieldDifference> Differences { get; private set; } = [];

    /// <summary>Where sessions are given.</summary>
    public IReadOnlyList<(string Id, string Name)> Places { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSessionAsync(string id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var (now, mark) = (Values, Marks.Session);
        Values = now.Keys.Append("overbook").Append("note_fr").Append("note_en").Distinct().ToDictionary(field => field, field => Typed(field, now.GetValueOrDefault(field, "")));
        if (await receipts.WasTakenAsync(Sent, ct)) return Back(id);
        if (Request.Form["version"].ToString() is { Length: > 0 } seen && seen != mark)
        {
            Differences = [.. now.Where(field => field.Value != Values[field.Key]).Select(field => new FieldDifference(Label(field.Key), Told(field.Key, field.Value), Told(field.Key, Values[field.Key])))];
            if (Differences.Count > 0) return Page();
        }

        if (Read(now) is not { } change) return Page();
        var outcome = await desk.ChangeAsync(
            id, new SessionWish(change) { NoteFr = Values["note_fr"] is { Length: > 0 } fr ? fr : null, NoteEn = Values["note_en"] is { Length: > 0 } en ? en : null, Overbooks = Values["overbook"].Length > 0 }, ct,
            new EditHand(Staff.Name, mark, Begin("session.edit", $"session {id}")));
        switch (outcome.Answer.Status)
        {
            case EditStatus.Saved or EditStatus.SentBefore:
                Done(
                    outcome.IsTold ? $"C'est enregistré. La ligne prévient {Words.People(outcome.ToTell)}." : "C'est enregistré. Personne n'en est prévenu.",
                    outcome.IsTold ? $"Saved. The line tells {Words.People(outcome.ToTell)}." : "Saved. Nobody is told of that.");
                return Back(id);
            default:
                Mistakes["session"] = T(outcome.Answer.Why.Fr, outcome.Answer.Why.En);
                return Page();
        }
    }

    public async Task<IActionResult> OnPostTextsAsync(string id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var now = Said;
        Said = TrainingTexts.Fields.ToDictionary(field => field, field => Typed(field, now[field]));
        if (await receipts.WasTakenAsync(Sent, ct)) return Back(id);
        var (status, mistakes) = await texts.SaveAsync(
            Sheet.Session.Training.Id, Said, new EditHand(Staff.Name, Request.Form["version"].ToString(), Begin("training.edit", $"training {Sheet.Session.Training.Id}")), ct);
        foreach (var mistake in mistakes) Mistakes[mistake.Input] = T(mistake.Fr, mistake.En);
        switch (status)
        {
            case EditStatus.Overtaken:
                Differences = [.. now.Where(field => field.Value != Said[field.Key]).Select(field => new FieldDifference(Label(field.Key), field.Value, Said[field.Key]))];
                return Page();
            case EditStatus.Wrong:
                return Page();
            case EditStatus.Gone:
                return NotFound();
            default:
                Done("C'est enregistré : la ligne le dit ainsi dès maintenant.", "Saved: the line says it so from now on.");
                return Back(id);
        }
    }

    /// <summary>What a field is called.</summary>
    public string Label(string field) => RecordLabels.Field(field, Words);

    private Func<Persistence.WriteScope, bool> Begin(string action, string subject) => scope =>
    {
        if (!receipts.Take(scope, Sent)) return false;
        audit.Write(scope, Staff, action, subject);
        return true;
    };

    private SessionChange? Read(Dictionary<string, string> now)
    {
        var change = new SessionChange
        {
            Date = Changed("date") is { } date ? DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Wrong<DateOnly>("date", T("Ce n'est pas une date.", "This is not a date.")) : null,
            StartsAt = Changed("starts_at") is { } starts ? Time("starts_at", starts) : null,
            EndsAt = Changed("ends_at") is { } ends ? Time("ends_at", ends) : null,
            LocationId = Changed("location_id"),
            Venue = Changed("venue"),
            Seats = Changed("seats") is { } seats
                ? int.TryParse(seats, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 500 ? number : Wrong<int>("seats", T("Il faut de 1 à 500 places.", "Seats must be from 1 to 500."))
                : null,
        };
        if (Values["venue"].Length > LongestVenue) Mistakes["venue"] = T("Cela tient en 300 caractères.", "This fits in 300 characters.");
        foreach (var note in new[] { "note_fr", "note_en" }.Where(note => Values[note].Length > LongestNote)) Mistakes[note] = T("La raison tient en 200 caractères.", "The reason fits in 200 characters.");
        if (change.Seats < Sheet.Taken && Values["overbook"].Length == 0)
            Mistakes["seats"] = T($"{Sheet.Taken} places sont prises. Cochez la case plus bas si vous le voulez quand même.", $"{Sheet.Taken} seats are taken. Tick the box below if you mean it all the same.");
        return Mistakes.Count == 0 ? change : null;

        string? Changed(string field) => Values[field] != now[field] ? Values[field] : null;
    }

    private TimeOnly? Time(string field, string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : Wrong<TimeOnly>(field, T("L'heure s'écrit comme 13:30.", "The hour is written as 13:30."));

    private T? Wrong<T>(string field, string sentence)
        where T : struct
    {
        Mistakes[field] = sentence;
        return null;
    }

    private async Task<bool> LoadAsync(string id, CancellationToken ct)
    {
        if (await book.SheetAsync(id, ct) is not { } sheet || await editor.ReadAsync(id, ct) is not { } record || await texts.ReadAsync(sheet.Session.Training.Id, ct) is not { } said) return false;
        var session = sheet.Session;
        (Sheet, Said, Marks) = (sheet, said, (record.Mark, TrainingTexts.MarkOf(said)));
        Values = new()
        {
            ["date"] = session.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["starts_at"] = session.StartsAt.ToString("HH:mm", CultureInfo.InvariantCulture),
            ["ends_at"] = session.EndsAt.ToString("HH:mm", CultureInfo.InvariantCulture),
            ["location_id"] = session.Location.Id,
            ["venue"] = session.Venue,
            ["seats"] = session.Seats?.ToString(CultureInfo.InvariantCulture) ?? "",
        };
        Places =
        [
            .. source.Current.AllSessions.Select(other => other.Location).DistinctBy(place => place.Id)
                .Select(place => (place.Id, Name: string.Join(", ", new[] { place.Name, place.Address }.Where(part => part.Length > 0)))).OrderBy(place => place.Name, StringComparer.CurrentCulture),
        ];
        return true;
    }

    private string Told(string field, string value) => field == "location_id" ? Places.FirstOrDefault(place => place.Id == value).Name ?? value : value;

    private string Typed(string field, string otherwise) =>
        Request.Form.TryGetValue(field, out var typed) ? string.Concat(typed.ToString().ReplaceLineEndings("\n").Where(unit => unit == '\n' || !char.IsControl(unit))).Trim() : otherwise;

    private RedirectResult Back(string id) => Redirect($"/console/trainings/{Uri.EscapeDataString(id)}");
}
