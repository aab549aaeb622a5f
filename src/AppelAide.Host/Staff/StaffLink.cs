namespace AppelAide.Host.Staff;

/// <summary>A link that still opens something.</summary>
internal sealed class StaffLink
{
    /// <summary>Whose password it sets; null: it makes the first account.</summary>
    public long? AccountId { get; init; }

    /// <summary>Until when.</summary>
    public DateTimeOffset ExpiresAt { get; init; }
}
