namespace AppelAide.Host.Calls.Review;

/// <summary>What staff heard in a recording.</summary>
internal sealed record Transcript
{
    /// <summary>The recording.</summary>
    public required long RecordingId { get; init; }

    /// <summary>1 for the first; the highest holds.</summary>
    public required int Version { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who, as they were called then.</summary>
    public required string StaffName { get; init; }

    /// <summary>The words; empty when somebody took them away.</summary>
    public required string Words { get; init; }
}
