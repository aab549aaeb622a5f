namespace AppelAide.Host.Console.Figures;

/// <summary>What became of a conversation, in plain words.</summary>
internal static class OutcomeWords
{
    /// <summary>The words of an outcome.</summary>
    public static string Of(string outcome, ConsoleWords words) => outcome switch
    {
        "abandoned" => words.T("Parti sans réponse", "Left without an answer"),
        "answered" => words.T("Réponse donnée", "Answer given"),
        "cancelled" => words.T("Inscription annulée", "Registration cancelled"),
        "referred" => words.T("Ressource donnée", "Service given"),
        "waiting" => words.T("Mis sur une liste d'attente", "Put on a waiting list"),
        "registered" => words.T("Inscrit", "Registered"),
        "callback" => words.T("À rappeler", "To be called back"),
        "voicemail" => words.T("Message vocal laissé", "Voicemail left"),
        "transferred" => words.T("Mis en contact avec une personne", "Put through to a person"),
        "optedout" => words.T("Ne veut plus de messages", "Wants no more messages"),
        "emergency" => words.T("Urgence : 911 ou aide immédiate", "Emergency: 911 or help at once"),
        _ => outcome,
    };
}
