using AppelAide.Dialogue.Language;

namespace AppelAide.Host.Trainings.Search;

/// <summary>
/// Understands what training a citizen wishes for, in either language, whatever the language of the conversation. Pure: any text gives an answer, in
/// time proportional to its first words.
/// </summary>
internal sealed class WishReader(WishWords known)
{
    private const int ShortestWord = 3;
    private const int MostWords = 8;

    private static readonly HashSet<string> Trainings =
        [.. "cours formation formations atelier ateliers conference seance seances class classes course courses workshop workshops lesson lessons training session sessions".Split(' ')];

    private static readonly HashSet<string> LinksToSubject = [.. "de d sur du des en la le l les un une about on in of".Split(' ')];

    // Words of wishing, of asking and of nothing.
    private static readonly HashSet<string> Empty =
    [
        .. """
           le la les un une des du de au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs je tu il elle on nous vous ils elles me te se moi toi lui eux
           est sont suis etes sommes etait sera serait ont ai avons avez avait aurait avoir etre faire fait faites fais dire dit aller vais veux veut voulez voudrais voudrait vouloir aimerais aimerait
           peux peut pouvez pouvoir pourrais faut doit dois cherche chercher cherchons trouver trouve besoin aide aider inscrire inscription inscrivez savoir sais connaitre apprendre suivre participer assister
           interesse interessee quoi que qui quel quelle quels quelles quand comment combien pourquoi pour par avec sans dans chez vers pres proche plus moins tres bien bon bonne autre autres quelque quelques chose
           pas non oui ici aussi encore alors donc mais ou et si car comme entre svp merci bonjour bonsoir salut allo stp plait madame monsieur coin region ville village municipalite quartier endroit place places disponible
           disponibles gratuit gratuits gratuite gratuites offert offerts offrez avez prochain prochains prochaine prochaines prochainement bientot calendrier liste horaire heure heures jour jours date dates semaine mois annee annees
           base niveau groupe personnes gens monde age ainee aine aines adulte adultes mere pere quelqu quelqun info infos information informations donner donne donnee donnees question genre type sorte
           the an and any are for from has have how into its like looking want wants need needs near not now our out please pls some something someone that there they this these those what when where which who why will with you your my me
           i im am is it to in on at of or do does can could would should about thanks thank hello hi hey yes sign register registration know find learn attend join interested available upcoming free next coming town city
           area around here time times day days date dates week month year people group person offered give given get got go going help more other another kind type level show list
           """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>Reads a text.</summary>
    /// <param name="text">What was said or texted.</param>
    /// <param name="now">The moment, in the line's time zone.</param>
    public WishReading Read(string text, DateTimeOffset now)
    {
        var named = known.Read(text);
        var dates = WishDates.Read(named, known, DateOnly.FromDateTime(now.DateTime));
        var part = named.First(WishWords.Part);
        if (part.Length == 0) part = dates.Part.Length > 0 ? dates.Part : HourOfDay.Named(named.Words);
        var kind = named.Found.Find(found => found is { Group: WishWords.Kind, Name: not "training" }).Name ?? "";
        var topic = named.First(WishWords.Topic);
        var about = topic.Length > 0 ? "" : About(named, dates);
        var wish = new TrainingWish
        {
            Topic = topic,
            About = about,
            Kind = kind,
            Language = named.First(WishWords.Tongue),
            Way = named.First(WishWords.Way),
            From = dates.From,
            To = dates.To,
            Days = dates.Days,
            Part = part,
            Words = string.Join(' ', Enumerable.Range(0, named.Words.Length).Where(i => IsSubject(named, dates, i)).Select(i => named.Words[i]).Distinct().Take(MostWords)),
        };
        var rest = Enumerable.Range(0, named.Words.Length).Where(i => named.GroupAt(i) is "" or WishWords.Kind or "nothing" && !dates.Takes(i)).Select(i => named.Words[i]);
        return new(wish, dates.Impossible, dates.Named, string.Join(' ', rest))
        {
            SaysAnyTraining = named.Found.Exists(found => found is { Group: WishWords.Kind, Name: "training" }),
            AsksMore = named.First(WishWords.Ask).Length > 0,
        };
    }

    /// <summary>"Un cours de poterie", "a pottery class": what a class is said to be about.</summary>
    private static string About(NamedWords named, WishDates dates)
    {
        var words = named.Words;
        for (var i = 0; i < words.Length; i++)
        {
            if (!Trainings.Contains(words[i])) continue;
            var next = i + 1;
            while (next < words.Length && LinksToSubject.Contains(words[next])) next++;
            if (next > i + 1 && next < words.Length && IsSubject(named, dates, next)) return words[next];
            if (i > 0 && words[i] is "class" or "classes" or "course" or "workshop" or "workshops" or "lessons" && IsSubject(named, dates, i - 1)) return words[i - 1];
        }

        return "";
    }

    private static bool IsSubject(NamedWords named, WishDates dates, int word) =>
        named.GroupAt(word).Length == 0 && !dates.Takes(word) && named.Words[word].Length >= ShortestWord && !Empty.Contains(named.Words[word])
        && !named.Words[word].Any(char.IsAsciiDigit) && !Trainings.Contains(named.Words[word]) && !SpokenNumber.Understand(named.Words[word]).HasValue;
}
