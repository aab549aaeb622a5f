using AppelAide.Host.Staff;

namespace AppelAide.Console.Tests;

/// <summary>Every page of the console, and the least role that opens it. A page that is missing here fails a test.</summary>
public static class Pages
{
    /// <summary>The address as it is opened in the tests, its route when it has parameters, and the role; no role: anybody.</summary>
    public static IReadOnlyList<(string Address, string Route, string Role)> All { get; } =
    [
        ("/console/sign-in", "console/sign-in", ""),
        ("/console/problem/404", "console/problem/{status:int}", ""),
        ("/console", "console", StaffRoles.Listener),
        ("/console/account", "console/account", StaffRoles.Listener),
        ("/console/account/second-factor", "console/account/second-factor", StaffRoles.Listener),
        ("/console/calls", "console/calls", StaffRoles.Listener),
        ("/console/calls?outcome=abandoned&from=2020-02-31&place=Nulle-Part&words=vague", "console/calls", StaffRoles.Listener),
        ("/console/audit", "console/audit", StaffRoles.Coordinator),
        ("/console/queue", "console/queue", StaffRoles.Staff),
        ("/console/messages", "console/messages", StaffRoles.Staff),
        ("/console/messages/bulletins", "console/messages/bulletins", StaffRoles.Coordinator),
        ("/console/messages/bulletins/write", "console/messages/bulletins/write/{id:long?}", StaffRoles.Coordinator),
        ("/console/figures", "console/figures", StaffRoles.Listener),
        ("/console/figures/needs", "console/figures/needs", StaffRoles.Listener),
        ("/console/figures/prompts", "console/figures/prompts", StaffRoles.Listener),
        ("/console/figures/dialogues", "console/figures/dialogues", StaffRoles.Listener),
        ("/console/figures/dialogues/aide", "console/figures/dialogues/{id}", StaffRoles.Listener),
        ("/console/trial", "console/trial", StaffRoles.Staff),
        ("/console/staff", "console/staff", StaffRoles.Administrator),
        ("/console/directory?need=food&place=Gasp%C3%A9", "console/directory", StaffRoles.Listener),
        ("/console/directory/services/carrefour-du-havre-1", "console/directory/{kind:regex(^(services|organizations)$)}/{id}", StaffRoles.Listener),
        ("/console/directory/organizations/carrefour-du-havre", "console/directory/{kind:regex(^(services|organizations)$)}/{id}", StaffRoles.Listener),
        ("/console/directory/services/carrefour-du-havre-1/edit", "console/directory/{kind:regex(^(services|organizations)$)}/{id}/edit", StaffRoles.Coordinator),
        ("/console/directory/reports", "console/directory/reports", StaffRoles.Listener),
        ("/console/directory/import", "console/directory/import", StaffRoles.Coordinator),
        ("/console/trainings?q=tablette+le+soir", "console/trainings", StaffRoles.Listener),
        ("/console/trainings/vague-tablet-3", "console/trainings/{id}", StaffRoles.Listener),
        ("/console/trainings/vague-tablet-3/edit", "console/trainings/{id}/edit", StaffRoles.Staff),
        ("/console/trainings/vague-tablet-3/roster", "console/trainings/{id}/roster", StaffRoles.Staff),
        ("/console/trainings/vague-tablet-3/attendance", "console/trainings/{id}/attendance", StaffRoles.Staff),
        ("/console/trainings/unreached", "console/trainings/unreached", StaffRoles.Staff),
    ];

    /// <summary>Those that are shown by their own tests, or show nothing by themselves.</summary>
    public static IReadOnlyList<string> Elsewhere { get; } =
    [
        "console/welcome/{secret}", "console/calls/{no:long}", "console/calls/export", "console/queue/{id:long}", "console/messages/{id:long}", "console/messages/bulletins/{id:long}", "console/trainings/{id}/registrations.csv",
    ];
}
