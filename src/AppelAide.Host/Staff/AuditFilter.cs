namespace AppelAide.Host.Staff;

/// <summary>Which lines of the audit log are wanted: all that is not null must hold.</summary>
internal sealed record AuditFilter
{
    /// <summary>Who.</summary>
    public long? AccountId { get; init; }

    /// <summary>What was done.</summary>
    public string? Action { get; init; }

    /// <summary>At this instant or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this instant.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The last line that was seen; null for the newest.</summary>
    public long? Before { get; init; }
}
