using System.Globalization;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Directory.Import;
using Spectre.Console;

namespace AppelAide.Host.Commands;

/// <summary>What <c>directory</c> shows: how far it has come, what was wrong, what changed, and what of it citizens can find.</summary>
internal static class DirectoryScreen
{
    private const int DefectsShown = 200;

    /// <summary>Runs an import with a progress bar on standard error, where there is a terminal to draw it on.</summary>
    public static async Task<ImportReport> WithProgressAsync(Func<IProgress<ImportProgress>, Task<ImportReport>> run)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });
        if (System.Console.IsErrorRedirected)
            return await run(new Plain(console));
        return await console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => run(new Bars(context)));
    }

    /// <summary>The report: what was read, each defect, what changed.</summary>
    public static void Show(ImportReport report)
    {
        var output = System.Console.Out;
        output.WriteLine(report.Format);
        foreach (var (kind, count) in report.Kinds)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,9:N0}  {kind}"));
        var defects = report.Defects;
        if (defects.Count > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{defects.Count:N0} defects; {defects.Dropped:N0} times a row or a field was left out because of one:"));
            foreach (var defect in defects.Kept.Take(DefectsShown))
                output.WriteLine("  " + defect);
            if (defects.Count > DefectsShown)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  … and {defects.Count - DefectsShown:N0} more. By kind:"));
                foreach (var (kind, count) in defects.Counts)
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,9:N0}  {kind}"));
            }
        }

        if (report.IsApplied)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Added:N0} records added, {report.Changed:N0} changed, {report.Retired:N0} retired, {report.Unchanged:N0} as they were."));
    }

    /// <summary>What of the directory citizens can find, and which categories nobody can ask for.</summary>
    public static void ShowReach(DirectoryReach reach)
    {
        var output = System.Console.Out;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The line knows {reach.Services:N0} services; {reach.Found:N0} answer a need that citizens can name."));
        if (reach.UnknownTerms.Length > 0)
        {
            output.WriteLine("Categories that stand for no need (add them to \"terms\" in ivr-scripts/needs*.yaml):");
            foreach (var (term, count) in reach.UnknownTerms)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,9:N0}  {DirectoryDefect.Printable(term)}"));
        }

        if (reach.HasSample)
            output.WriteLine("The fictional sample is still there; \"directory import … --retire sample\" takes it away.");
    }

    private sealed class Bars(ProgressContext context) : IProgress<ImportProgress>
    {
        private readonly Dictionary<string, ProgressTask> tasks = [];

        public void Report(ImportProgress value)
        {
            if (!tasks.TryGetValue(value.Step, out var task))
                tasks[value.Step] = task = context.AddTask(value.Step);
            task.MaxValue = Math.Max(value.Total, 1);
            task.Value = value.Done;
        }
    }

    // Beside a log or in a pipe: a line a quarter.
    private sealed class Plain(IAnsiConsole console) : IProgress<ImportProgress>
    {
        private const int Steps = 4;

        private (string Step, long Part) last = ("", 0);

        public void Report(ImportProgress value)
        {
            var now = (value.Step, value.Done * Steps / Math.Max(value.Total, 1));
            if (now == last)
                return;
            last = now;
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Step} {value.Done * 100 / Math.Max(value.Total, 1)} %"));
        }
    }
}
