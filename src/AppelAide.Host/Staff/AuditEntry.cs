namespace AppelAide.Host.Staff;

/// <summary>That somebody of the staff opened, revealed or changed something.</summary>
internal sealed class AuditEntry
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Which account; 0 is the command line.</summary>
    public long AccountId { get; init; }

    /// <summary>Their name at the time.</summary>
    public string Who { get; init; } = "";

    /// <summary>What, such as <c>call.open</c>.</summary>
    public string Action { get; init; } = "";

    /// <summary>Of what, such as <c>call 1234</c>; never a telephone number.</summary>
    public string Subject { get; init; } = "";
}
