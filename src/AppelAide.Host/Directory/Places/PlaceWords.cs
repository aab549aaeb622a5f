using System.Collections.Frozen;
using AppelAide.Dialogue.Language;

namespace AppelAide.Host.Directory.Places;

/// <summary>How the words of a place's name are compared, and which words around it say that a place is meant.</summary>
internal static class PlaceWords
{
    /// <summary>More words than any answer to "where do you live" holds; what follows is not read.</summary>
    public const int MostWords = 80;

    private const int MostCharacters = 600;

    private const int ShortestStuck = 5;

    private static readonly FrozenSet<string> Articles = Set("de du des d la le les l a au aux et the of");

    // Written short in the register of no municipality, and so in most messages.
    private static readonly FrozenDictionary<string, string> Short = new Dictionary<string, string>
    {
        ["saint"] = "st",
        ["sainte"] = "st",
        ["ste"] = "st",
        ["sts"] = "st",
        ["stes"] = "st",
        ["saints"] = "st",
        ["saintes"] = "st",
        ["mt"] = "mont",
        ["riv"] = "riviere",
        ["pte"] = "pointe",
        ["gde"] = "grande",
        ["grde"] = "grande",
        ["isle"] = "ile",
        ["nd"] = "notre dame",
        ["n"] = "notre",
        ["nouvo"] = "nouveau",
        ["sain"] = "st",
        ["sant"] = "st",
        ["sint"] = "st",
        ["siant"] = "st",
        ["aint"] = "st",
        ["snt"] = "st",
        ["saine"] = "st",
        ["saite"] = "st",
    }.ToFrozenDictionary();

    // Words that begin or end so many names that alone they name none.
    // Parts of names (Havre-aux-Maisons, Grande-Entrée), or nearly (Cap-aux-Meules), that say something else when alone.
    private static readonly FrozenSet<string> NoPlaceAlone = Set("maison maisons meuble meubles famille familles entree entrees");

    private static readonly FrozenSet<string> Common = Set("""
        st notre dame riviere port pointe grande grand petite petit gros grosse mont val vallee baie anse cap lac ile chute pont ville village
        vieux vieille nord sud est ouest neuf new old north south east west bay town city point creek cove mill mer ruisseau coulee coteau cote colline
        haut haute bas basse bout coin fort bois blanc noir rouge jaune claire bon bonne beau belle sur sous en lez ange roche caps neige carriere
        nouveau nouveaux bourg partie centre quartier secteur faubourg cite place chateau eau mine
        """);

    // Names of persons: alone they name no place, after Saint or Mont they do.
    private static readonly FrozenSet<string> Persons = Set("jean jacque pierre paul marie joseph anne louis francoi michel andre charle rose claude");

    // Before a word of every day, they say that it is that word and no place: bonne nouvelle, je m'appelle Maria.
    private static readonly FrozenSet<string> Denials = Set("""
        bonne mauvaise nouvelle une aucune quelle quelque autre appelle nom prenom name called madame mme monsieur mr mrs ms miss no any some have
        new ave dame fete anniversaire birthday merci chere cher salut love
        """);

    private static readonly FrozenSet<string> Offices = Set("revenu revenue rente hydro service gouvernement government retraite regie ministere province sante emploi bec transition assurance impot pension tax form letter");

    // Names of places that are words, or names of persons, of every day: they need a sign that a place is meant.
    private static readonly FrozenSet<string> Everyday = Set("""
        nouvelle hope maria price alma fatima bassin york shannon drapeau tourelle capucin plateau riviere cite saule ile jesuite ascension
        lorraine peche reine patrie conception presentation minerve corne motte avenir assomption epiphanie cedre coteau racine mercier prevost guerin
        labelle austin hudson franklin bowman low gore mayo berry milan irlande plaisance nante venise beaumont duhamel lejeune auclair elgin richelieu
        montcalm charlemagne amos moffet latulipe cleveland melbourne bristol stratford montagne prairie sarre corniche
        baleine aeroport vanier clermont villeneuve marcil linton newport chandler newton ham bury bic eboulement chatel
        chatels ange tourmente forillon moulin rapide hauteur redemption sante gardien esprit espoir marc basile alban gilbert madeleine
        """);

    private static readonly FrozenSet<string> Cues = Set("""
        a au aux dans reste habite demeure vis viens vit restons vivons habitons pres proche autour vers ville village municipalite secteur quartier
        coin bout in at near from live living around town
        """);

    // May surround a place's name and add nothing: greetings, thanks, small words, times.
    private static readonly FrozenSet<string> Fillers = Set("""
        bonjour bonsoir salut allo hello hi hey svp sil s il vous plait stp merci please plz thanks thank you oui yes ok okay moi je j suis c est on
        nous ici here i am m me my mon ma pour for quebec qc gaspesie demain aujourd hui tomorrow today soir matin semaine week bientot soon
        euh ben la le les l de d du des the of et and ou or y en stp mon numero est village ville municipalite
        """);

