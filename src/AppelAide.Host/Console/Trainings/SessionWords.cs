using AppelAide.Host.Trainings;
using AppelAide.Host.Trainings.Desk;
using AppelAide.Host.Trainings.Messages;
using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Console.Trainings;

/// <summary>What staff call what becomes of sessions and of the people in them.</summary>
internal static class SessionWords
{
    /// <summary>The kinds of things on the calendar.</summary>
    public static readonly string[] Kinds = ["training", "workshop", "group", "meeting", "culture"];

    /// <summary>A kind.</summary>
    public static string Kind(string kind, ConsoleWords words) => kind switch
    {
        "training" => words.T("formation", "training"),
        "workshop" => words.T("atelier citoyen", "citizens' workshop"),
        "group" => words.T("groupe de discussion", "discussion group"),
        "meeting" => words.T("rencontre de partenaires", "partners' meeting"),
        "culture" => words.T("activité culturelle", "cultural activity"),
        _ => kind,
    };

    /// <summary>The title of a session.</summary>
    public static string Title(TrainingSession session, ConsoleWords words) => words.T(session.Training.Title.Fr, session.Training.Title.En) is { Length: > 0 } title ? title : session.Id;

    /// <summary>From when to when, on the clock of its place.</summary>
    public static string Hours(TrainingSession session, ConsoleWords words) => session.IsAllDay
        ? words.T("toute la journée", "all day")
        : words.T($"{words.Hour(session.StartsAt)} à {words.Hour(session.EndsAt)}", $"{words.Hour(session.StartsAt)} to {words.Hour(session.EndsAt)}");

    /// <summary>How full it is.</summary>
    public static string Seats(int taken, int? seats, int waiting, ConsoleWords words)
    {
        var full = seats is { } all ? words.T($"{taken} sur {all}", $"{taken} of {all}") : words.T($"{taken}, sans limite", $"{taken}, no limit");
        return waiting > 0 ? words.T($"{full}, {waiting} en attente", $"{full}, {waiting} waiting") : full;
    }

    /// <summary>A registration's state.</summary>
    public static string State(Registration row, SessionSheet sheet, ConsoleWords words) => row.State switch
    {
        Registration.Registered => words.T("a une place", "has a seat"),
        Registration.Offered => words.T("une place lui est offerte", "is offered a seat"),
        Registration.Waiting => words.T($"attend, rang {sheet.Plan.Position(row)}", $"waits, number {sheet.Plan.Position(row)}"),
        _ => words.T("a rendu sa place", "gave the seat back"),
    };

    /// <summary>Whether somebody knows of the last change; empty when there is nothing to know.</summary>
    public static string Told(Registration row, SessionSheet sheet, Notice? notice, ConsoleWords words)
    {
        if (sheet.Session.Revision == 0 || row.State == Registration.Cancelled || (notice is null && row.RegisteredAt >= sheet.Session.UpdatedAt)) return "";
        if (notice?.ReachedAt is { } at) return words.T($"le sait ({words.Moment(at)})", $"knows ({words.Moment(at)})");
        if (notice is null)
        {
            return row.Stopped || row.Tail.Length == 0
                ? words.T("la ligne ne peut pas le prévenir : à appeler", "the line cannot tell them: to be called")
                : words.T("le message se prépare", "the message is being made ready");
        }

        return notice.State switch
        {
            "due" or "sending" or "cancelled" when row.Stopped => words.T("ne veut pas de messages : à appeler", "wants no messages: to be called"),
            "due" or "sending" => notice.Tries > 1 ? words.T($"sera essayé encore ({notice.Tries} fois déjà)", $"to be tried again ({notice.Tries} times so far)") : words.T("sera prévenu dès que l'heure est convenable", "will be told as soon as the hour is decent"),
            "sent" => words.T("message parti, pas encore reçu", "message sent, not yet received"),
            "delivered" => words.T("un répondeur a pris l'appel", "an answering machine took the call"),
            "failed" => words.T("n'a pas pu être joint : à appeler", "could not be reached: to be called"),
            "cancelled" => words.T("rien n'est parti : à appeler", "nothing was sent: to be called"),
            _ => notice.State,
        };
    }

    /// <summary>Who came.</summary>
    public static string Attendance(Registration row, ConsoleWords words) => row.Attendance switch
    {
        "present" => words.T("présent", "present"),
        "absent" => words.T("absent", "absent"),
        _ => "",
    };
}
