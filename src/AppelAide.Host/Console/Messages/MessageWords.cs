using AppelAide.Host.Outbox;
using AppelAide.Host.Outbox.Review;

namespace AppelAide.Host.Console.Messages;

/// <summary>Messages in the words of the pages; the provider's numbers in words that need no telephone engineer.</summary>
internal sealed class MessageWords(ConsoleWords words)
{
    /// <summary>A state.</summary>
    public string State(string state) => state switch
    {
        "due" => words.T("en attente", "waiting"),
        "sending" => words.T("en cours d'envoi", "being sent"),
        "sent" => words.T("envoyé, pas encore confirmé", "sent, not confirmed yet"),
        "delivered" => words.T("reçu", "received"),
        "failed" => words.T("échec", "failed"),
        "cancelled" => words.T("annulé", "cancelled"),
        _ => state,
    };

    /// <summary>How a state looks.</summary>
    public static string Look(string state) => state switch
    {
        "delivered" => "tag good",
        "failed" => "tag bad",
        "due" or "sending" => "tag warn",
        _ => "tag",
    };

    /// <summary>A purpose.</summary>
    public string Purpose(string purpose) => purpose switch
    {
        OutboxPurpose.Answer => words.T("réponse", "answer"),
        OutboxPurpose.Reminder => words.T("rappel de formation", "training reminder"),
        OutboxPurpose.Notice => words.T("avis de changement", "notice of a change"),
        OutboxPurpose.Bulletin => words.T("bulletin", "bulletin"),
        OutboxPurpose.Test => words.T("test de bulletin", "bulletin test"),
        _ => purpose,
    };

    /// <summary>A way.</summary>
    public string Kind(string kind) => kind == "call" ? words.T("appel", "call") : words.T("texto", "text");

    /// <summary>Why a message waits, failed or was cancelled; empty when there is nothing to tell.</summary>
    public string Why(MessageEntry message)
    {
        var error = message.ErrorCode is { } code ? Error(code) : "";
        return message.Reason switch
        {
            "stopped" => words.T("La personne a demandé de ne plus rien recevoir (ARRET).", "The person asked for no more messages (STOP)."),
            "expired" => words.T("Il n'a pas pu partir à temps, et ne servait plus à rien.", "It could not leave in time, and was of no more use."),
            "no number" => words.T("La personne cache son numéro.", "The person hides their number."),
            "landline" => words.T("Ce téléphone ne reçoit pas de textos : la ligne l'appelle à la place.", "This telephone receives no texts: the line calls it instead."),
            "no address" => words.T("La ligne ne peut pas appeler : son adresse publique n'est pas réglée (Line:PublicBaseUrl).", "The line cannot call: its public address is not set (Line:PublicBaseUrl)."),
            "hours" => words.T("Il attend une heure convenable là où la personne habite.", "It waits for a decent hour where the person lives."),
            "cap" => words.T("La personne a reçu assez de messages aujourd'hui : il attend à demain.", "The person got enough messages today: it waits until tomorrow."),
            "in doubt" => words.T("Le fournisseur n'a pas répondu clairement. La ligne vérifie avant de l'envoyer de nouveau.", "The provider did not answer clearly. The line checks before it sends it again."),
            "tries" => words.T("Le fournisseur ne l'a jamais accepté, malgré plusieurs essais.", "The provider never took it, in spite of several attempts.") + After(error),
            "provider" or "failure" => words.T("L'envoi n'a pas fonctionné; la ligne essaie de nouveau.", "Sending did not work; the line tries again.") + After(error),
            "busy" => words.T("La ligne de la personne était occupée.", "The person's line was busy."),
            "no-answer" => words.T("Personne n'a répondu à l'appel.", "Nobody answered the call."),
            "cancelled" => words.T("Le bulletin a été annulé.", "The bulletin was cancelled."),
            "staff" => words.T("Annulé par le personnel.", "Cancelled by staff."),
            _ => error,
        };
    }

