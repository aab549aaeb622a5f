using System.Collections.Immutable;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Language;

namespace AppelAide.Host.Commands.Telephone;

/// <summary>What comes out of the telephone, whichever way it came. What only the line itself knows is null when it came through a webhook.</summary>
internal sealed record LineAnswer
{
    /// <summary>What is said, in order; for a text message, the message as sent, or nothing.</summary>
    public required ImmutableArray<Utterance> Said { get; init; }

    /// <summary>What the line does then.</summary>
    public required Expectation Then { get; init; }

    /// <summary>The conversation's language: <c>fr</c> or <c>en</c>; null when a webhook's answer does not tell.</summary>
    public required string? Language { get; init; }

    /// <summary>Whether speech is slow.</summary>
    public bool Slow { get; init; }

    /// <summary>How many segments a text message is billed as; 0 for a call.</summary>
    public int Segments { get; init; }

    /// <summary>Where the conversation waits.</summary>
    public string? Node { get; init; }

    /// <summary>What the caller was taken to want: one of <c>Intents</c>.</summary>
    public string? Intent { get; init; }

    /// <summary>The French label of the need that was named.</summary>
    public string? Need { get; init; }

    /// <summary>The official name of the place that was settled on in this turn, with its MRC or city.</summary>
    public string? Place { get; init; }

    /// <summary>How sure the line was, 0 to 1.</summary>
    public double? Confidence { get; init; }

    /// <summary>Messages that the line sent meanwhile.</summary>
    public ImmutableArray<SentText> Texts { get; init; } = [];

    /// <summary>How long the words and pauses take to say, in seconds; nothing for a text message.</summary>
    public double Seconds => Segments > 0 ? 0 : SpokenDuration.Seconds(Said, Slow);

    /// <summary>What is said, one piece a language: as a voice would read it.</summary>
    public IEnumerable<(string Language, string Text)> Runs()
    {
        for (var i = 0; i < Said.Length;)
        {
            var language = Said[i].Language;
            var run = new List<string>();
            for (; i < Said.Length && Said[i].Language == language; i++)
                run.Add(Said[i].Text.Trim());
            var text = string.Join(' ', run.Where(words => words.Length > 0));
            if (text.Length > 0)
                yield return (language, text);
        }
    }
}
