namespace AppelAide.Host.Directory.Freshness;

/// <summary>A report that waits for somebody of the staff. Never the citizen's number.</summary>
internal sealed record OpenReport
{
    /// <summary>The report's identifier.</summary>
    public required long Id { get; init; }

    /// <summary>The service.</summary>
    public required string ServiceId { get; init; }

    /// <summary>The service's French name; empty when the service is gone from the directory.</summary>
    public string NameFr { get; init; } = "";

    /// <summary>Its English name.</summary>
    public string NameEn { get; init; } = "";

    /// <summary>Who offers it.</summary>
    public string Organization { get; init; } = "";

    /// <summary>The door that the citizen was told of; null for none.</summary>
    public string? LocationId { get; init; }

    /// <summary>Its address; empty for none.</summary>
    public string Address { get; init; } = "";

    /// <summary>One of <see cref="RecordReportKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Who said it.</summary>
    public required long CallerId { get; init; }

    /// <summary>In which conversation: staff may read it in the call log.</summary>
    public required long ConversationNo { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
