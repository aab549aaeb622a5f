using AppelAide.Host.Staff;

namespace AppelAide.Host.Console;

/// <summary>A page of the menu.</summary>
internal sealed record NavigationItem(string Address, string Policy, string French, string English)
{
    /// <summary>All of them, in their order: what is done every day first.</summary>
    public static IReadOnlyList<NavigationItem> All { get; } =
    [
        new("/console", Policies.Listen, "Aujourd'hui", "Today"),
        new("/console/calls", Policies.Listen, "Appels et textos", "Calls and texts"),
        new("/console/queue", Policies.Act, "À rappeler", "To call back"),
        new("/console/trainings", Policies.Listen, "Formations", "Trainings"),
        new("/console/directory", Policies.Listen, "Répertoire", "Directory"),
        new("/console/messages", Policies.Act, "Messages", "Messages"),
        new("/console/figures", Policies.Listen, "Chiffres", "Figures"),
        new("/console/trial", Policies.Act, "Essayer la ligne", "Try the line"),
        new("/console/audit", Policies.Coordinate, "Qui a ouvert quoi", "Who opened what"),
        new("/console/staff", Policies.Administer, "Comptes", "Accounts"),
    ];

    /// <summary>Whether a page is this one, or one below it.</summary>
    public bool IsAt(PathString path) => Address == "/console" ? path == "/console" || path == "/console/" : path.StartsWithSegments(Address);
}