    // Ordinary words that differ by a letter from a word of some place's name: they are never taken for it misspelt.
    private static readonly FrozenSet<string> NeverMisspelt = Set("""
        garcon garcons cotisation reception perte perdre perle perdu perde peres pere percer force merci marie marin marche mardi matin martin mars carte caple chaise chandelle chandail
        chapelle copain capable nouveau nouveaux gratuit gratuite aide aider formation formasion cours internet ordinateur tablette telephone sante
        chauffage logement manger nourriture transport loyer parler personne papier impot hopital clinique maison enfant famille gens argent
        travail emploi email courriel texto avis opinion question reponse numero heure heures ouvert ferme bonne belle grand grande petite petit
        seul seule vieux vieille mere soeur frere bebe voiture auto autobus taxi neige hiver chaud froid faim soif bien besoin cherche
        donne veux voudrais aimerais savoir besoins trouver prochaine prochain plus moins autre autres encore rien tout toute tous toutes
        class classes training course lesson food house housing heat heating health paper papers transit ride talk person help need needs
        market place places bread shelter clothes please where when what which next more other others free first last morning evening
        courrier courir courville courant baisse passe basse classe caisse casse chasse gaspillage
        banque magasin depanneur pharmacie ecole eglise bureau centre service services mental mentale maladie malade medecin docteur
        couteau couteaux colombie langue langues plainte plaintes plein pleine champ champs franc francs
        montre monter montant nuit porte portes sortie valle salle balle mairie mariage maman papa terre verre pierre pieces piece
        """);

    /// <summary>The words that carry a name, in order: articles dropped, plurals and <c>saint(e)</c> made one.</summary>
    /// <param name="text">A name or a message.</param>
    /// <param name="isKnown">Whether a word belongs to some place's name; decides where <c>steanne</c> is parted. Null while names are read.</param>
    public static List<PlaceWord> Read(string text, Func<string, bool>? isKnown = null)
    {
        var words = new List<PlaceWord>(12);
        var cue = false;
        foreach (var token in TextFolding.Tokens(text.Length > MostCharacters ? text[..MostCharacters] : text))
        {
            if (words.Count >= MostWords)
                break;
            if (Articles.Contains(token))
            {
                cue = Cues.Contains(token);
                continue;
            }

            var word = Short.GetValueOrDefault(token, token);
            if (word == "notre dame")
            {
                words.Add(new("notre", cue));
                word = "dame";
                cue = false;
            }
            else if (isKnown is not null && Saintly(token, isKnown) is { } rest)
            {
                words.Add(new("st", cue));
                word = rest;
                cue = false;
            }

            else if (isKnown is not null && Stuck(token, isKnown) is { } stuck)
            {
                // "formationgaspe"
                words.Add(new(stuck.Before, cue));
                word = stuck.Place;
                cue = false;
            }

            words.Add(new(Singular(word), cue));
            cue = Cues.Contains(token);
        }

        return words;
    }

    /// <summary>Plural and singular are one: people write <c>Ste-Anne des mont</c>.</summary>
    public static string Singular(string word) => word.Length > 3 && word[^1] is 's' or 'x' ? word[..^1] : word;

    /// <summary>Whether a run of words says enough of a name to stand for it.</summary>
    public static bool Tells(ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (!Common.Contains(word) && word.Length > 2)
                return true;
        }

        return false;
    }

    /// <summary>Whether a word alone, though of a place's name, never says the place.</summary>
    public static bool IsNoPlaceAlone(string word) => NoPlaceAlone.Contains(word);

    public static bool IsEveryday(string word) => Everyday.Contains(word) || Common.Contains(word) || Persons.Contains(word) || word.Length <= 3;

    public static bool IsFiller(string word) => Fillers.Contains(word) || Cues.Contains(word);

    public static bool Denies(string word) => Denials.Contains(word);

    /// <summary>After them, Québec is the government, not the city: Revenu Québec, les rentes du Québec.</summary>
    public static bool NamesOffice(string word) => Offices.Contains(word);

    public static bool MayBeMisspelt(string word) =>
        word.Length >= 3 && !CommonWords.Contains(word) && !NeverMisspelt.Contains(word) && !Fillers.Contains(word) && !Cues.Contains(word) && !word.AsSpan().ContainsAnyInRange('0', '9');

    private static (string Before, string Place)? Stuck(string token, Func<string, bool> isKnown)
    {
        if (token.Length < 2 * ShortestStuck || isKnown(Singular(token)))
            return null;
        for (var at = ShortestStuck; at <= token.Length - ShortestStuck; at++)
        {
            var place = Singular(token[at..]);
            if (isKnown(place) && !IsEveryday(place))
                return (token[..at], place);
        }

        return null;
    }

    private static string? Saintly(string token, Func<string, bool> isKnown)
    {
        if (!token.StartsWith("st", StringComparison.Ordinal) && !token.StartsWith("saint", StringComparison.Ordinal))
            return null;
        if (isKnown(Singular(token)))
            return null;
        foreach (var prefix in (ReadOnlySpan<string>)["sainte", "saint", "ste", "st"])
        {
            if (token.Length >= prefix.Length + 3 && token.StartsWith(prefix, StringComparison.Ordinal) && isKnown(Singular(token[prefix.Length..])))
                return token[prefix.Length..];
        }

        return null;
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany<string, string>(word => [word, Singular(word)]).ToFrozenSet();
}
