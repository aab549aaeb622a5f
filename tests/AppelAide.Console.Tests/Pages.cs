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
        ("/console/queue", "console/queue", StaffRoles.Staff),
        ("/console/messages", "console/messages", StaffRoles.Staff),
        ("/console/messages/bulletins", "console/messages/bulletins", StaffRoles.Coordinator),
        ("/console/messages/bulletins/write", "console/messages/bulletins/write/{id:long?}", StaffRoles.Coordinator),
        ("/console/staff", "console/staff", StaffRoles.Administrator),
    ];

    /// <summary>Those that are shown by their own tests, or show nothing by themselves.</summary>
    public static IReadOnlyList<string> Elsewhere { get; } = ["console/welcome/{secret}", "console/queue/{id:long}", "console/messages/{id:long}", "console/messages/bulletins/{id:long}"];
}
