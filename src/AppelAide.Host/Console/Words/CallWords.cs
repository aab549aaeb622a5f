using System.Collections.Frozen;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Events;
using AppelAide.Host.Calls.Review;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Console.Words;

/// <summary>The plain names of what the call log keeps as short words: one place, so that a thing has one name on every page.</summary>
internal static class CallWords
{
    private static readonly FrozenDictionary<string, Bilingual> OutcomeNames = new Dictionary<string, Bilingual>
    {
        ["abandoned"] = new("Abandonné", "Gave up"),
        ["answered"] = new("Renseigné", "Answered"),
        ["referred"] = new("Orienté vers un service", "Told of a service"),
        ["registered"] = new("Inscrit à une formation", "Signed up for a training"),
        ["subscribed"] = new("Abonné aux nouvelles", "Asked for news"),
        ["waiting"] = new("Sur une liste d'attente", "On a waitlist"),
        ["cancelled"] = new("Inscription annulée", "Registration cancelled"),
        ["callback"] = new("Rappel promis", "Call-back promised"),
        ["voicemail"] = new("Message laissé", "Voice message left"),
        ["transferred"] = new("Transféré à une personne", "Put through to a person"),
        ["optedout"] = new("Ne veut plus de messages", "Wants no more messages"),
        ["emergency"] = new("Urgence", "Emergency"),
        [CallFilter.Ongoing] = new("En cours", "Going on"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Bilingual> IntentNames = new Dictionary<string, Bilingual>
    {
        [Intents.Training] = new("Formation", "Training"),
        [Intents.Referral] = new("Aide près de chez soi", "Help nearby"),
        [Intents.Consultation] = new("Donner son avis", "Giving an opinion"),
        [Intents.Person] = new("Parler à une personne", "Talking to a person"),
        [Intents.Hours] = new("Heures d'ouverture", "Opening hours"),
        [Intents.Language] = new("Changer de langue", "Changing language"),
        [Intents.Stop] = new("Ne plus recevoir de messages", "No more messages"),
        [Intents.Start] = new("Recevoir des messages à nouveau", "Messages again"),
        [Intents.Help] = new("Savoir ce qu'est ce numéro", "Asking what this number is"),
        [Intents.Emergency] = new("Urgence", "Emergency"),
        [Intents.Subscribe] = new("Recevoir des nouvelles", "Being told of news"),
        [Intents.Sheet] = new("Fiche d'information", "Fact sheet"),
        [Intents.Place] = new("Un lieu", "A place"),
        [Intents.More] = new("La suite", "The next one"),
        [Intents.Answer] = new("Réponse à la question", "Answer to the question"),
        [Intents.Unknown] = new("Pas compris", "Not understood"),
    }.ToFrozenDictionary();

    /// <summary>The outcomes as staff choose among them: what needs looking at first.</summary>
    public static IReadOnlyList<string> Outcomes { get; } =
    [
        "abandoned", "emergency", "voicemail", "callback", "transferred", "registered", "waiting", "cancelled", "referred", "subscribed", "answered", "optedout", CallFilter.Ongoing,
    ];

    /// <summary>Whether there is such an outcome.</summary>
    public static bool IsOutcome(string outcome) => OutcomeNames.ContainsKey(outcome);

    /// <summary>An outcome; none yet is a conversation that goes on.</summary>
    public static Bilingual Outcome(string? outcome) => OutcomeNames.GetValueOrDefault(outcome ?? CallFilter.Ongoing, new(outcome, outcome));

    /// <summary>What was understood.</summary>
    public static Bilingual Intent(string intent) => IntentNames.GetValueOrDefault(intent, new(intent, intent));

    /// <summary>A call or an exchange of texts.</summary>
    public static Bilingual Of(Channel channel) => channel == Channel.Sms ? new("Textos", "Texts") : new("Appel", "Call");

    /// <summary>A language's name.</summary>
    public static Bilingual Language(string language) => language == "en" ? new("anglais", "English") : new("français", "French");

    /// <summary>How sure the line was, in a word. The number is beside it.</summary>
    public static Bilingual Confidence(double confidence) => confidence switch
    {
        >= 0.85 => new("sûr", "sure"),
        >= 0.6 => new("assez sûr", "fairly sure"),
        >= 0.4 => new("peu sûr", "not very sure"),
        _ => new("presque au hasard", "almost a guess"),
    };
}
