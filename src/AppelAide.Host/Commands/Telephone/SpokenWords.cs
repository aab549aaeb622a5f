using System.Collections.Immutable;
using System.Text;
using AppelAide.Dialogue.Engine;

namespace AppelAide.Host.Commands.Telephone;

/// <summary>Collects what a voice reads into utterances: words up to a pause, in one language.</summary>
internal sealed class SpokenWords
{
    private readonly List<Utterance> said = [];
    private readonly StringBuilder words = new();
    private string language = "";

    /// <summary>The words that follow are in this language.</summary>
    public void Begin(string code)
    {
        Flush(0);
        language = code;
    }

    /// <summary>More words; blanks and line ends are single spaces to a voice.</summary>
    public void Add(string text) => words.Append(text);

    /// <summary>A silence, after the words if there are any; silences add up.</summary>
    public void Pause(double seconds)
    {
        if (Flush(seconds) || said.Count == 0)
            return;
        said[^1] = said[^1] with { PauseAfter = said[^1].PauseAfter + seconds };
    }

    /// <summary>All of it.</summary>
    public ImmutableArray<Utterance> ToUtterances()
    {
        Flush(0);
        return [.. said];
    }

    private bool Flush(double pause)
    {
        var text = string.Join(' ', words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        words.Clear();
        if (text.Length == 0)
            return false;
        said.Add(new Utterance(language, text, pause));
        return true;
    }
}
