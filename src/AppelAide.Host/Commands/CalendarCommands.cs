using System.CommandLine;
using System.Globalization;
using AppelAide.Host.Directory;
using AppelAide.Host.Trainings.Calendar.Import;

namespace AppelAide.Host.Commands;

/// <summary><c>training import</c> and <c>training check</c>: a partner's calendar or table.</summary>
internal static class CalendarCommands
{
    /// <summary>The verbs, under <c>training</c>.</summary>
    public static IEnumerable<Command> Create() =>
    [
        Verb("import", "Bring a partner's calendar in, whole or not at all. What is wrong in it is told, and left out.", isTrial: false),
        Verb("check", "Say what an import would change and what is wrong in the file; nothing is imported. Exit 1 when something would be left out.", isTrial: true),
    ];

    private static Command Verb(string name, string description, bool isTrial)
    {
        var path = new Argument<string>("path") { Description = "A calendar (.ics), or a table with a row a session or series (.csv; see the README for its columns)." };
        var organization = new Option<string>("--organization") { Description = "Who gives it: an organization of the directory.", HelpName = "ID", Required = true };
        var source = new Option<string?>("--source") { Description = "Who publishes it; the organization by default. Events are known again by their names among theirs.", HelpName = "NAME" };
        var location = new Option<string?>("--location") { Description = "Where, when the file names no location of the directory; the organization's only one by default.", HelpName = "ID" };
        var kind = new Option<string>("--kind") { Description = "What it is, when a row does not say.", DefaultValueFactory = _ => "training" };
        kind.AcceptOnlyFromAmong("training", "meeting", "group", "workshop", "culture");
        var topic = new Option<string>("--topic") { Description = "What it is about, when a row does not say: tablet, fraud…", DefaultValueFactory = _ => "" };
        var language = new Option<string>("--language") { Description = "Its language, when the file does not say.", DefaultValueFactory = _ => "fr" };
        language.AcceptOnlyFromAmong("fr", "en");
        var seats = new Option<int?>("--seats") { Description = "How many may register, when a row does not say; no limit by default.", HelpName = "N" };
        seats.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1) result.AddError("--seats takes a number from 1 on.");
        });
        topic.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { Length: > 32 }) result.AddError("--topic takes at most 32 characters.");
        });
        var retire = new Option<bool>("--retire-missing") { Description = "Cancel the sessions to come of what the file no longer has." };
        var command = new Command(name, description) { path, organization, source, location, kind, topic, language, seats, retire };
        command.SetAction((parsed, ct) => DirectoryCommands.WithLineAsync(
            async services =>
            {
                var given = parsed.GetValue(organization)!;
                var options = new CalendarImportOptions(parsed.GetValue(path)!, given)
                {
                    Source = parsed.GetValue(source) ?? given,
                    LocationId = parsed.GetValue(location),
                    Kind = parsed.GetValue(kind)!,
                    Topic = parsed.GetValue(topic)!.ToLower(CultureInfo.InvariantCulture),
                    Language = parsed.GetValue(language)!,
                    Seats = parsed.GetValue(seats),
                    RetiresMissing = parsed.GetValue(retire),
                };
                var import = services.GetRequiredService<CalendarImport>();
                var report = await (isTrial ? import.CheckAsync(options, ct) : import.RunAsync(options, ct));
                var output = report.IsRefused ? System.Console.Error : System.Console.Out;
                foreach (var line in report.Lines()) await output.WriteLineAsync(line);
                if (!isTrial) await services.GetRequiredService<DirectorySource>().RefreshAsync(ct);
                return !report.IsRefused && (!isTrial || report.Defects.Dropped == 0);
            },
            ct));
        return command;
    }
}
