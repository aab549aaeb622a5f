namespace AppelAide.Dialogue.Language;

/// <summary>A text, parted where its writer parted it.</summary>
internal static class Sentences
{
    private const int Most = 40;
    private const int ShortestShouted = 4;

    /// <summary>The parts between marks of punctuation and line ends, in order; those without a word are left out.</summary>
    internal static List<string> Of(string text)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i <= text.Length && parts.Count < Most; i++)
        {
            if (i < text.Length && !Parts(text, i)) continue;
            var part = text[start..i];
            if (part.AsSpan().Trim().Length > 0) parts.Add(part);
            start = i + 1;
        }

        return parts;
    }

    /// <summary>The words in capitals, with the word before each that is not, of a text that is not all in capitals: "he moved away STOP".</summary>
    internal static string Shouted(string text)
    {
        if (!text.Any(char.IsLower)) return "";
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var shouted = words.Index().Where(word => IsShouted(word.Item)).ToList();
        return shouted.Count == 0 || shouted.Exists(word => word.Index > 0 && SmallWords.DenyOrderAfter(TextFolding.Fold(words[word.Index - 1])))
            ? ""
            : string.Join(' ', shouted.Select(word => word.Item));
    }

    private static bool IsShouted(string word) => word.Count(char.IsLetter) >= ShortestShouted && !word.Any(char.IsLower);

    private static bool Parts(string text, int i) =>
        text[i] is '.' or '!' or '?' or ';' or ':' or ',' or '\n' or '\r' or '(' or ')' or '…' or '—' or '–' or '/'
        || (text[i] == '-' && i > 0 && text[i - 1] == ' ');
}
