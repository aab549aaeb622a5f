namespace AppelAide.Host.Staff;

/// <summary>A line of the audit log.</summary>
internal sealed record AuditEntry
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who, as they were called then.</summary>
    public required string Who { get; init; }

    /// <summary>What was done.</summary>
    public required string Action { get; init; }

    /// <summary>To what.</summary>
    public required string Subject { get; init; }
}
