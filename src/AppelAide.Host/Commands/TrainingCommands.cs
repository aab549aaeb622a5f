using System.CommandLine;

namespace AppelAide.Host.Commands;

/// <summary><c>training</c>: the calendar of partners, and who registered.</summary>
internal static class TrainingCommands
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("training", "Training and meetings: partners' calendars in, sessions, and who is registered.");
        foreach (var verb in SessionCommands.Create().Append(AttendanceCommand.Create())) command.Subcommands.Add(verb);
        foreach (var verb in RegistrationCommands.Create().Concat(SessionChangeCommands.Create())) command.Subcommands.Add(verb);
        foreach (var verb in NoticeCommands.Create().Concat(CalendarCommands.Create())) command.Subcommands.Add(verb);
        return command;
    }
}
