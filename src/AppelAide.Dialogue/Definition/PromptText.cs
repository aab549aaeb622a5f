using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace AppelAide.Dialogue.Definition;

/// <summary>
/// The words of a prompt in one language for one channel, read once. Besides words it holds
/// <c>[0.6]</c> a pause in seconds; <c>[en]</c> and <c>[fr]</c> a change of voice; <c>{name}</c> or <c>{name|format:argument}</c> a value;
/// <c>{?name words}</c> words said only when <c>name</c> has a value; <c>{!name words}</c> only when it has none.
/// </summary>
public sealed class PromptText
{
    private PromptText(ImmutableArray<PromptPart> parts) => Parts = parts;

    /// <summary>The parts, in order.</summary>
    public ImmutableArray<PromptPart> Parts { get; }

    /// <summary>Whether nothing is ever said.</summary>
    public bool IsEmpty => Parts.IsEmpty;

    /// <summary>Reads a prompt's text.</summary>
    /// <exception cref="FormatException">A bracket or brace is wrong; the message says which.</exception>
    public static PromptText Parse(string text)
    {
        var at = 0;
        var parts = ParseUntil(text, ref at, inSection: false);
        return new PromptText(parts);
    }

    /// <summary>Every value that the text names, sections included.</summary>
    public IEnumerable<string> Variables => VariablesOf(Parts).Distinct();

    /// <summary>Every value with its format.</summary>
    public IEnumerable<ValuePart> Values => ValuesOf(Parts);

    private static IEnumerable<string> VariablesOf(ImmutableArray<PromptPart> parts) => parts.SelectMany(part => part switch
    {
        ValuePart value => [value.Name],
        SectionPart section => VariablesOf(section.Parts).Prepend(section.Name),
        _ => Enumerable.Empty<string>(),
    });

    private static IEnumerable<ValuePart> ValuesOf(ImmutableArray<PromptPart> parts) => parts.SelectMany(part => part switch
    {
        ValuePart value => [value],
        SectionPart section => ValuesOf(section.Parts),
        _ => Enumerable.Empty<ValuePart>(),
    });

    private static ImmutableArray<PromptPart> ParseUntil(string text, ref int at, bool inSection)
    {
        var parts = ImmutableArray.CreateBuilder<PromptPart>();
        var words = new StringBuilder();
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '}')
            {
                if (!inSection) throw new FormatException("a \"}\" closes nothing");
                at++;
                Flush();
                return parts.ToImmutable();
            }

            if (c is '[' or '{')
            {
                Flush();
                parts.Add(c == '[' ? ParseBracket(text, ref at) : ParseBrace(text, ref at));
                continue;
            }

            words.Append(c is '\n' or '\r' or '\t' ? ' ' : c);
            at++;
        }

        if (inSection) throw new FormatException("a \"{\" is never closed");
        Flush();
        return parts.ToImmutable();

        void Flush()
        {
            if (words.Length > 0) parts.Add(new WordsPart(words.ToString()));
            words.Clear();
        }
    }

    private static PromptPart ParseBracket(string text, ref int at)
    {
        var end = text.IndexOf(']', at);
        if (end < 0) throw new FormatException("a \"[\" is never closed");
        var inside = text[(at + 1)..end].Trim();
        at = end + 1;
        if (inside is "fr" or "en") return new TonguePart(inside);
        if (double.TryParse(inside.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= 5)
            return new PausePart(seconds);
        throw new FormatException($"\"[{inside}]\" is neither a pause of at most 5 seconds nor [fr] or [en]");
    }

    private static PromptPart ParseBrace(string text, ref int at)
    {
        var from = at + 1;
        if (from < text.Length && text[from] is '?' or '!')
        {
            var space = text.IndexOf(' ', from);
            if (space < 0) throw new FormatException("\"{?name words}\" needs words");
            var name = text[(from + 1)..space];
            if (name.Contains('}')) throw new FormatException("\"{?name words}\" needs words");
            at = space + 1;
            return new SectionPart(name, text[from] == '!', ParseUntil(text, ref at, inSection: true));
        }

        var end = text.IndexOf('}', at);
        if (end < 0) throw new FormatException("a \"{\" is never closed");
        var inside = text[from..end];
        at = end + 1;
        var bar = inside.IndexOf('|');
        if (bar < 0) return new ValuePart(inside.Trim(), "", []);
        var format = inside[(bar + 1)..].Split(':', StringSplitOptions.TrimEntries);
        return new ValuePart(inside[..bar].Trim(), format[0], [.. format.Skip(1)]);
    }
}

/// <summary>A part of a prompt's text.</summary>
public abstract record PromptPart;

/// <summary>Plain words.</summary>
public sealed record WordsPart(string Text) : PromptPart;

/// <summary>A pause, in seconds.</summary>
public sealed record PausePart(double Seconds) : PromptPart;

/// <summary>The words that follow are in another language.</summary>
public sealed record TonguePart(string Language) : PromptPart;

/// <summary>A variable's value, in a format of <c>ValueFormats</c>.</summary>
public sealed record ValuePart(string Name, string Format, ImmutableArray<string> Arguments) : PromptPart;

/// <summary>Words said only when a variable has a value, or only when it has none.</summary>
public sealed record SectionPart(string Name, bool WhenEmpty, ImmutableArray<PromptPart> Parts) : PromptPart;
