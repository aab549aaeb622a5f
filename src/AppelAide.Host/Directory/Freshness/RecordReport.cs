namespace AppelAide.Host.Directory.Freshness;

/// <summary>A citizen says that a service is not as the line told it.</summary>
internal sealed record RecordReport
{
    /// <summary>Its identifier; 0 before it is kept.</summary>
    public long Id { get; init; }

    /// <summary>The service.</summary>
    public required string ServiceId { get; init; }

    /// <summary>The door they were told of; null for help by telephone alone.</summary>
    public string? LocationId { get; init; }

    /// <summary>One of <see cref="RecordReportKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Who said it.</summary>
    public required long CallerId { get; init; }

    /// <summary>In which conversation.</summary>
    public required long ConversationNo { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
