using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Tests;

/// <summary>
/// The smallest line that the checker accepts: a welcome, a person, two languages, an emergency, STOP, and a dialogue "essai" that each test
/// writes for itself. Its words are telegrams, so that tests can quote them whole.
/// </summary>
internal static class SmallLine
{
    /// <summary>The file that tests write.</summary>
    internal const string Trial = "essai.yaml";

    /// <summary>What the host answers here.</summary>
    internal static ImmutableArray<QuestionSignature> Signatures { get; } =
    [
        Lookup("line.hours", [], ("open", "yes"), ("transfer", "yes")),
        Lookup("places.find", ["text", "keys"], ("count", "3"), ("1.id", "04020"), ("1.name", "Sainte-Anne-des-Monts"), ("2.id", "04037"), ("2.name", "Grande-Vallée")),
        Lookup("things.next", ["skip"], ("found", "yes"), ("title.fr", "Ma tablette, pas à pas"), ("title.en", "My tablet, step by step"), ("km", "120"), ("max", "10")),
        new QuestionSignature(QuestionKind.Command, "thing.keep", ["value", "recording", "seconds"], ImmutableDictionary<string, string>.Empty.Add("code", "472")),
    ];

    /// <summary>What the host knows of a caller.</summary>
    internal static ImmutableDictionary<string, string> StartVariables { get; } =
        ImmutableDictionary<string, string>.Empty.Add("place.id", "04020").Add("place.name", "Sainte-Anne-des-Monts").Add("caller.known", "yes");

    /// <summary>A dialogue that does nothing but lead to the end of the call.</summary>
    internal const string EmptyTrial = """
        dialogue: essai
        nodes:
          debut:
            - end:
        """;

    private const string Line = """
        line:
          start: accueil
          start-sms: texto
          start-call: message
          exhausted: personne
          tries: 3
          needs: aide
        prompts:
          line.silence: { fr: Rien entendu., en: Heard nothing. }
          line.wrong-key: { fr: "Pas le {heard.key}.", en: "Not {heard.key}." }
          line.not-understood: { fr: Pas compris., en: Not understood. }
          line.or-person: { fr: "Une personne: 0.", en: "A person: 0." }
          line.exhausted: { fr: Je vous passe quelqu'un., en: Here is somebody. }
          line.defect: { fr: "Excusez la ligne, une personne vient.", en: "Sorry, a person is coming." }
          line.slower: { fr: Plus lentement., en: Slower. }
          line.message: { fr: { voice: "", sms: "Ligne: {message.text}. ARRET" }, en: { voice: "", sms: "Line: {message.text}. STOP" } }
          line.no-message: { fr: Pas de message., en: No message. }
          line.phone-range: { fr: Dix chiffres., en: Ten digits. }
          line.number-range: { fr: "De {wait.min} à {wait.max}.", en: "From {wait.min} to {wait.max}." }
        """;

    private const string Keywords = """
        keywords:
          person: { key: "0", intent: person, call: personne, fr: [personne], en: [person] }
          repeat: { key: "*", does: repeat, fr: [répéter], en: [repeat] }
          back: { key: "#", does: back, fr: [retour], en: [go back] }
          language: { key: "9", intent: language, call: langue, fr: [autre langue], en: [other language] }
          more: { does: more, intent: more, fr: [^plus], en: [^more] }
          hours: { intent: hours, call: horaire, fr: [horaire], en: [hours] }
          essai: { intent: training, go: essai, fr: [essai], en: [trial] }
          help: { intent: referral, go: aide, fr: [de l'aide], en: [some help] }
          emergency: { intent: emergency, call: urgence, fr: [urgence, me tuer], en: [emergency, kill myself] }
          stop: { intent: stop, channel: sms, call: abonnement, fr: [^arrêt], en: [^stop] }
          "yes": { fr: [oui], en: ["yes"] }
          "no": { fr: [non], en: ["no"] }
          continue: { fr: [continuer], en: [go on] }
          not-a-name: { fr: [batman, le père noël, test], en: [mickey mouse] }
        needs:
          food: { label: { fr: Alimentation, en: Food }, fr: [faim], en: [hungry] }
          housing: { label: { fr: Logement, en: Housing }, fr: [logement], en: [housing] }
        """;

    private const string Welcome = """
        dialogue: accueil
        nodes:
          debut:
            - { if: resume.what, go: coupe }
            - say: accueil.bonjour
            - go: menu
          menu:
            - choose:
                - { key: 1, say: accueil.essai, hears: essai, go: essai }
                - { key: 2, say: accueil.aide, hears: help, go: aide }
          coupe:
            - say: accueil.coupe
            - choose:
                - { key: 1, say: accueil.continuer, hears: continue, go: continuer }
                - { key: 2, say: accueil.autre, hears: "no", go: menu }
          continuer:
            - resume:
        prompts:
          accueil.bonjour: { fr: Bonjour., en: Hello. }
          accueil.essai: { fr: "Essai: {key}.", en: "Trial: {key}." }
          accueil.aide: { fr: "Aide: {key}.", en: "Help: {key}." }
          accueil.coupe: { fr: "Coupé pendant {resume.what}.", en: "Cut off during {resume.what}." }
          accueil.continuer: { fr: "Continuer: {key}.", en: "Go on: {key}." }
          accueil.autre: { fr: "Autre chose: {key}.", en: "Something else: {key}." }
        """;

