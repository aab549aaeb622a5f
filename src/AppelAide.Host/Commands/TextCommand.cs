using System.CommandLine;
using AppelAide.Host.Commands.Telephone;

namespace AppelAide.Host.Commands;

/// <summary><c>text</c>: text messages to the line.</summary>
internal static class TextCommand
{
    /// <summary>The verb.</summary>
    internal static Command Create()
    {
        var texts = new Argument<string[]>("texts")
        {
            Description = "The messages, in order, of one citizen: \"FORMATION Gaspé\" 1",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var file = new Option<FileInfo?>("--file")
        {
            Description = "A UTF-8 file: each line is the text of another citizen, an empty line an empty text.",
            HelpName = "texts.txt",
        };
        var command = new Command("text", "Text the line from this terminal, and see its replies and what they cost in segments.");
        command.Arguments.Add(texts);
        var options = new PhoneOptions(command);
        command.Options.Add(file);
        command.Validators.Add(result =>
        {
            if (result.GetValue(file) is null == (result.GetValue(texts) is not { Length: > 0 }))
                result.AddError("Give the words to text, such as text \"FORMATION Gaspé\", or a --file of them.");
        });
        command.SetAction((parsed, ct) => options.WithLineAsync(
            parsed,
            (line, screen) => parsed.GetValue(file) is { } list
                ? SendEachAsync(line, screen, list, options.Language(parsed), ct)
                : SendAllAsync(line, screen, options.From(parsed), parsed.GetValue(texts)!, options.Language(parsed), ct),
            ct));
        return command;
    }

    private static async Task SendAllAsync(
        ILineConnection line, IPhoneScreen screen, string from, IEnumerable<string> texts, string? language, CancellationToken ct)
    {
        var first = language;
        foreach (var text in texts)
        {
            screen.ShowText(from, text, await line.TextAsync(from, text, first, ct));
            first = null;
        }
    }

    private static async Task SendEachAsync(ILineConnection line, IPhoneScreen screen, FileInfo list, string? language, CancellationToken ct)
    {
        string[] texts;
        try
        {
            texts = await File.ReadAllLinesAsync(list.FullName, ct);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NoLineException($"--file: {error.Message}", error);
        }

        await using var numbers = line.NewNumbersAsync(ct).GetAsyncEnumerator(ct);
        foreach (var text in texts)
        {
            // People who hide their number are each somebody else, and there is no end of them.
            var from = await numbers.MoveNextAsync() ? numbers.Current : "";
            screen.ShowText(from, text, await line.TextAsync(from, text, language, ct));
        }
    }
}
