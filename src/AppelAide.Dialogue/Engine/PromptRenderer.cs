using System.Collections.Immutable;
using System.Text;
using AppelAide.Dialogue.Definition;

namespace AppelAide.Dialogue.Engine;

/// <summary>Makes utterances of prompts: fills values in, drops sections, keeps pauses.</summary>
internal sealed class PromptRenderer(Channel channel, DateOnly today)
{
    private readonly ImmutableArray<Utterance>.Builder utterances = ImmutableArray.CreateBuilder<Utterance>();
    private readonly StringBuilder words = new();
    private string tongue = "";
    private bool endsWithValue;

    /// <summary>Adds a prompt's words.</summary>
    public void Add(PromptText text, string language, Func<string, string> value)
    {
        Speak(language);
        Separate();
        Walk(text.Parts, language, value);
        Speak(language);
    }

    /// <summary>Adds words as they are.</summary>
    public void Add(string text, string language)
    {
        Speak(language);
        Separate();
        words.Append(text);
    }

    /// <summary>Whether nothing was said so far.</summary>
    public bool IsEmpty => utterances.Count == 0 && words.Length == 0;

    /// <summary>Forgets all that was said.</summary>
    public void Clear()
    {
        utterances.Clear();
        words.Clear();
        endsWithValue = false;
    }

    /// <summary>What is said, in order.</summary>
    public ImmutableArray<Utterance> Finish()
    {
        Flush(0);
        return utterances.ToImmutable();
    }

    private void Walk(ImmutableArray<PromptPart> parts, string language, Func<string, string> value)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case WordsPart plain:
                    words.Append(plain.Text);
                    endsWithValue &= string.IsNullOrWhiteSpace(plain.Text);
                    break;
                case ValuePart { Name: var name } filled:
                    Fill(ValueFormats.Format(filled, value(name), tongue, channel, today));
                    break;
                case SectionPart section when value(section.Name).Length > 0 != section.WhenEmpty:
                    Walk(section.Parts, language, value);
                    break;
                case PausePart pause when channel == Channel.Voice:
                    Flush(pause.Seconds);
                    break;
                case PausePart:
                    Separate();
                    break;
                case TonguePart other:
                    Speak(other.Language);
                    break;
            }
        }
    }

    /// <summary>A value; a sentence begins with a capital, whatever value begins it ("Mardi 1er décembre"). A value's own full stop ends no sentence.</summary>
    private void Fill(string value)
    {
        if (value.Length == 0) return;
        var last = words.Length - 1;
        while (last >= 0 && char.IsWhiteSpace(words[last])) last--;
        var begins = last < 0 || (!endsWithValue && words[last] is '.' or '?' or '!');
        words.Append(begins ? char.ToUpperInvariant(value[0]) : value[0]).Append(value, 1, value.Length - 1);
        endsWithValue = true;
    }

    private void Speak(string language)
    {
        if (tongue != language) Flush(0);
        tongue = language;
    }

    private void Separate()
    {
        if (words.Length > 0 && words[^1] != ' ') words.Append(' ');
    }

    private void Flush(double pause)
    {
        var text = Squeeze(words);
        words.Clear();
        if (text.Length > 0) utterances.Add(new Utterance(tongue, text, pause));
        else if (utterances.Count > 0 && pause > utterances[^1].PauseAfter) utterances[^1] = utterances[^1] with { PauseAfter = pause };
    }

    /// <summary>
    /// One space between words, none at the ends, none before a full stop or comma (an empty value leaves one there); one full stop where a value
    /// brought its own ("1:30 p.m.") or a question ended.
    /// </summary>
    private static string Squeeze(StringBuilder words)
    {
        Span<char> text = words.Length <= 512 ? stackalloc char[512] : new char[words.Length];
        text = text[..words.Length];
        words.CopyTo(0, text, text.Length);
        Span<char> squeezed = text.Length <= 512 ? stackalloc char[512] : new char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ' ' && (length == 0 || squeezed[length - 1] == ' ')) continue;
            if (c is '.' or ',' && length > 0 && squeezed[length - 1] == ' ') length--;
            if (c == '.' && length > 0 && squeezed[length - 1] is '.' or '?' or '!' && !IsEllipsis(text, i)) continue;
            squeezed[length++] = c;
        }

        while (length > 0 && squeezed[length - 1] == ' ') length--;
        return squeezed[..length].ToString();
    }

    private static bool IsEllipsis(ReadOnlySpan<char> text, int at)
    {
        var (from, to) = (at, at);
        while (from > 0 && text[from - 1] == '.') from--;
        while (to + 1 < text.Length && text[to + 1] == '.') to++;
        // An ellipsis has three; a full stop after it is one too many.
        return to - from >= 2 && at - from < 3;
    }
}
