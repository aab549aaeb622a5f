namespace AppelAide.Host.Directory.Editing;

/// <summary>A record before and after a change.</summary>
internal sealed record HistoryRow
{
    /// <summary>The kind of the record: a table of the standard, or a session.</summary>
    public required string Kind { get; init; }

    /// <summary>Its identifier.</summary>
    public required string RecordId { get; init; }

    /// <summary>A flat JSON object; empty when there was none.</summary>
    public required string RecordBefore { get; init; }

    /// <summary>A flat JSON object; empty when it was taken away.</summary>
    public required string RecordAfter { get; init; }
}
