using System.Collections.Immutable;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Tests.Golden;

namespace AppelAide.Host.Tests.Texts;

/// <summary>
/// Names that people of the region have, given where the line asks for a name, with the line's own words: none is taken for a keyword, for danger,
/// for STOP, or for fun. Surnames after the list of the most common ones in Quebec (https://statistique.quebec.ca/fr/document/noms-de-famille-au-quebec),
/// and some that are words the line knows.
/// </summary>
public sealed class PersonNamesTests
{
    private const string Question = """
        dialogue: essai-nom
        nodes:
          debut:
            - say: essai-nom.qui
            - { name: person, go: fin }
          fin:
            - end:
        prompts:
          essai-nom.qui: { fr: "Quel est votre nom?", en: "What is your name?" }
        """;

    private const string Surnames = """
        Tremblay Gagnon Roy Côté Bouchard Gauthier Morin Lavoie Fortin Gagné Ouellet Pelletier Bélanger Lévesque Bergeron Leblanc Paquette Girard Simard Boucher Caron Beaulieu Cloutier Dubé
        Poirier Fournier Lapointe Leclerc Lefebvre Poulin Thibault St-Pierre Nadeau Martin Landry Martel Bédard Grenier Lessard Bernier Richard Michaud Hébert Desjardins Couture Turcotte
        Lachance Parent Blais Gosselin Savard Proulx Beaudoin Demers Perreault Boudreau Lemieux Cyr Perron Dufour Dion Mercier Bolduc Bérubé Boisvert Langlois Ménard Therrien Plante Bilodeau
        Blanchette Dubois Champagne Paradis Fortier Arsenault Dupuis Gaudreault Hamel Houle Villeneuve Rousseau Gravel Thériault Lemay Robert Allard Deschênes Giroux Guay Leduc Boivin
        Charbonneau Lambert Raymond Vachon Gilbert Audet Jean Larouche Legault Trudel Fontaine Picard Labelle Lacroix Jacques Moreau Carrier Bernard Desrosiers Goulet Renaud Dionne Lapierre
        Vaillancourt Fillion Lalonde Tessier Bertrand Tardif Lepage Gingras Benoît Rioux Giguère Drouin Harvey Lauzon Nguyen Gendron Boutin Laflamme Vallée Dumont Breton Paré Paquin Robitaille
        Gélinas Duchesne Lussier Séguin Veilleux Potvin Gervais Pépin Laroche Morissette Charron Lavallée Laplante Chabot Brunet Vézina Desrochers Labrecque Coulombe Tanguay Chouinard Noël
        Pouliot Lacasse Daigle Marcoux Lamontagne Turgeon Larocque Roberge Auger Masson Pilon Racine Dallaire Émond Grégoire Beauregard Smith Denis Lebel Blouin Martineau Labbé Beauchamp
        St-Onge Charette Dupont Létourneau Rodrigue Cormier Rivard Mathieu Asselin St-Jean Plourde Thibodeau Bélisle St-Laurent Godbout Desbiens Lavigne Doucet Labonté Marchand Brassard
        Forget Patel Marcotte Béland Larose Duval Archambault Maltais Trépanier Laliberté Bisson Brisson Dufresne Beaudry Chartrand Houde Fréchette Lafontaine Guillemette Drolet Vincent Richer
        Germain Larivière Ferland Trottier Piché Boulanger Sirois Charest Provost Durand Dumas Soucy Lamoureux Lachapelle Bégin Boily Croteau Savoie Provencher Prévost Duguay Lemire Delisle
        Desmarais Laberge Nault Bourgeois Lafrance Lagacé Daoust Brault Castonguay Vallières Pellerin Rivest Brochu Samson Lépine Leroux Larochelle Brousseau Sauvé Laurin Bissonnette Cossette
        Langlais Lafaim Leclair Docteur Cardinal Lebrun Petit Légaré Bonenfant Laframboise Latulippe Ladouceur Sansregret Vadeboncoeur Jolicoeur Sanschagrin Lheureux Lespérance Portelance
        L'Heureux L'Écuyer L'Italien Danger Taillefer Boileau Chauffeur Ledoux Lebon Malo Malade Sauveur Gunn Urgel Stone Shott Knightley Firestone Help Hope Young Price
        Vollant Fontaine Grégoire McKenzie Jourdain Rock Picard Condo Metallic Barnaby Jerome Vicaire Martin Basque Isaac Wysote Flint Blake Bond Ward White Green Fair Wise Major Best Long Short
        Nguyen Tran Pham Singh Khan Ali Diallo Traoré Ndiaye Abdallah Haddad Santos Garcia Lopez Wang Li Zhang Chen Kim Lee Park
        """;

