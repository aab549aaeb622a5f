namespace AppelAide.Dialogue.Language;

/// <summary>
/// Understands a yes or a no, in French and English at once, as people here say and text it. Keys (1, 2) are not its business.
/// </summary>
public static class YesNo
{
    private const int LongestUncertainAnswer = 12;

    private static readonly PhraseMatcher Answers = new(
    [
        ("unsure",
        [
            "sais pas", "sait pas", "chais pas", "=jsp", "pas sûr", "pas sûre", "pas certain", "pas certaine", "peut-être", "comprends pas",
            "entends pas", "ça dépend", "don't know", "dunno", "not sure", "maybe", "perhaps", "don't understand", "it depends", "no idea", "aucune idée",
            "répétez", "repeat",
        ]),
        ("yes",
        [
            "oui", "ouais", "ouaip", "ouain", "ouin", "ouep", "ouè", "oue", "oui oui", "ui", "oiu", "uoi", "=wi", "=mets en", "certainement",
            "absolument", "bien sûr", "tout à fait", "exactement", "d'accord", "dac", "dacc", "ok", "okay", "okey", "oké", "=k", "^o", "^y", "^si",
            "avec plaisir", "volontiers", "je veux bien", "certain que oui", "yes", "yeah", "yep", "yup", "yah", "yess", "yea", "sure",
            "of course", "absolutely", "definitely", "certainly", "exactly", "all right", "alright", "=uh huh", "yes please",
        ]),
        ("no",
        [
            "non", "nan", "nenni", "nn", "^n", "pas du tout", "pantoute", "absolument pas", "certainement pas", "surtout pas", "jamais", "aucunement",
            "pas d'accord", "non merci", "no", "nope", "nah", "never", "not at all", "no thanks", "no thank you", "of course not",
            "absolutely not", "definitely not", "certainly not", "bien sûr que non",
        ]),
        ("rather yes",
        [
            "c'est ça", "c'est bien ça", "c'est bon", "c'est cela", "c'est correct", "c'est vrai", "c'est exact", "=c ca", "=c bon", "^ça va", "^bon",
            "en effet", "exact", "correct", "parfait", "super", "voilà", "certain", "^sûr", "^c'est sûr", "vrai", "pourquoi pas", "pas de problème",
            "pas de trouble", "^envoye", "^go", "s'il vous plaît", "svp", "that's right", "that's it", "that's correct", "right", "true", "fine",
            "good", "perfect", "why not", "no problem", "no worries", "i do", "i would", "i am", "it is", "please", "j'aimerais", "je veux",
        ]),
        ("rather no",
        [
            "pas", "pas ça", "c'est pas ça", "ce n'est pas ça", "pas exact", "pas correct", "pas bon", "pas vrai", "pas maintenant", "faux", "incorrect",
            "mauvais", "mauvaise", "aucun", "aucune", "erreur", "wrong", "not", "not right", "not it", "not good", "not true", "don't", "false",
            "isn't", "mistake", "not now", "neither", "none", "je veux pas", "can't", "won't",
        ]),
    ]);

    /// <summary>True for yes, false for no, null when neither is clear: both were said, or doubt, or something else.</summary>
    /// <param name="text">The words as recognised or texted.</param>
    public static bool? Understand(string text)
    {
        var folded = TextFolding.Fold(text);
        var said = Answers.MatchAll(Drawled(folded));
        var yes = Said("yes");
        var no = Said("no");
        if (yes || no)
            return yes == no ? null : yes;

        // A "pas" in a long answer denies something else.
        if (Said("unsure") || folded.AsSpan().Count(' ') >= LongestUncertainAnswer)
            return null;
        if (Said("rather no"))
            return false;
        return Said("rather yes") ? true : null;

        bool Said(string key) => said.Any(match => match.Key == key);
    }

    // "ouiiii", "nooon": a letter held for three or more is written once.
    private static string Drawled(string folded)
    {
        var kept = new char[folded.Length];
        var length = 0;
        for (var i = 0; i < folded.Length;)
        {
            var run = i + 1;
            while (run < folded.Length && folded[run] == folded[i])
                run++;
            var times = run - i >= 3 && char.IsAsciiLetter(folded[i]) ? 1 : run - i;
            folded.AsSpan(i, times).CopyTo(kept.AsSpan(length));
            length += times;
            i = run;
        }

        return length == folded.Length ? folded : new string(kept, 0, length);
    }
}
