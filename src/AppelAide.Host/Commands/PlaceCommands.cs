using System.CommandLine;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Places.Register;

namespace AppelAide.Host.Commands;

/// <summary><c>directory import-places</c>: the official register of municipalities.</summary>
internal static class PlaceCommands
{
    /// <summary>The verb, under <c>directory</c>.</summary>
    public static Command Import()
    {
        var path = new Argument<string>("path") { Description = "The register as CSV: Répertoire des municipalités du Québec, from Données Québec." };
        var merged = new Option<string[]>("--merged") { Description = "A municipality that became part of another; several times for several.", HelpName = "12345=12346" };
        var mergers = new Option<string?>("--mergers") { Description = "A CSV of such pairs: old,new.", HelpName = "mergers.csv" };
        var retire = new Option<bool>("--retire-missing") { Description = "Places that the register no longer has are no longer found." };
        var trial = new Option<bool>("--check") { Description = "Say what would change, and change nothing." };
        merged.Validators.Add(result =>
        {
            foreach (var text in result.GetValueOrDefault<string[]>() ?? [])
            {
                if (PlaceMerger.Parse(text) is null) result.AddError($"--merged takes two codes such as 12345=12346, not \"{text}\".");
            }
        });
        var command = new Command("import-places", "Take the places from the official register; what citizens chose stays.") { path, merged, mergers, retire, trial };
        command.SetAction((parsed, ct) => DirectoryCommands.WithLineAsync(
            async services =>
            {
                var options = new PlaceImportOptions
                {
                    Mergers = [.. (parsed.GetValue(merged) ?? []).Select((text, index) => PlaceMerger.Parse(text, index + 1)!)],
                    MergersPath = parsed.GetValue(mergers),
                    RetiresMissing = parsed.GetValue(retire),
                    IsTrial = parsed.GetValue(trial),
                };
                try
                {
                    var report = await services.GetRequiredService<PlaceImport>().RunAsync(parsed.GetValue(path)!, options, ct);
                    foreach (var line in report.Lines()) System.Console.WriteLine(line);
                    await services.GetRequiredService<DirectorySource>().RefreshAsync(ct);
                    return true;
                }
                catch (PlaceRegisterException error)
                {
                    foreach (var defect in error.Defects) await System.Console.Error.WriteLineAsync(defect.ToString());
                    return false;
                }
            },
            ct));
        return command;
    }
}
