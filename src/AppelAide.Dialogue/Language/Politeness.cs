namespace AppelAide.Dialogue.Language;

/// <summary>Greetings and thanks around what was meant: <c>Stop. Merci</c> is <c>stop</c>.</summary>
internal static class Politeness
{
    private static readonly string[][] Phrases = [.. new[]
    {
        "s il vous plait", "s il te plait", "sil vous plait", "sil te plait", "svp", "stp", "merci beaucoup", "merci bien", "merci",
        "merci d avance", "merci a vous", "merci bonne journee", "mrc", "mci", "s v p", "bonjour", "bonsoir", "bon matin", "salut", "slt", "bjr", "allo", "coucou", "bonne journee",
        "bonne soiree", "bonne nuit", "bye", "au revoir", "madame", "monsieur", "thank you so much", "thank you very much", "thanks so much", "thanks a lot", "thank you", "thanks",
        "thankyou", "thx", "thnx", "tks", "ty", "please", "pls", "plz", "plse", "hello", "hi there", "hi", "hey", "good morning", "good afternoon", "good evening", "have a nice day",
        "have a good day", "sir", "maam", "lol",
    }.Select(phrase => phrase.Split(' '))];

    /// <summary>The range of words left when politeness is taken from both ends; empty when there is nothing else.</summary>
    internal static (int Start, int End) Trim(ReadOnlySpan<string> words)
    {
        var start = 0;
        var end = words.Length;
        while (LengthAt(words[start..end], fromEnd: false) is > 0 and var taken)
            start += taken;
        while (LengthAt(words[start..end], fromEnd: true) is > 0 and var taken)
            end -= taken;
        return (start, end);
    }

    private static int LengthAt(ReadOnlySpan<string> words, bool fromEnd)
    {
        foreach (var phrase in Phrases)
            if (fromEnd ? words.EndsWith(phrase) : words.StartsWith(phrase))
                return phrase.Length;
        return 0;
    }
}
