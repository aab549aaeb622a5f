using System.CommandLine;
using AppelAide.Dialogue;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Trainings.Desk;

namespace AppelAide.Host.Commands;

/// <summary><c>training list</c>, <c>show</c>, <c>roster</c> and <c>export</c>: sessions, and who is registered.</summary>
internal static class SessionCommands
{
    /// <summary>The verbs, under <c>training</c>.</summary>
    public static IEnumerable<Command> Create() => [List(), Show(), Roster(), Export()];

    private static Command List()
    {
        var from = TrainingArguments.DateOption("--from", "The first day; today by default.");
        var to = TrainingArguments.DateOption("--to", "The last day.");
        var place = new Option<string?>("--place") { Description = "A place, with all that is part of it; a name or an identifier.", HelpName = "Gaspé" };
        var kind = new Option<string?>("--kind") { Description = "What it is." };
        kind.AcceptOnlyFromAmong("training", "meeting", "group", "workshop", "culture");
        var all = new Option<bool>("--all") { Description = "Past ones too." };
        var command = new Command("list", "Sessions in order of time, and how full they are; cancelled ones are marked.") { from, to, place, kind, all };
        command.SetAction((parsed, ct) => DirectoryCommands.WithLineAsync(
            async services =>
            {
                var directory = services.GetRequiredService<DirectorySource>().Current;
                Place? where = null;
                if (parsed.GetValue(place) is { } name)
                {
                    var found = directory.Places.Find(name) is { } byId ? [byId] : directory.Finder.FromText(name).Places;
                    if (found.IsEmpty) return await TrainingArguments.RefuseAsync($"There is no place \"{name}\".");
                    if (found.Length > 1) return await TrainingArguments.RefuseAsync($"\"{name}\" may be {string.Join("; ", found.Select(one => $"{directory.Places.Label(one)} ({one.Id})"))}.");
                    where = found[0];
                }

                var first = TrainingArguments.Date(parsed.GetValue(from)) ?? (parsed.GetValue(all) ? null : DateOnly.FromDateTime(services.GetRequiredService<LineClock>().Now.DateTime));
                var filter = new SessionFilter(first, TrainingArguments.Date(parsed.GetValue(to)), where, parsed.GetValue(kind));
                foreach (var line in SessionScreen.Lines(await services.GetRequiredService<SessionBook>().ListAsync(filter, ct))) TrainingArguments.Write(line);
                return true;
            },
            ct));
        return command;
    }

    private static Command Show()
    {
        var id = TrainingArguments.Session();
        var command = new Command("show", "Everything of a session, and who is registered, offered a seat, waiting, cancelled.") { id };
        command.SetAction((parsed, ct) => WithSheetAsync(
            parsed.GetValue(id)!,
            (services, sheet) =>
            {
                foreach (var line in SessionScreen.Lines(sheet, services.GetRequiredService<LineClock>().ToLocal)) TrainingArguments.Write(line);
                return Task.CompletedTask;
            },
            ct));
        return command;
    }

    private static Command Roster()
    {
        var id = TrainingArguments.Session();
        var to = new Option<string?>("--out") { Description = "A page to print; otherwise the list is shown here.", HelpName = "FILE.html" };
        var language = new Option<string>("--lang") { Description = "Its language.", DefaultValueFactory = _ => "fr" };
        language.AcceptOnlyFromAmong([.. Languages.All]);
        var command = new Command("roster", "The list on which a trainer ticks who came. It holds names: give it to nobody else, and destroy it afterwards.") { id, to, language };
        command.SetAction((parsed, ct) => WithSheetAsync(
            parsed.GetValue(id)!,
            async (_, sheet) =>
            {
                var words = new RosterWords(parsed.GetValue(language)!);
                if (parsed.GetValue(to) is not { } path)
                {
                    foreach (var line in RosterText.Lines(sheet, words)) TrainingArguments.Write(line);
                    return;
                }

                await File.WriteAllTextAsync(path, RosterPage.Write(sheet, words), ct);
                TrainingArguments.Write($"The roster of {sheet.Session.Id} is in {path}: {SessionScreen.Seats(sheet)}.");
            },
            ct));
        return command;
    }

    private static Command Export()
    {
        var id = TrainingArguments.Session();
        id.Arity = ArgumentArity.ZeroOrOne;
        var from = TrainingArguments.DateOption("--from", "All sessions from this day on.");
        var to = TrainingArguments.DateOption("--to", "All sessions until this day.");
        var file = new Option<string?>("--out") { Description = "The file; otherwise the table is written here.", HelpName = "FILE.csv" };
        var command = new Command("export", "Registrations as a table for a spreadsheet (CSV); see the README for its columns.") { id, from, to, file };
        command.Validators.Add(result =>
        {
            if (result.GetValue(id) is null == (result.GetValue(from) ?? result.GetValue(to)) is null) result.AddError("Give a session, or --from and --to.");
        });
        command.SetAction((parsed, ct) => DirectoryCommands.WithLineAsync(
            async services =>
            {
                var book = services.GetRequiredService<SessionBook>();
                var filter = new SessionFilter(TrainingArguments.Date(parsed.GetValue(from)), TrainingArguments.Date(parsed.GetValue(to)), null, null);
                string[] ids = parsed.GetValue(id) is { } one ? [one] : [.. (await book.ListAsync(filter, ct)).Select(line => line.Session.Id)];
                var sheets = new List<SessionSheet>();
                foreach (var each in ids)
                {
                    if (await book.SheetAsync(each, ct) is not { } sheet) return await TrainingArguments.RefuseAsync(TrainingArguments.Unknown(each));
                    sheets.Add(sheet);
                }

                await using var stream = parsed.GetValue(file) is { } path ? File.Create(path) : System.Console.OpenStandardOutput();
                var written = RegistrationTable.Write(stream, sheets);
                if (parsed.GetValue(file) is { } name) TrainingArguments.Write(FormattableString.Invariant($"{Count(written, "registration")} of {Count(sheets.Count, "session")} {(written == 1 ? "is" : "are")} in {name}."));
                return true;
            },
            ct));
        return command;
    }

    private static string Count(int count, string what) => FormattableString.Invariant($"{count} {what}{(count == 1 ? "" : "s")}");

    private static Task<int> WithSheetAsync(string id, Func<IServiceProvider, SessionSheet, Task> work, CancellationToken ct) => TrainingArguments.WithSessionAsync(
        id,
        async (services, session) =>
        {
            await work(services, (await services.GetRequiredService<SessionBook>().SheetAsync(session.Id, ct))!);
            return true;
        },
        ct);
}
