using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Entry;

/// <summary>What went wrong, in a sentence, and a way on.</summary>
[AllowAnonymous]
[WithoutSecondFactor]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ProblemModel : ConsolePageModel
{
    /// <summary>What.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>What to do.</summary>
    public string Sentence { get; private set; } = "";

    public void OnGet(int status)
    {
        Response.StatusCode = status is >= 400 and <= 599 ? status : StatusCodes.Status404NotFound;
        (Heading, Sentence) = status switch
        {
            StatusCodes.Status403Forbidden => (
                T("Cette page n'est pas ouverte à votre compte", "This page is not open to your account"),
                T("Si vous en avez besoin, demandez-le à la personne qui tient les comptes.", "If you need it, ask whoever keeps the accounts.")),
            StatusCodes.Status400BadRequest => (
                T("Ce formulaire n'a pas pu être lu", "This form could not be read"),
                T("Il est peut-être resté ouvert trop longtemps. Revenez à la page, et envoyez-le de nouveau : rien n'est enregistré.", "Perhaps it stayed open too long. Go back to the page and send it again: nothing is saved.")),
            StatusCodes.Status413PayloadTooLarge => (
                T("Ce fichier est trop gros", "This file is too large"),
                T("Rien n'a été reçu. Un répertoire de cette taille s'importe sur la machine de la ligne, avec « directory import ».", "Nothing was received. A directory of this size is imported on the line's machine, with \"directory import\".")),
            StatusCodes.Status426UpgradeRequired => (
                T("La console s'ouvre par https seulement", "The console opens over https alone"),
                T("Demandez l'adresse en https à la personne qui tient la ligne (réglage « Line:PublicBaseUrl » derrière un mandataire).", "Ask whoever keeps the line for its https address (setting \"Line:PublicBaseUrl\" behind a proxy).")),
            StatusCodes.Status405MethodNotAllowed => (
                T("Cette page ne se demande pas ainsi", "This page is not asked for like this"),
                T("Revenez à la première page.", "Go back to the first page.")),
            StatusCodes.Status503ServiceUnavailable => (
                T("Trop de personnes entrent en ce moment", "Too many people are signing in"),
                T("Attendez une minute, puis essayez de nouveau.", "Wait a minute, then try again.")),
            StatusCodes.Status500InternalServerError => (
                T("La page n'a pas pu être faite", "The page could not be made"),
                T("Ce n'est pas votre faute. Essayez de nouveau; si cela continue, dites à quelle heure c'est arrivé.", "It is not your fault. Try again; if it goes on, say at what time it happened.")),
            _ when HttpContext.Items[ProblemPages.Asked] is string asked && asked.StartsWith("/console/welcome/", StringComparison.OrdinalIgnoreCase) => (
                T("Ce lien n'ouvre plus rien", "This link opens nothing any more"),
                T("Un lien sert une seule fois, pendant 72 heures. Si vous avez déjà choisi votre mot de passe, entrez avec lui; sinon, demandez un nouveau lien à la personne qui tient les comptes.", "A link opens once, within 72 hours. If you have chosen your password already, sign in with it; otherwise ask whoever keeps the accounts for a new link.")),
            _ => (
                T("Cette page n'existe pas", "This page does not exist"),
                T("L'adresse est peut-être ancienne, ou mal copiée.", "The address may be old, or badly copied.")),
        };
    }
}
