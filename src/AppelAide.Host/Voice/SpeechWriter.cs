using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Voice;

/// <summary>Writes what is said: one <c>&lt;Say&gt;</c> a run of one language, pauses inside it, as <c>&lt;break&gt;</c>.</summary>
/// <param name="writer">Where to.</param>
/// <param name="voices">The voices.</param>
/// <param name="slow">Whether the citizen asked for slower speech.</param>
/// <param name="largest">Bytes of the document, after which no more is said.</param>
internal sealed class SpeechWriter(TwimlWriter writer, VoiceOptions voices, bool slow, int largest)
{
    /// <summary>Bytes, at most, of the markup around one utterance.</summary>
    public const int MarkupLength = 200;

    /// <summary>Characters. Neural voices refuse 3,000 in one Say (https://www.twilio.com/docs/api/errors/13520); breaks count too, to be sure.</summary>
    private const int LongestSay = 2_900;

    /// <summary>The voices' longest break, in milliseconds.</summary>
    private const int LongestBreak = 10_000;

    /// <summary>Characters of a break's markup, at most.</summary>
    private const int BreakLength = 24;

    private string _language = "";
    private int _room;

    /// <summary>Writes the words and their pauses, in order.</summary>
    public void Say(ImmutableArray<Utterance> said)
    {
        foreach (var utterance in said)
        {
            var rest = utterance.Text.AsSpan().Trim();
            while (!rest.IsEmpty)
            {
                if (utterance.Language != _language || _room < Math.Min(rest.Length, LongestSay) + MarkupLength)
                    Begin(utterance.Language);
                else
                    writer.Text(" ");
                var piece = rest[..Cut(rest)];
                if (writer.Length + piece.Length * 6 > largest)
                {
                    End();
                    return;
                }

                writer.Text(piece);
                _room -= piece.Length;
                rest = rest[piece.Length..].TrimStart();
            }

            Pause(utterance.PauseAfter);
        }

        End();
    }

    private void Begin(string language)
    {
        End();
        _language = language;
        _room = LongestSay + MarkupLength;
        var english = language == "en";
        writer.Open("Say")
            .Attribute("language", english ? voices.EnLanguage : voices.FrLanguage)
            .Attribute("voice", english ? voices.En : voices.Fr);
        if (slow)
            writer.Open("prosody").Attribute("rate", voices.SlowRate);
    }

    private void End()
    {
        if (_language.Length == 0)
            return;
        if (slow)
            writer.Close();
        writer.Close();
        _language = "";
    }

    /// <summary>A pause before any words has nothing to be in, and nobody waits for it.</summary>
    private void Pause(double seconds)
    {
        if (_language.Length == 0 || !(seconds > 0))
            return;
        var milliseconds = (int)Math.Min(LongestBreak, Math.Round(seconds * 1000));
        writer.Open("break").Attribute("time", string.Create(CultureInfo.InvariantCulture, $"{milliseconds}ms")).Close();
        _room -= BreakLength;
    }

    /// <summary>How much of the text goes into one Say: all of it, or up to a sentence's end, or a space, and never half a character.</summary>
    private static int Cut(ReadOnlySpan<char> text)
    {
        if (text.Length <= LongestSay)
            return text.Length;
        var most = text[..LongestSay];
        var sentence = most.LastIndexOfAny('.', '?', '!');
        if (sentence > LongestSay / 2)
            return sentence + 1;
        var space = most.LastIndexOf(' ');
        if (space > 0)
            return space;
        return char.IsHighSurrogate(most[^1]) ? LongestSay - 1 : LongestSay;
    }
}
