using System.Collections.Immutable;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Conversations;
using AppelAide.Host.Scripts;

namespace AppelAide.Host.Bulletins;

/// <summary>What staff wrote, as citizens get it.</summary>
internal sealed class BulletinWording(ScriptLibrary scripts, LineClock clock)
{
    /// <summary>What a call says around a message: who calls, why, and how to stop.</summary>
    private const double SecondsAround = 25;

    /// <summary>The text of a language.</summary>
    public BulletinText Of(string language, string body)
    {
        var words = string.Join(' ', body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var text = Compose(language, words);
        var seconds = SpokenDuration.Seconds(words, language) + SecondsAround;
        return new BulletinText(language, text, words, OutgoingWords.Segments(text), TooLong(language, words), string.Concat(Gsm7.Lost(words)), (int)Math.Ceiling(seconds / 60));
    }

    private string Compose(string language, string words) =>
        OutgoingWords.Compose(scripts.Live, language, words, clock.Context(clock.Now, ImmutableDictionary<string, ImmutableArray<string>>.Empty));

    /// <summary>What is composed is cut to what fits: how much of the words that is.</summary>
    private int TooLong(string language, string words)
    {
        var folded = Gsm7.Fold(words);
        if (folded.Length == 0 || Compose(language, words).Contains(folded.TrimEnd('.', ' '), StringComparison.Ordinal)) return 0;
        var (fits, breaks) = (0, folded.Length);
        while (breaks - fits > 1)
        {
            var middle = (fits + breaks) / 2;
            var beginning = folded[..middle].TrimEnd('.', ' ');
            if (Compose(language, beginning).Contains(beginning, StringComparison.Ordinal)) fits = middle;
            else breaks = middle;
        }

        return folded.Length - fits;
    }
}
