using System.CommandLine;

namespace AppelAide.Host.Commands;

/// <summary><c>training</c>: the calendar of partners, and who registered.</summary>
internal static class TrainingCommands
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("training", "Training and meetings: partners' calendars in.");
        foreach (var verb in CalendarCommands.Create()) command.Subcommands.Add(verb);
        return command;
    }
}
