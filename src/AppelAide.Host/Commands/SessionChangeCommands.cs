using System.CommandLine;
using AppelAide.Host.Trainings;
using AppelAide.Host.Trainings.Desk;

namespace AppelAide.Host.Commands;

/// <summary><c>training change</c>, <c>cancel</c> and <c>restore</c>: what becomes of a session; the line tells its people.</summary>
internal static class SessionChangeCommands
{
    // Two texts, with the words around.
    private const int LongestNote = 200;
    private const int LongestVenue = 300;

    /// <summary>The verbs, under <c>training</c>.</summary>
    public static IEnumerable<Command> Create() => [Change(), Cancel(), Restore()];

    private static Command Change()
    {
        var id = TrainingArguments.Session();
        var date = TrainingArguments.DateOption("--date", "Another day.");
        var start = TrainingArguments.TimeOption("--start", "Another hour; it lasts as long as before, unless --end says otherwise.");
        var end = TrainingArguments.TimeOption("--end", "Another end.");
        var location = new Option<string?>("--location") { Description = "Another location of the directory.", HelpName = "ID" };
        var venue = TrainingArguments.TextOption("--venue", "Words for where, when the location's name does not say it.", LongestVenue);
        var seats = new Option<int?>("--seats") { Description = "Another number of seats; nobody is told of that.", HelpName = "N" };
        seats.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 500) result.AddError("--seats takes a number from 1 to 500.");
        });
        var overbook = new Option<bool>("--overbook") { Description = "Fewer seats than are taken, all the same." };
        var (french, english) = Notes(isRequired: false);
        var command = new Command("change", "Change a session; everybody registered is told, and may give the seat back.") { id, date, start, end, location, venue, seats, overbook, french, english };
        command.Validators.Add(result =>
        {
            if (((Option[])[date, start, end, location, venue, seats, french, english]).All(option => result.GetResult(option) is null))
                result.AddError("Say what changes: --date, --start, --end, --location, --venue, --seats or a note.");
        });
        command.SetAction((parsed, ct) => ChangeAsync(
            parsed.GetValue(id)!,
            new SessionWish(new SessionChange
            {
                Date = TrainingArguments.Date(parsed.GetValue(date)),
                StartsAt = TrainingArguments.Time(parsed.GetValue(start)),
                EndsAt = TrainingArguments.Time(parsed.GetValue(end)),
                LocationId = parsed.GetValue(location),
                Venue = parsed.GetValue(venue)?.Trim(),
                Seats = parsed.GetValue(seats),
            })
            {
                NoteFr = parsed.GetValue(french),
                NoteEn = parsed.GetValue(english),
                Overbooks = parsed.GetValue(overbook),
            },
            sheet => $"{sheet.Session.Id} is on {sheet.Session.Date:yyyy-MM-dd} from {sheet.Session.StartsAt:HH\\:mm} to {sheet.Session.EndsAt:HH\\:mm}, {RosterWords.PlaceOf(sheet)}; seats: {SessionScreen.Seats(sheet)}.",
            ct));
        return command;
    }

    private static Command Cancel()
    {
        var id = TrainingArguments.Session();
        var (french, english) = Notes(isRequired: true);
        var command = new Command("cancel", "A session will not take place; everybody registered is told why.") { id, french, english };
        command.SetAction((parsed, ct) => ChangeAsync(
            parsed.GetValue(id)!,
            new SessionWish(new SessionChange { TakesPlace = false }) { NoteFr = parsed.GetValue(french), NoteEn = parsed.GetValue(english) },
            sheet => $"{sheet.Session.Id} is cancelled.",
            ct));
        return command;
    }

    private static Command Restore()
    {
        var id = TrainingArguments.Session();
        var command = new Command("restore", "A cancelled session takes place after all; everybody registered is told.") { id };
        command.SetAction((parsed, ct) => ChangeAsync(
            parsed.GetValue(id)!, new SessionWish(new SessionChange { TakesPlace = true }), sheet => $"{sheet.Session.Id} takes place, on {sheet.Session.Date:yyyy-MM-dd} at {sheet.Session.StartsAt:HH\\:mm}.", ct));
        return command;
    }

    private static (Option<string?> French, Option<string?> English) Notes(bool isRequired) => (
        TrainingArguments.TextOption("--note-fr", "Why, in French, as citizens will hear it.", LongestNote, isRequired),
        TrainingArguments.TextOption("--note-en", "Why, in English; the French is told without it.", LongestNote));

    private static Task<int> ChangeAsync(string id, SessionWish wish, Func<SessionSheet, string> done, CancellationToken ct) => TrainingArguments.WithSessionAsync(
        id,
        async (services, session) =>
        {
            var outcome = await services.GetRequiredService<SessionDesk>().ChangeAsync(session.Id, wish, ct);
            if (outcome is not { Refusal: null, Sheet: { } sheet }) return await TrainingArguments.RefuseAsync(outcome.Refusal ?? TrainingArguments.Unknown(id));
            TrainingArguments.Write(done(sheet));
            TrainingArguments.Write(Told(outcome));
            return true;
        },
        ct);

    private static string Told(SessionOutcome outcome)
    {
        if (!outcome.IsTold) return "Nobody is told of that.";
        if (outcome.ToTell == 0) return "Nobody is registered: there is nobody to tell.";
        var told = FormattableString.Invariant($"{outcome.ToTell} {(outcome.ToTell == 1 ? "person is" : "people are")} to be told");
        return outcome.Unreachable == 0
            ? $"{told}; the running line begins within a minute."
            : FormattableString.Invariant($"{told}; {outcome.Unreachable} of them cannot be: they want no messages, or hide their number. See \"training unreached\".");
    }
}
