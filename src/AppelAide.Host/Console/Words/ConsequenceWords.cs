using System.Collections.Frozen;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Console.Words;

/// <summary>The plain names of what a conversation leads to, and of how that stands.</summary>
internal static class ConsequenceWords
{
    private static readonly FrozenDictionary<string, Bilingual> Names = new Dictionary<string, Bilingual>
    {
        ["registration"] = new("Inscription", "Registration"),
        ["referral"] = new("Service indiqué", "Service told of"),
        ["message"] = new("Message de la ligne", "Message from the line"),
        ["callback"] = new("À rappeler", "To call back"),
        ["report"] = new("Fiche signalée", "Record reported"),
        ["consultation"] = new("Consultation", "Consultation"),
        ["subscription"] = new("Nouvelles demandées", "News asked for"),
        ["registration.registered"] = new("inscrit", "signed up"),
        ["registration.offered"] = new("place offerte", "seat offered"),
        ["registration.waiting"] = new("en attente d'une place", "waiting for a seat"),
        ["registration.cancelled"] = new("annulée", "cancelled"),
        ["referral.told"] = new("dit au téléphone", "told by telephone"),
        ["referral.texted"] = new("envoyé par texto", "sent by text"),
        ["referral.transferred"] = new("mis en communication", "put through"),
        ["message.due"] = new("à envoyer", "to be sent"),
        ["message.sending"] = new("en cours d'envoi", "being sent"),
        ["message.sent"] = new("envoyé", "sent"),
        ["message.delivered"] = new("reçu", "received"),
        ["message.failed"] = new("pas reçu", "not received"),
        ["message.cancelled"] = new("annulé", "cancelled"),
        ["callback.open"] = new("à faire", "to be done"),
        ["callback.done"] = new("fait", "done"),
        ["report.open"] = new("à vérifier", "to be checked"),
        ["report.settled"] = new("réglé", "settled"),
        ["consultation.answered"] = new("avis donné", "opinion given"),
        ["subscription.sms"] = new("par texto", "by text"),
        ["subscription.call"] = new("par appel", "by call"),
        ["report.closed"] = new("c'est fermé", "it is closed"),
        ["report.wrong-number"] = new("mauvais numéro", "wrong number"),
        ["report.moved"] = new("déménagé", "moved"),
        ["report.other"] = new("autre chose", "something else"),
    }.ToFrozenDictionary();

    /// <summary>What it is.</summary>
    public static Bilingual Kind(string kind) => Names.GetValueOrDefault(kind, new(kind, kind));

    /// <summary>How it stands, or how it was done.</summary>
    public static Bilingual State(string kind, string state) => Names.GetValueOrDefault($"{kind}.{state}", new(state, state));
}
