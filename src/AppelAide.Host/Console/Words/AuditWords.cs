using System.Collections.Frozen;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Console.Words;

/// <summary>The plain names of what the audit log notes.</summary>
internal static class AuditWords
{
    private static readonly (string Action, Bilingual Words)[] Known =
    [
        ("call.open", new("a ouvert une conversation", "opened a conversation")),
        ("number.reveal", new("a vu un numéro de téléphone", "saw a telephone number")),
        ("recording.play", new("a écouté un enregistrement", "listened to a recording")),
        ("calls.export", new("a exporté des conversations", "exported conversations")),
        ("figures.export", new("a exporté des chiffres", "exported figures")),
        ("record.edit", new("a modifié une fiche du répertoire", "edited a record of the directory")),
        ("record.undo", new("a annulé une modification", "undid an edit")),
        ("record.verify", new("a vérifié une fiche du répertoire", "checked a record of the directory")),
        ("report.settle", new("a réglé une fiche dite inexacte", "settled a record said to be wrong")),
        ("directory.check", new("a vérifié un répertoire à importer", "checked a directory to import")),
        ("directory.import", new("a importé un répertoire", "imported a directory")),
        ("session.edit", new("a modifié une séance", "edited a session")),
        ("session.cancel", new("a annulé une séance", "cancelled a session")),
        ("session.restore", new("a rétabli une séance", "restored a session")),
        ("training.edit", new("a modifié une formation", "edited a training")),
        ("registration.add", new("a inscrit quelqu'un", "registered somebody")),
        ("registration.cancel", new("a annulé une inscription", "cancelled a registration")),
        ("registration.reached", new("a prévenu quelqu'un", "told somebody of a change")),
        ("roster.open", new("a ouvert une liste de présence", "opened an attendance list")),
        ("roster.export", new("a exporté une liste de présence", "exported an attendance list")),
        ("attendance", new("a noté des présences", "noted who came")),
        ("callback.take", new("a pris un rappel", "took a call-back")),
        ("callback.tried", new("a noté un essai de rappel", "noted a try to call back")),
        ("callback.done", new("a terminé un rappel", "finished a call-back")),
        ("callback.pass", new("a passé un rappel", "passed a call-back on")),
        ("callback.release", new("a remis un rappel dans la file", "put a call-back back into the queue")),
        ("callback.reopen", new("a rouvert un rappel", "opened a call-back again")),
        ("bulletin.write", new("a écrit un message à tous", "wrote a bulletin")),
        ("bulletin.test", new("s'est envoyé un essai", "sent a test to themselves")),
        ("bulletin.schedule", new("a programmé un message à tous", "scheduled a bulletin")),
        ("bulletin.cancel", new("a annulé un message à tous", "cancelled a bulletin")),
        ("message.cancel", new("a annulé un message", "cancelled a message")),
        ("staff.sign-in", new("est entré", "signed in")),
        ("staff.password", new("a choisi un mot de passe", "chose a password")),
        ("staff.second-factor", new("a changé son second facteur", "changed their second factor")),
        ("staff.reset-second-factor", new("a enlevé un second facteur", "took a second factor off")),
        ("staff.sign-out-everywhere", new("a quitté partout", "signed out everywhere")),
        ("staff.add", new("a ajouté un compte", "added an account")),
        ("staff.link", new("a fait un nouveau lien", "made a new link")),
        ("staff.role", new("a changé un rôle", "changed a role")),
        ("staff.close", new("a fermé un compte", "closed an account")),
        ("staff.open", new("a rouvert un compte", "opened an account again")),
    ];

    // The first word of a subject, as it is kept.
    private static readonly FrozenDictionary<string, string> Subjects = new Dictionary<string, string>
    {
        ["call"] = "appel",
        ["account"] = "compte",
        ["recording"] = "enregistrement",
        ["service"] = "service",
        ["organization"] = "organisme",
        ["location"] = "adresse",
        ["session"] = "séance",
        ["registration"] = "inscription",
        ["callback"] = "rappel",
        ["message"] = "message",
        ["bulletin"] = "bulletin",
        ["all"] = "tout",
    }.ToFrozenDictionary();

    /// <summary>The actions that may be asked for.</summary>
    public static IEnumerable<string> Actions => Known.Select(known => known.Action);

    /// <summary>An action; one that has no name here is told as it is kept.</summary>
    public static Bilingual Action(string action) => Array.Find(Known, known => known.Action == action) is { Action: not null } known ? known.Words : new(action, action);

    /// <summary>What it was done to.</summary>
    public static Bilingual Subject(string subject)
    {
        var space = subject.IndexOf(' ');
        var first = space < 0 ? subject : subject[..space];
        return new(Subjects.TryGetValue(first, out var french) ? french + subject[first.Length..] : subject, subject);
    }
}
