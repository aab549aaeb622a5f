using System.CommandLine;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Directory.Import;
using AppelAide.Host.Scripts;

namespace AppelAide.Host.Commands;

/// <summary><c>directory</c>: brings other publishers' files in, checks them, and gives the directory back.</summary>
internal static class DirectoryCommands
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("directory", "Where help is: Open Referral HSDS 3.0, in and out.") { Import(), Check(), Export(), PlaceCommands.Import() };
        foreach (var verb in FreshnessCommands.Create()) command.Subcommands.Add(verb);
        return command;
    }

    /// <summary>Opens the line's database and directory for a verb; what it answers is whether all went well.</summary>
    public static async Task<int> WithLineAsync(Func<IServiceProvider, Task<bool>> work, CancellationToken ct)
    {
        await using var app = LineApplication.Build(["--Twilio:AuthToken=none"], builder => builder.Logging.ClearProviders());
        await app.Services.OpenLineAsync(ct);
        try
        {
            return await work(app.Services) ? 0 : 1;
        }
        catch (DirectoryFileException error)
        {
            await System.Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }

    private static Command Import()
    {
        var path = Path("A folder or zip of HSDS 3.0 CSV files, an HSDS JSON file, or spreadsheets saved as CSV.");
        var source = new Option<string>("--source") { Description = "Who publishes it: what vanishes is looked for among their records alone.", HelpName = "211", DefaultValueFactory = _ => "import" };
        var retire = new Option<bool>("--retire-missing") { Description = "Their records that the files no longer have go from the line." };
        var others = new Option<string[]>("--retire") { Description = "All records of another publisher go from the line; \"sample\" is the fictional one.", HelpName = "sample" };
        var command = new Command("import", "Bring files in, whole or not at all; the line goes on meanwhile.") { path, source, retire, others };
        command.SetAction((parsed, ct) => WithLineAsync(
            async services =>
            {
                var request = new ImportRequest(parsed.GetValue(path)!, parsed.GetValue(source)!, Environment.UserName)
                {
                    RetireMissing = parsed.GetValue(retire),
                    RetireSources = [.. parsed.GetValue(others) ?? []],
                };
                var report = await DirectoryScreen.WithProgressAsync(progress => services.GetRequiredService<DirectoryImport>().RunAsync(request, progress, ct));
                var directory = services.GetRequiredService<DirectorySource>();
                await directory.RefreshAsync(ct);
                DirectoryScreen.Show(report);
                DirectoryScreen.ShowReach(await services.GetRequiredService<ReachStore>().MeasureAsync(directory.Current, services.GetRequiredService<ScriptLibrary>().Live, ct));
            },
            ct));
        return command;
    }

    private static Command Check()
    {
        var path = Path("What would be imported.");
        var command = new Command("check", "Say what is in files and what is wrong in them; nothing is imported. Exit 1 when a row or a field would be left out.") { path };
        command.SetAction((parsed, ct) => WithLineAsync(
            async services =>
            {
                var report = await DirectoryScreen.WithProgressAsync(
                    progress => services.GetRequiredService<DirectoryImport>().CheckAsync(new ImportRequest(parsed.GetValue(path)!, "", ""), progress, ct));
                DirectoryScreen.Show(report);
                return report.Defects.Dropped == 0;
            },
            ct));
        return command;
    }

    private static Command Export()
    {
        var path = Path("NAME.zip, NAME.json, or else a folder.");
        var command = new Command("export", "Write the whole directory as HSDS 3.0.") { path };
        command.SetAction((parsed, ct) => WithLineAsync(
            async services =>
            {
                var store = services.GetRequiredService<ExportStore>();
                var to = parsed.GetValue(path)!;
                var written = await store.CountAsync(ct);
                if (System.IO.Path.GetExtension(to).Equals(".json", StringComparison.OrdinalIgnoreCase))
                    await store.ReadAsync(records => DirectoryWriter.WriteJson(to, records, ct), ct);
                else
                    await store.ReadAsync(records => DirectoryWriter.WriteTabular(to, records, ct), ct);
                System.Console.WriteLine(FormattableString.Invariant($"{written:N0} records are in {to}."));
            },
            ct));
        return command;
    }

    private static Argument<string> Path(string description) => new("path") { Description = description };

    private static Task<int> WithLineAsync(Func<IServiceProvider, Task> work, CancellationToken ct) =>
        WithLineAsync(
            async services =>
            {
                await work(services);
                return true;
            },
            ct);
}
