using System.CommandLine;
using AppelAide.Host.Commands.Telephone;

namespace AppelAide.Host.Commands;

/// <summary><c>call</c>: a telephone in the terminal.</summary>
internal static class CallCommand
{
    /// <summary>The verb.</summary>
    internal static Command Create()
    {
        var keys = new Option<string?>("--keys")
        {
            Description = "What the caller does, a token a turn, then hangs up: keys, words, nothing for a silence, \"words, with commas\" in quotation marks, "
                + "\"answered\" or \"missed\" where the line transfers the call.",
            HelpName = "1,2,Gaspé",
        };
        var command = new Command(
            "call",
            "Call the line from this terminal. It shows what the caller hears and the seconds on the line; type keys, or words as if you were speaking.");
        var options = new PhoneOptions(command);
        command.Options.Add(keys);
        command.SetAction((parsed, ct) => options.WithLineAsync(
            parsed,
            (line, screen) =>
            {
                ICaller caller = parsed.GetValue(keys) is { } tokens ? new ScriptedCaller(KeyTokens.Split(tokens)) : Terminal.Keyboard();
                return new TerminalPhone(line, caller, screen).CallAsync(options.From(parsed), options.Language(parsed), ct);
            },
            ct));
        return command;
    }
}
