using System.Collections.Frozen;

namespace AppelAide.Dialogue.Language;

/// <summary>Words so common that they are never somebody's misspelling of a keyword: they match a phrase exactly or not at all.</summary>
public static class CommonWords
{
    private static readonly FrozenSet<string> Words = (
        // French
        "alors apres assez aucun aussi autre autres avait avant avec avez avoir avons beaucoup bien bonne bonjour bonsoir cause ceci cela celle " +
        "celui certain cette ceux chaque chez chose comme comment contre dans dehors deja demain demande depuis dernier derriere deux devant devoir dire " +
        "dois doit donc donner elle elles encore enfin entre environ etait etes etre facile faire fais fait femme ferme fille fils fois font gens grand " +
        "hier homme ici ils jamais jour jours juste leur leurs lieu loin longtemps madame maintenant mais mari matin meme merci mere mettre midi " +
        "mieux moins mois moment monde monsieur moyen nous notre nuit nulle ouvert parce parfois parle partir partout passe pendant perdre pere personne " +
        "petit petite peut peux place plein plus plutot poste porte pour pourquoi pouvez pouvoir prend prendre pres presque prochain prochaine puis " +
        "quand quatre quel quelle quelque quelques quoi reste rien saint sainte sais salut sans savoir semaine sera serait seul seule seulement " +
        "simple soir sommes sont sorte souvent suis suite surtout tant tard temps tenir tous tout toute toutes travers tres trois trop trouve trouver " +
        "veut veux vient vieux ville viens voici voila voir vois votre voudrais vous vraiment vrai repos tellement " +
        // French that looks like what people ask this line for
        "apparemment appartenant appartient argent compter constatation courbe court courte courts couvert ecoule fondation forme interne lettre longer " +
        "manager ouvre personnel refuse rire seuil tension transfert transform utile " +
        // English
        "about after again also always another anybody anything around away back because been before being below best better both bring came " +
        "cannot come could does doing done down each else even ever every feel find first four from gave give goes going gone good great have having " +
        "hello here home hour house into just keep kind know last late later least left like little live living long look made make many maybe " +
        "mine more most much must myself name near need needs never next nobody none nothing once only open other over part people person please " +
        "quite really right said same should show since some somebody someone something soon still stuff such sure take talk tell than thank " +
        "thanks that their them then there these they thing things think this those time today told tomorrow took town under until upon used very " +
        "want wants well went were what when where which while will wish with without woman work would year years your " +
        "francois endroit endroits droit droite ligne lignes numero degres degrees widow widows chat chats chien resultat resultats cheque lance lancer monter montre moment maman matin route poste porter payer paye bon bons bonus corps cote cotes dame danse " +
        "friend friends group groups house chair chairs chart share shirt short shore shop shops store stores story stone storm drink drive driving write writing white wrote wait water weather winter summer spring walk wall warm wash watch wear week weekend " +
        "money month months morning evening night mother father sister brother husband wife child children kids baby family friend town city street road floor garden tree snow rain fish boat beach river party game music movie coffee dinner supper birthday " +
        "soupe soupes pense penses jase marche marcher semble sembler tombe tomber aime aimer arrive arriver couper coupe coute couter garde garder passer pause paques revoir retour " +
        "femmes hommes enfants filles garcon garcons ferons fermier libre livre livres lettres matins papa maman tante oncle soeur frere cousin cousine voisin voisine auto char route " +
        "arrest cheat cooking cheese chicken dating driveway dinner eating flood hear heart heading healing hearing heath hungary longer lovely manner medal metal refuse ridge rise seating stick transform using")
        .Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a folded word is one of them.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => BySpan.Contains(word);
}