    private const string Others = """
        dialogue: personne
        nodes:
          debut:
            - lookup: line.hours
              as: hours
            - { if: channel = sms, go: par-texto }
            - { if: hours.open, go: transferer }
            - go: choix
          transferer:
            - say: personne.transfert
            - transfer: line.transfer
              answered: adieu
              missed: choix
          choix:
            - choose:
                - { key: 1, say: personne.message, hears: "yes", go: laisser }
                - { key: 2, say: personne.continuer, hears: continue, go: continuer }
              exhausted: adieu
          laisser:
            - say: personne.parlez
            - record: voicemail
              as: message
              go: adieu
              exhausted: adieu
          continuer:
            - return:
          par-texto:
            - say: personne.texto
            - return:
          adieu:
            - say: personne.adieu
            - end:
        prompts:
          personne.transfert: { fr: Je vous mets en ligne., en: Putting you through. }
          personne.message: { fr: "Message: {key}.", en: "Message: {key}." }
          personne.continuer: { fr: "Continuer: {key}.", en: "Go on: {key}." }
          personne.parlez: { fr: Parlez., en: Speak. }
          personne.texto: { fr: On vous rappelle., en: We will call you. }
          personne.adieu: { fr: Au revoir., en: Good-bye. }
        ---
        dialogue: langue
        nodes:
          debut:
            - language: other
            - say: langue.fait
            - return:
        prompts:
          langue.fait: { fr: En français., en: In English. }
        ---
        dialogue: horaire
        nodes:
          debut:
            - say: horaire.toujours
            - return:
        prompts:
          horaire.toujours: { fr: Jour et nuit., en: Day and night. }
        ---
        dialogue: urgence
        nodes:
          debut:
            - outcome: emergency
            - { if: channel = sms, go: par-texto }
            - say: urgence.danger
            - choose:
                - { key: 1, say: urgence.revenir, hears: continue, go: revenir }
          par-texto:
            - say: urgence.danger
            - return:
          revenir:
            - return:
        prompts:
          urgence.danger: { fr: Faites le 9-1-1., en: Dial 9-1-1. }
          urgence.revenir: { fr: "Revenir: {key}.", en: "Go back: {key}." }
        ---
        dialogue: abonnement
        nodes:
          debut:
            - outcome: optedout
            - say: abonnement.arret
            - return:
        prompts:
          abonnement.arret: { fr: Plus de messages., en: No more messages. }
        ---
        dialogue: message
        nodes:
          debut:
            - { if: call.machine, go: repondeur }
            - say: message.bonjour
            - go: lire
          lire:
            - say: message.texte
            - choose:
                - { key: 1, say: message.encore, hears: continue, go: lire }
              exhausted: adieu
          repondeur:
            - say: [message.bonjour, message.texte]
            - end:
          adieu:
            - end:
        prompts:
          message.bonjour: { fr: On vous appelle., en: We are calling. }
          message.texte: { fr: "{message.text}.", en: "{message.text}." }
          message.encore: { fr: "Encore: {key}.", en: "Again: {key}." }
        ---
        dialogue: aide
        nodes:
          debut:
            - say: aide.besoin
            - choose:
                - { key: 1, say: aide.encore, hears: continue, go: debut }
        prompts:
          aide.besoin: { fr: "Besoin: {need.label}.", en: "Need: {need.label}." }
          aide.encore: { fr: "Encore: {key}.", en: "Again: {key}." }
        ---
        dialogue: texto
        nodes:
          racine:
            - choose:
              other: entendu
          entendu:
            - say: texto.inconnu
            - go: racine
        prompts:
          texto.inconnu: { fr: Écrivez ESSAI., en: Text TRIAL. }
        """;

    /// <summary>The files, with a test's own dialogue "essai".</summary>
    internal static Dictionary<string, string> Files(string trial = EmptyTrial) => new(StringComparer.Ordinal)
    {
        ["accueil.yaml"] = Welcome,
        ["autres.yaml"] = Others,
        [Trial] = trial,
        ["keywords.yaml"] = Keywords,
        ["line.yaml"] = Line,
    };

    /// <summary>The files, with a piece of one of them written otherwise.</summary>
    internal static Dictionary<string, string> Files(string file, string written, string otherwise)
    {
        var files = Files();
        Assert.Contains(written, files[file], StringComparison.Ordinal);
        files[file] = files[file].Replace(written, otherwise, StringComparison.Ordinal);
        return files;
    }

    /// <summary>The files, with nothing that leads to a dialogue any more (it cannot be read, and its absence is not the point).</summary>
    internal static Dictionary<string, string> Without(this Dictionary<string, string> files, string file, string dialogue)
    {
        files[file] = files[file].Replace($"go: {dialogue} }}", "go: aide }", StringComparison.Ordinal);
        files["keywords.yaml"] = files["keywords.yaml"].Replace($"go: {dialogue},", "go: aide,", StringComparison.Ordinal);
        return files;
    }

    /// <summary>All that is wrong with files, as people read it.</summary>
    internal static string[] Defects(IReadOnlyDictionary<string, string> files)
    {
        var (script, issues) = DialogueParser.Parse(files);
        if (script is not null) issues = [.. issues, .. DialogueValidator.Check(script, Signatures, StartVariables)];
        return [.. issues.Select(issue => issue.ToString())];
    }

    private static QuestionSignature Lookup(string name, ImmutableArray<string> arguments, params (string Name, string Value)[] fields) =>
        new(QuestionKind.Lookup, name, arguments, fields.ToImmutableDictionary(field => field.Name, field => field.Value));
}
