namespace AppelAide.Host.Staff;

/// <summary>Who is at work: what pages and the audit log know of an account.</summary>
/// <param name="Id">The account's number; 0 is the command line.</param>
/// <param name="Name">As colleagues know them.</param>
/// <param name="Role">See <see cref="StaffRoles"/>.</param>
internal sealed record StaffMember(long Id, string Name, string Role)
{
    /// <summary>Who works at the command line of the line's machine.</summary>
    public static StaffMember CommandLine { get; } = new(0, "Command line", StaffRoles.Administrator);
}
