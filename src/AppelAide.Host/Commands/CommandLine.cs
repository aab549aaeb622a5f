using System.CommandLine;
using AppelAide.Host.Persistence;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Commands;

/// <summary>The program's verbs (CONTRACT: command line). Exit 0 done, 1 refused or failed, 2 wrong usage.</summary>
internal static class CommandLine
{
    private const int Failed = 1;
    private const int WrongUsage = 2;

    /// <summary>How long after Ctrl+C a verb may still take; the two seconds of the library are less than a turn may need.</summary>
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(5);

    /// <summary>Runs a verb; <c>serve</c> when none is given.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        // Configuration may stand alone (--Line:Name=…): it is the server's.
        if (args.Length == 0 || args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version")) args = ["serve", .. args];
        var root = new RootCommand("AppelAide: the telephone line and text number that lets people without Internet take part.");
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(CallCommand.Create());
        root.Subcommands.Add(TextCommand.Create());
        root.Subcommands.Add(BulletinCommands.Create());
        root.Subcommands.Add(DirectoryCommands.Create());
        root.Subcommands.Add(TrainingCommands.Create());
        root.Subcommands.Add(ScriptsCommands.Create());
        root.Subcommands.Add(DbCommands.Create());
        root.Subcommands.Add(StaffCommands.Create());
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            // What was not recognised says more than what was missing because of it.
            var said = string.Join(' ', parsed.Errors[^1].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            await System.Console.Error.WriteLineAsync($"{said} See --help.");
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = ToEnd });
        }
        catch (StartException error)
        {
            await System.Console.Error.WriteLineAsync(error.Message);
            foreach (var detail in error.Details) await System.Console.Error.WriteLineAsync("  " + detail);
        }
        catch (OptionsValidationException error)
        {
            foreach (var mistake in error.Failures) await System.Console.Error.WriteLineAsync(mistake);
        }
        catch (MigrationException error)
        {
            await System.Console.Error.WriteLineAsync(error.Message);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            await System.Console.Error.WriteLineAsync(error.Message.ReplaceLineEndings(" "));
        }
        catch (OperationCanceledException)
        {
            await System.Console.Error.WriteLineAsync("Interrupted.");
        }

        return Failed;
    }
}
