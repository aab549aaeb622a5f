using System.Globalization;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Inputs;
using Spectre.Console;

namespace AppelAide.Host.Commands.Telephone;

/// <summary>
/// The conversation as a person likes to read it: a line for each thing said, a gap for each pause, the language beside the words. Colours
/// are the terminal's own, so that they are legible on light and dark; without colours nothing is lost.
/// </summary>
/// <param name="console">Where to.</param>
/// <param name="rich">Whether a person looks at a terminal; otherwise plain lines.</param>
internal sealed class ConversationScreen(IAnsiConsole console, bool rich) : IPhoneScreen
{
    private const string Indent = "     ";
    private const int Widest = 84;
    private const int BubbleWidth = 48;

    /// <summary>A pause is seen at a fifth of its length: enough to feel the rhythm, not enough to wait for it.</summary>
    private const double Rhythm = 0.2;

    private static readonly Style Quiet = new(decoration: Decoration.Dim);
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style FrenchTag = new(Color.Teal);
    private static readonly Style EnglishTag = new(Color.Purple);
    private static readonly Style Message = new(Color.Green);

    private string tag = "";
    private string hint = "";

    /// <inheritdoc />
    public void Dialling(string from) => Line($"☎  {(from.Length > 0 ? Spaced(from) : "(number hidden)")}", Quiet);

    /// <inheritdoc />
    public async Task ShowAsync(string? heard, LineAnswer answer, CancellationToken ct)
    {
        console.WriteLine();
        tag = "";
        var words = "";
        for (var i = 0; i < answer.Said.Length; i++)
        {
            var utterance = answer.Said[i];
            words = words.Length > 0 ? $"{words} {utterance.Text}" : utterance.Text;
            // Words without a pause between them are one breath.
            if (utterance.PauseAfter <= 0 && i + 1 < answer.Said.Length && answer.Said[i + 1].Language == utterance.Language)
                continue;
            Spoken(utterance.Language, words);
            words = "";
            if (utterance.PauseAfter >= 1 && i + 1 < answer.Said.Length)
                console.WriteLine();
            if (rich && i + 1 < answer.Said.Length)
                await Task.Delay(TimeSpan.FromSeconds(Math.Min(utterance.PauseAfter, 1) * Rhythm), ct);
        }

        foreach (var text in answer.Texts)
            Arrived(text.Body, text.Segments, PhoneWords.In(text.Language));
    }

    /// <inheritdoc />
    public void Ask(LineAnswer answer, string language, double seconds)
    {
        var words = PhoneWords.In(language);
        var now = answer.Then switch
        {
            RecordExpectation => words.Record,
            DialExpectation dial => "☎ " + string.Format(CultureInfo.InvariantCulture, words.Dial, dial.Number.Length >= 2 ? dial.Number[^2..] : dial.Number),
            _ => words.Answer,
        };
        console.WriteLine();
        // What one may do is said when it changes, not at every turn.
        if (rich && now != hint || answer.Then is DialExpectation)
            Wrapped(now, Quiet);
        hint = now;
        console.Write(new Text($"{Clock(seconds)} ", Quiet));
        console.Write(new Text("› ", Strong));
    }

    /// <inheritdoc />
    public void Did(CallerAct act, string language, bool echoed)
    {
        var words = PhoneWords.In(language);
        // The end of the input, or Ctrl+C, leaves the prompt's line unfinished.
        if (!echoed || act is { Input: null, Typed: "" })
            console.WriteLine(act.Typed, Strong);
        var note = act.Input switch
        {
            SilenceInput => words.Silence,
            RecordingInput recording => "● " + string.Format(CultureInfo.InvariantCulture, words.Recorded, recording.Seconds),
            DialEndedInput { Answered: true } dial => string.Format(CultureInfo.InvariantCulture, words.Answered, dial.Seconds),
            DialEndedInput => words.Missed,
            _ => "",
        };
        if (note.Length > 0)
            Line($"{Indent}({note})", Quiet);
    }

    /// <inheritdoc />
    public void Ended(bool byLine, string language, double seconds)
    {
        var words = PhoneWords.In(language);
        console.WriteLine();
        Line($"☎  {(byLine ? words.LineHungUp : words.CallerHungUp)} · {Clock(seconds)}", Quiet);
    }

    /// <inheritdoc />
    public void ShowText(string from, string body, LineAnswer answer)
    {
        var words = PhoneWords.In(answer.Language);
        if (rich)
            Bubble(body, from.Length > 0 ? Spaced(from) : "?", Quiet, Math.Max(0, Width - BubbleWidth - 4));
        else
            Line($"{from} > {body}", Strong);
        if (answer.Said.Length == 0)
            Line($"{Indent}({words.NoReply})", Quiet);
        foreach (var message in answer.Said)
            Arrived(message.Text, answer.Segments, words);
        foreach (var text in answer.Texts)
            Arrived(text.Body, text.Segments, PhoneWords.In(text.Language));
    }

    private int Width => rich ? Math.Max(30, Math.Min(Widest, console.Profile.Width - 1)) : int.MaxValue;

    private void Arrived(string body, int segments, PhoneWords words)
    {
        var header = $"{words.Text} · {segments} segment{(segments == 1 ? "" : "s")}";
        if (rich)
            Bubble(body, header, Message, Indent.Length);
        else
            Line($"{Indent}[{header}] {body.ReplaceLineEndings(" ")}", Style.Plain);
    }

    /// <summary>A message as a telephone shows it.</summary>
    private void Bubble(string body, string header, Style border, int left)
    {
        var room = Math.Min(BubbleWidth, Width - left - 4);
        var lines = body.Split('\n').SelectMany(line => Wrap(line, room)).DefaultIfEmpty("").ToArray();
        var width = Math.Max(lines.Max(line => line.Length), header.Length + 1);
        var indent = new string(' ', left);
        Line($"{indent}╭ {header} {new string('─', width - header.Length)}╮", border);
        foreach (var line in lines)
        {
            console.Write(new Text($"{indent}│ ", border));
            console.Write(new Text(line.PadRight(width)));
            Line(" │", border);
        }

        Line($"{indent}╰{new string('─', width + 2)}╯", border);
    }

    private void Spoken(string language, string words)
    {
        foreach (var line in Wrap(words, Width - Indent.Length))
        {
            console.Write(new Text(tag == language ? Indent : $" {language}  ", language == "en" ? EnglishTag : FrenchTag));
            tag = language;
            Line(line, Style.Plain);
        }
    }

    private void Wrapped(string words, Style style)
    {
        foreach (var line in Wrap(words, Width - Indent.Length))
            Line(Indent + line, style);
    }

    private void Line(string words, Style style) => console.WriteLine(words, style);

    private static IEnumerable<string> Wrap(string words, int width)
    {
        var line = "";
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length > 0 ? $"{line} {word}" : word;
        }

        if (line.Length > 0)
            yield return line;
    }

    private static string Clock(double seconds)
    {
        var whole = (int)Math.Round(seconds);
        return string.Create(CultureInfo.InvariantCulture, $"{whole / 60}:{whole % 60:00}");
    }

    private static string Spaced(string number) =>
        number.Length == 12 && number.StartsWith("+1", StringComparison.Ordinal) ? $"{number[2..5]} {number[5..8]}-{number[8..]}" : number;
}
