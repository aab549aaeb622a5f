namespace AppelAide.Dialogue.Language;

/// <summary>What people say before and after a name when they are asked for one: "Bonjour, je m'appelle … merci".</summary>
internal static class NameSurroundings
{
    // Never "Ben", "Ty", "So" or "Jay": people are called so.
    private static readonly string[][] Before = Phrases("""
        je m appelle|moi je m appelle|je me nomme|mon nom est|mon nom c est|mon nom|mon prenom est|mon prenom c est|le nom est|le nom c est|son nom est|son nom c est|le sien c est
        c est au nom de|au nom de|c est pour|c est|cest|ca serait|ce serait|moi c est|je suis|ici|il s appelle|elle s appelle|il se nomme|elle se nomme|qui s appelle|inscrivez|pour|nom|prenom|nom complet
        oui|ok|okay|alors|euh|heu|bonjour|bonsoir|allo|salut|bon matin|monsieur|madame|mademoiselle|mme|mlle|mr
        my name is|my name s|my name|the name is|the name s|name is|name|his name is|his name s|her name is|her name s|their name is|it s for|it is for|it s|it is|this is|that is|that s|i am|i m
        he is called|she is called|called|for|yes|sure|um|uh|hello|hi|good morning|good afternoon|good evening|mister|mrs|ms|miss|first name|last name|full name
        ma mere|mon pere|mon mari|ma femme|mon epoux|mon epouse|mon conjoint|ma conjointe|mon chum|ma blonde|ma fille|mon fils|mon garcon|ma soeur|mon frere|mon ami|mon amie|une amie|un ami
        ma grand mere|mon grand pere|ma tante|mon oncle|ma voisine|mon voisin|ma belle mere|mon beau pere|ma belle soeur|mon beau frere|ma niece|mon neveu|ma cousine|mon cousin
        my mother|my mom|my father|my dad|my husband|my wife|my partner|my son|my daughter|my sister|my brother|my friend|my neighbour|my neighbor|my grandmother|my grandfather|my aunt|my uncle|a friend
        """);

    private static readonly string[][] After = Phrases("""
        s il vous plait|s il te plait|sil vous plait|svp|stp|merci beaucoup|merci bien|merci|bonne journee|bonne soiree|au revoir|bye bye|bye|c est mon nom|est mon nom|c est ca|c est tout|voila|madame|monsieur
        please|thank you very much|thank you so much|thank you|thanks a lot|thanks|have a good day|is my name|that s my name|that s it|that s all|that is all
        """);

    /// <summary>Between a name and its spelling: "Tremblay, ça s'écrit T, R, E…".</summary>
    private static readonly string[][] BeforeSpelling = Phrases("""
        ca s ecrit|qui s ecrit|s ecrit|ca s epelle|s epelle|epele|j epelle|je vous l epelle|je l epelle|je vais l epeler|c est ecrit|ecrit|c est|soit
        spelled|spelt|that is spelled|that s spelled|it is spelled|it s spelled|i spell it|spelling|that s|that is
        """);

    /// <summary>The parts that are the name; none when there is nothing else.</summary>
    internal static List<NamePiece> Without(List<NamePiece> pieces)
    {
        var words = pieces.Select(piece => piece.Folded).ToArray();
        var (start, end) = (0, words.Length);
        // A part joined to the next (Pour-Tremblay) is a piece of a name.
        while (LengthAt(Before, words.AsSpan(start, end - start)) is > 0 and var taken && (start + taken == end || pieces[start + taken].Join != '-')) start += taken;
        while (LengthAtEnd(words.AsSpan(start, end - start)) is > 0 and var taken && pieces[end - taken].Join != '-') end -= taken;
        return pieces[start..end];
    }

    /// <summary>How many of these words only say that a spelling follows.</summary>
    internal static int SpellingFollows(ReadOnlySpan<string> words) => LengthAt(BeforeSpelling, words);

    private static int LengthAt(string[][] phrases, ReadOnlySpan<string> words)
    {
        foreach (var phrase in phrases)
            if (words.StartsWith(phrase)) return phrase.Length;
        return 0;
    }

    private static int LengthAtEnd(ReadOnlySpan<string> words)
    {
        foreach (var phrase in After)
            if (words.EndsWith(phrase)) return phrase.Length;
        return 0;
    }

    /// <summary>Longest first, so that "c'est pour" is not read as "c'est".</summary>
    private static string[][] Phrases(string written) =>
        [.. written.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().Select(phrase => phrase.Split(' ')).OrderByDescending(phrase => phrase.Length)];
}
