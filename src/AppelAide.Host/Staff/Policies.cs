namespace AppelAide.Host.Staff;

/// <summary>What pages ask for, each the least role that may.</summary>
internal static class Policies
{
    /// <summary>Reading the call log without numbers: every role.</summary>
    public const string Listen = StaffRoles.Listener;

    /// <summary>Numbers, notes, call-backs, trainings: staff and above.</summary>
    public const string Act = StaffRoles.Staff;

    /// <summary>The directory, bulletins, the audit log: coordinators and above.</summary>
    public const string Coordinate = StaffRoles.Coordinator;

    /// <summary>The accounts: administrators.</summary>
    public const string Administer = StaffRoles.Administrator;

    /// <summary>Signed in, though the second factor may still be missing: the pages that set it.</summary>
    public const string Own = "own";
}
