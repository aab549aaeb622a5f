namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>How a partner's calendar is imported.</summary>
/// <param name="Path">The file: a calendar (.ics) or a table (.csv).</param>
/// <param name="OrganizationId">Who gives what is in it.</param>
internal sealed record CalendarImportOptions(string Path, string OrganizationId)
{
    /// <summary>Who publishes it: an event is known again by its name among theirs. Default: the organization.</summary>
    public string Source { get; init; } = OrganizationId;

    /// <summary>Where it is, when the event does not say it in words that the directory knows. Default: the organization's address, when it has just one.</summary>
    public string? LocationId { get; init; }

    /// <summary><c>training</c>, <c>meeting</c>, <c>group</c>, <c>workshop</c> or <c>culture</c>, when a row does not say it.</summary>
    public string Kind { get; init; } = "training";

    /// <summary>What it is about, when a row does not say it.</summary>
    public string Topic { get; init; } = "";

    /// <summary>The language of an event's words, and in which it is given, when the event does not say it.</summary>
    public string Language { get; init; } = "fr";

    /// <summary>How many may register, when a row does not say it; null for no limit.</summary>
    public int? Seats { get; init; }

    /// <summary>Dollars, when a row does not say it; null is free.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Whether the sessions of events that the file no longer has are cancelled. Default: no.</summary>
    public bool RetiresMissing { get; init; }
}
