namespace AppelAide.Host.Staff;

/// <summary>What somebody of the staff may do: each role may all that the one before may.</summary>
internal static class StaffRoles
{
    /// <summary>Reads the call log, without numbers.</summary>
    public const string Listener = "listener";

    /// <summary>Sees numbers, writes notes, calls back, keeps the trainings.</summary>
    public const string Staff = "staff";

    /// <summary>Keeps the directory, writes bulletins, reads the audit log.</summary>
    public const string Coordinator = "coordinator";

    /// <summary>Keeps the accounts.</summary>
    public const string Administrator = "administrator";

    /// <summary>From the least to the most.</summary>
    public static IReadOnlyList<string> All { get; } = [Listener, Staff, Coordinator, Administrator];

    /// <summary>Whether a role may what another may.</summary>
    public static bool Includes(string role, string needed)
    {
        var (has, needs) = (Rank(role), Rank(needed));
        return has >= 0 && needs >= 0 && has >= needs;
    }

    private static int Rank(string role)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i] == role) return i;
        }

        return -1;
    }
}
