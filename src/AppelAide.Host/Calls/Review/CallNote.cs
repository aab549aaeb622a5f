namespace AppelAide.Host.Calls.Review;

/// <summary>What somebody of the staff wrote beside a conversation.</summary>
internal sealed record CallNote
{
    /// <summary>Its identifier.</summary>
    public required long Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who, as they were called then.</summary>
    public required string StaffName { get; init; }

    /// <summary>The note, as written.</summary>
    public required string Words { get; init; }
}
