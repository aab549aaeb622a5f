namespace AppelAide.Host.Staff;

/// <summary>Somebody who may be in the audit log.</summary>
internal sealed record AuditPerson
{
    /// <summary>The account; 0 is the command line.</summary>
    public required long AccountId { get; init; }

    /// <summary>Their name.</summary>
    public required string Who { get; init; }
}
