using AppelAide.Host.Staff;

namespace AppelAide.Host.Console;

/// <summary>Roles as staff call them.</summary>
internal static class RoleWords
{
    /// <summary>A role's name.</summary>
    public static string Of(string role, ConsoleWords words) => role switch
    {
        StaffRoles.Listener => words.T("Écoute", "Listener"),
        StaffRoles.Staff => words.T("Équipe", "Staff"),
        StaffRoles.Coordinator => words.T("Coordination", "Coordinator"),
        _ => words.T("Administration", "Administrator"),
    };

    /// <summary>What a role may, in a sentence.</summary>
    public static string May(string role, ConsoleWords words) => role switch
    {
        StaffRoles.Listener => words.T("Lit les appels, sans les numéros.", "Reads the calls, without numbers."),
        StaffRoles.Staff => words.T("De plus, voit les numéros, note, rappelle, tient les formations.", "Besides, sees numbers, takes notes, calls back, keeps the trainings."),
        StaffRoles.Coordinator => words.T("De plus, tient le répertoire, écrit aux gens, voit qui a ouvert quoi.", "Besides, keeps the directory, writes to people, sees who opened what."),
        _ => words.T("De plus, tient les comptes.", "Besides, keeps the accounts."),
    };
}
