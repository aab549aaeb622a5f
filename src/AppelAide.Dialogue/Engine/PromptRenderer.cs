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
                    break;
                case ValuePart { Name: var name } filled:
                    words.Append(ValueFormats.Format(filled, value(name), tongue, channel, today));
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

    /// <summary>One space between words, none at the ends, none before a full stop or comma (an empty value leaves one there).</summary>
    private static string Squeeze(StringBuilder text)
    {
        var squeezed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ' ' && (squeezed.Length == 0 || squeezed[^1] == ' ')) continue;
            if (c is '.' or ',' && squeezed.Length > 0 && squeezed[^1] == ' ') squeezed.Length--;
            squeezed.Append(c);
        }

        while (squeezed.Length > 0 && squeezed[^1] == ' ') squeezed.Length--;
        return squeezed.ToString();
    }
}
