using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Trainings;
using AppelAide.Host.Trainings.Desk;

namespace AppelAide.Host.Commands;

/// <summary>What the verbs under <c>training</c> have in common: how a session, a day, a code and a telephone are given, and how a refusal is said.</summary>
internal static class TrainingArguments
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>A session by its identifier.</summary>
    public static Argument<string> Session(string name = "session") => new(name) { Description = "The session's identifier, as \"training list\" shows it." };

    /// <summary>The code of a registration.</summary>
    public static Argument<string> Code() => new("code") { Description = "The three digits that the citizen was told, as on the roster." };

    /// <summary>A date.</summary>
    public static Option<string?> DateOption(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "2026-12-03" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Date(text) is null) result.AddError($"{name} takes a date such as 2026-12-03, not \"{Shown(text)}\".");
        });
        return option;
    }

    /// <summary>A time of day.</summary>
    public static Option<string?> TimeOption(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "13:30" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Time(text) is null) result.AddError($"{name} takes a time such as 13:30, not \"{Shown(text)}\".");
        });
        return option;
    }

    /// <summary>Words of a limited length, on one line: they are texted, or printed.</summary>
    public static Option<string?> TextOption(string name, string description, int most, bool isRequired = false)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "TEXT", Required = isRequired };
        option.Validators.Add(result =>
        {
            var text = result.GetValueOrDefault<string?>() ?? "";
            if (text.Length > most) result.AddError($"{name} takes at most {most} characters, not {text.Length}.");
            else if (text.Any(char.IsControl)) result.AddError($"{name} takes one line of plain words.");
            else if (isRequired && string.IsNullOrWhiteSpace(text)) result.AddError($"{name} must say something.");
        });
        return option;
    }

    /// <summary>Refuses what is no telephone number. The number itself is nowhere repeated.</summary>
    public static void MustBePhone(SymbolResult result, string name, string? text)
    {
        if (text is not null && Phone(text) is null) result.AddError($"{name} takes a telephone number, such as +14185550142 or 418 555-0142.");
    }

    /// <summary>A date; null when it is none.</summary>
    public static DateOnly? Date(string? text) => DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>A time of day; null when it is none.</summary>
    public static TimeOnly? Time(string? text) => TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <inheritdoc cref="DeskPhone.Read"/>
    public static string? Phone(string text) => DeskPhone.Read(text);

    /// <summary>Opens the line for a verb on a session that there must be.</summary>
    public static Task<int> WithSessionAsync(string id, Func<IServiceProvider, TrainingSession, Task<bool>> work, CancellationToken ct) => DirectoryCommands.WithLineAsync(
        services => services.GetRequiredService<DirectorySource>().Current.SessionsById.GetValueOrDefault(id) is { } session ? work(services, session) : RefuseAsync(Unknown(id)),
        ct);

    /// <summary>What is said of a session that there is not.</summary>
    public static string Unknown(string id) => $"There is no session \"{Shown(id)}\"; see \"training list\".";

    /// <summary>Says why something was not done.</summary>
    /// <returns>False.</returns>
    public static async Task<bool> RefuseAsync(params IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences) await System.Console.Error.WriteLineAsync(DirectoryDefect.Printable(sentence));
        return false;
    }

    /// <summary>Writes a line; what partners and citizens wrote in it does not reach the terminal as commands.</summary>
    public static void Write(string line) => System.Console.WriteLine(DirectoryDefect.Printable(line));

    private static string Shown(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