    /// <summary>What a number of Twilio's means: https://www.twilio.com/docs/api/errors.</summary>
    public string Error(int code) => code switch
    {
        20003 => words.T("Le fournisseur ne reconnaît pas notre compte : vérifiez ses réglages.", "The provider does not know our account: check its settings."),
        20429 => words.T("Trop de demandes à la fois.", "Too many requests at once."),
        20503 => words.T("Le fournisseur est débordé.", "The provider is overloaded."),
        21211 or 21217 => words.T("Ce n'est pas un numéro de téléphone.", "This is not a telephone number."),
        21408 => words.T("Notre compte n'a pas le droit d'écrire dans ce pays.", "Our account may not write to that country."),
        21606 => words.T("Notre numéro ne peut pas envoyer de textos.", "Our number cannot send texts."),
        21610 => words.T("La personne a demandé de ne plus rien recevoir (ARRET).", "The person asked for no more messages (STOP)."),
        21611 => words.T("Trop de messages attendent déjà chez le fournisseur.", "Too many messages wait at the provider already."),
        21612 => words.T("Ce numéro ne peut pas être joint depuis le nôtre.", "That number cannot be reached from ours."),
        21614 or 21635 or 30006 => words.T("Ce téléphone ne reçoit pas de textos : c'est sans doute un téléphone fixe.", "This telephone receives no texts: it is probably a landline."),
        30001 => words.T("Trop de messages à la fois.", "Too many messages at once."),
        30002 => words.T("Notre compte chez le fournisseur est suspendu.", "Our account at the provider is suspended."),
        30003 => words.T("Le téléphone était fermé ou hors de portée.", "The telephone was off or out of reach."),
        30004 => words.T("Le message a été bloqué : la personne ou son réseau n'en veut pas.", "The message was blocked: the person or their network does not want it."),
        30005 => words.T("Ce numéro n'existe pas ou n'est plus en service.", "That number does not exist or is no longer in service."),
        30007 => words.T("Le réseau téléphonique l'a pris pour un message indésirable.", "The telephone network took it for an unwanted message."),
        30008 => words.T("Le réseau téléphonique ne dit pas pourquoi.", "The telephone network does not say why."),
        30034 => words.T("Notre numéro n'est pas inscrit auprès des réseaux téléphoniques.", "Our number is not registered with the telephone networks."),
        _ => words.T($"Le fournisseur donne l'erreur {code}.", $"The provider gives error {code}."),
    };

    /// <summary>How an attempt ended.</summary>
    public string Outcome(string outcome) => outcome switch
    {
        "open" => words.T("en cours", "going on"),
        "taken" => words.T("accepté par le fournisseur", "taken by the provider"),
        "refused" => words.T("refusé par le fournisseur", "refused by the provider"),
        "later" => words.T("à essayer plus tard", "to be tried later"),
        "unknown" => words.T("pas de réponse claire", "no clear answer"),
        "absent" => words.T("le fournisseur ne l'avait pas reçu", "the provider had not received it"),
        _ => outcome,
    };

    /// <summary>What the provider reported.</summary>
    public string Status(string status) => status switch
    {
        "queued" or "accepted" or "scheduled" => words.T("dans la file du fournisseur", "in the provider's queue"),
        "sending" => words.T("en cours d'envoi", "being sent"),
        "sent" => words.T("remis au réseau téléphonique", "handed to the telephone network"),
        "delivered" => words.T("reçu", "received"),
        "undelivered" => words.T("pas reçu", "not received"),
        "failed" => words.T("échec", "failed"),
        "initiated" or "ringing" => words.T("le téléphone sonne", "the telephone rings"),
        "in-progress" or "answered" => words.T("quelqu'un a répondu", "somebody answered"),
        "completed" => words.T("appel terminé", "call ended"),
        "busy" => words.T("occupé", "busy"),
        "no-answer" => words.T("pas de réponse", "no answer"),
        "canceled" => words.T("annulé", "cancelled"),
        _ => status,
    };

    private static string After(string error) => error.Length > 0 ? " " + error : "";
}
