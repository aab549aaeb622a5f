using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Language;

/// <summary>How long the line takes to say something: an estimate, to keep prompts short and to show the seconds on the line.</summary>
/// <remarks>
/// Assumption, not a measurement of one provider's voice: neural voices at their normal rate read about 150 to 160 words a minute in French,
/// 165 in English, which with the words' usual lengths and the spaces between them is 15 characters a second in French and 15.5 in English.
/// Numbers count as the words that are said for them. Slower speech is 0.8 of the rate.
/// </remarks>
public static class SpokenDuration
{
    private const double FrenchCharactersPerSecond = 15;
    private const double EnglishCharactersPerSecond = 15.5;
    private const double SlowRate = 0.8;

    // The usual length of one word of a number, with its space: "trente", "neuf", "twenty".
    private const int NumberWord = 6;

    /// <summary>Seconds to say a text, without the pause after it.</summary>
    /// <param name="text">Plain words.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="slow">Whether the citizen asked for slower speech.</param>
    public static double Seconds(string text, string language, bool slow = false)
    {
        var characters = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                characters++;
                i++;
                continue;
            }

            var end = i;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            characters += (NumberWord * WordsOf(text.AsSpan(i, end - i))) - 1;
            i = end;
        }

        var rate = language == "en" ? EnglishCharactersPerSecond : FrenchCharactersPerSecond;
        return characters / (slow ? rate * SlowRate : rate);
    }

    /// <summary>Seconds to say several runs of words, with the pauses between and after them.</summary>
    /// <param name="said">What is said, in order.</param>
    /// <param name="slow">Whether the citizen asked for slower speech; pauses stay as they are.</param>
    public static double Seconds(IEnumerable<Utterance> said, bool slow = false) =>
        said.Sum(utterance => Seconds(utterance.Text, utterance.Language, slow) + utterance.PauseAfter);

    // A digit that is not 0 is about one word, 11 to 19 are one, and hundreds and thousands are one more; beyond four digits they are read one by one.
    private static int WordsOf(ReadOnlySpan<char> digits)
    {
        if (digits.Length > 4)
            return digits.Length;
        var words = digits.Length - digits.Count('0');
        if (digits.Length >= 3 && digits[^3] != '0')
            words++;
        if (digits.Length >= 2 && digits[^2] == '1')
            words--;
        if (digits.Length == 4 && digits[0] != '0')
            words++;
        return Math.Max(words, 1);
    }
}