    private const string FirstNames = """
        Marie Jean Michel Pierre André Claude Louise Nicole Jacques Robert Denis Diane Francine Ginette Suzanne Alain Daniel Sylvie François Gilles Yvon Réjean Rolande Thérèse Jeanne Lise
        Monique Pauline Huguette Jeannine Gisèle Yvette Rita Cécile Aline Fernande Lucille Marguerite Simone Rollande Germaine Irène Alice Gérard Marcel Roger Raymond Roland Fernand Lucien
        Armand Léo Paul Maurice Henri Albert Urgel Ovila Adélard Émile Rosaire Hervé Conrad Normand Yves Luc Marc Guy Serge Mario Sylvain Stéphane Éric Patrick Martin Steve Nathalie Isabelle
        Julie Chantal Johanne Line Manon Josée Nancy Annie Caroline Mélanie Karine Valérie Geneviève Véronique Stéphanie Audrey Jessica Vanessa Cynthia Sabrina Kim Kevin Maxime Alexandre
        Mathieu Simon Samuel Gabriel Olivier Antoine Félix William Thomas Nathan Liam Noah Emma Léa Florence Charlotte Alice Olivia Rosalie Juliette Béatrice Clara Fleur Désirée Aimé Aimée
        Désiré Parfait Modeste Prudent Félicité Clémence Constance Prudence Providence Soledad Ben Ty Bud Chance Faith Hope Grace Joy John Mary Margaret Helen Dorothy Betty George Frank Ernie
        """;

    private static readonly Script Script = Parsed();

    public static TheoryData<string, Channel> Lists => new() { { Surnames, Channel.Voice }, { Surnames, Channel.Sms }, { FirstNames, Channel.Voice }, { FirstNames, Channel.Sms } };

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_name_alone_is_a_name(string names, Channel channel) =>
        Assert.Equal("", string.Join("\n", Words(names).Select(name => Heard(channel, name)).Where(wrong => wrong.Length > 0)));

    [Theory]
    [InlineData(Channel.Voice)]
    [InlineData(Channel.Sms)]
    public void A_first_name_and_a_surname_are_a_name(Channel channel) =>
        Assert.Equal("", string.Join("\n", Words(Surnames).Index().Select(name => Heard(channel, $"{Words(FirstNames)[name.Index % Words(FirstNames).Length]} {name.Item}")).Where(wrong => wrong.Length > 0)));

    /// <summary>What became of the name; empty when it was taken for one, and kept as it was.</summary>
    private static string Heard(Channel channel, string name)
    {
        var session = new Session { ScriptVersion = Script.Version, Channel = channel, Language = "fr", At = new Position("essai-nom", "debut", 1), TurnNumber = 3 };
        var context = new EngineContext(new DateTime(2026, 11, 23, 10, 0, 0), EngineContext.AmbientExamples, ImmutableDictionary<string, ImmutableArray<string>>.Empty);
        var run = DialogueEngine.Resume(Script, session, channel == Channel.Voice ? new SpeechInput(name, 0.8) : new TextInput(name), context);
        if (run.Turn is not { Node: "essai-nom.fin" } || run.Session is not { } after) return $"{name}: {run.Turn?.Node ?? run.Question?.Name}";
        var (kept, doubt) = (after.Variables.GetValueOrDefault("person.name", ""), after.Variables.GetValueOrDefault("person.doubt", ""));
        return kept == name && doubt.Length == 0 ? "" : $"{name}: {kept} {doubt}";
    }

    private static string[] Words(string list) => list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static Script Parsed()
    {
        var files = System.IO.Directory.EnumerateFiles(GoldenFolder.Scripts, "*.yaml").ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
        files["essai-nom.yaml"] = Question;
        return DialogueParser.Parse(files).Script!;
    }
}
