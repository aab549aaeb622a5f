using System.Collections.Frozen;

namespace AppelAide.Dialogue.Language;

/// <summary>Words that carry no subject of their own.</summary>
internal static class SmallWords
{
    /// <summary>May stand between the words of a phrase: <c>aide pour mon ordinateur</c> says <c>aide ordinateur</c>.</summary>
    private static readonly FrozenSet<string> Between = Set("""
        le la les l un une des du de d mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces a au aux en pour avec y me m te t se s ne n
        tres vraiment trop juste maudits maudit maudite osti ostie crisse criss caliss tabarnak fucking fuckin damn bloody stupid goddamn foutus tout toute tous toutes bien ben donc
        the an my your his her our their this that these some any of for to with in on at just really so very all up
        """);

    /// <summary>
    /// May surround an order (STOP, START) without making it about something else: pronouns and auxiliaries, haste, anger, and words about
    /// messages themselves. Nothing that could be the thing to be stopped: a habit, a bus, a pain.
    /// </summary>
    private static readonly FrozenSet<string> AroundOrder = Set("""
        je tu il elle on nous vous moi me m te t se s y en i you we it they them ce c ca cela this that these those
        est suis etes sont is am are be was d ll ve would will could can should must have has had got get getting
        veux veut voulez vouloir voudrais aimerais souhaite desire prefere peux pouvez peut faut doit devez veuillez want like need let
        just only now right away maintenant tout toute tous toutes all everything suite tantot immediatement definitivement completement today aujourd hui
        de du des la le les l un une the a an my mon mes your vos votre ton ta tes from for to of on in by and et ou or puis but mais so alors then because if car pourquoi why too trop
        ok okay oui yes no non nope ben bon la hey heille yo wow lol oh ah assez enough already deja encore again anymore any more plus pas ne n not don do did didn
        que qu si jamais never ever merci thank thanks svp please dit said told asked demande demander sorry desole desolee
        interesse interessee interesses interested besoin fois toutes once please kindly poliment
        recevoir recevez recois recu receiving receive received send sending sent envoyer envoyez envoi envois ecrire ecrivez ecrit write writing
        text texts texting texted texter textez texto textos message messages messaging sms mms alerte alertes alert alerts notification notifications notif notifs
        pub pubs publicite publicites spam spams spamming bulletin bulletins nouvelles news update updates infos info rappel rappels reminder reminders
        numero number phone telephone cell cellulaire liste list listes lists service services line ligne subscription abonnement
        contact contacting contacter contactez call calls calling appel appels appeler appelez bother bothering bug bugging harceler harcelez achaler achalez deranger derangez
        fuck fucking fuckin fck wtf shit damn damned hell bloody crap goddamn off tabarnak tabarnac tabarnouche tabarouette tbk caliss calisse calice caline
        crisse criss cris osti ostie esti estie asti hostie crime maudit maudite maudits merde putain bordel calvaire viarge simonac sacrament stupid idiot idiots
        infolettre newsletter spamming envoi tous its damn annoying tannant tannants tannantes tanne tannee tannes ecoeure ecoeuree ecoeurant ecoeurants marre fatigue fatiguant
        bonjour bonsoir salut allo hello hi bonne journee madame monsieur mme mr sir maam amitie
        """);

    /// <summary>Before the word of an order, they make it a thing or a habit: a stop, mon arrêt, can't stop, sans arrêt.</summary>
    private static readonly FrozenSet<string> NoOrderAfter = Set("""
        un une l le du cet cette mon ton son notre votre leur chaque quel quelle prochain prochaine dernier derniere premier bus autobus taxi sans avant apres
        a an the my your his her our next last first every each which what full one rest truck pit
        t cant cannot won wont never jamais keeps keep kept don not
        """);

    /// <summary>After the word of an order, they make it about something else.</summary>
    private static readonly FrozenSet<string> NoOrderBefore = Set("by at sign signs light pas jamais");

    /// <summary>After an order's word at the very beginning, they begin another sentence: "stop je veux rien savoir".</summary>
    private static readonly FrozenSet<string> BeginsAnew = Set("je j vous tu c ca on il elle he she we its i you it this leave laissez fini ou or sinon otherwise before assez enough too trop pas non no not dont don thank thanks merci please svp mauvais wrong");

    internal static bool MayStandBetween(string word) => Between.Contains(word);

    internal static bool MaySurroundOrder(string word) => AroundOrder.Contains(word);

    internal static bool DenyOrderAfter(string word) => NoOrderAfter.Contains(word);

    internal static bool DenyOrderBefore(string word) => NoOrderBefore.Contains(word);

    internal static bool BeginSentence(string word) => BeginsAnew.Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
