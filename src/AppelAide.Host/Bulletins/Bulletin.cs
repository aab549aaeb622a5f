namespace AppelAide.Host.Bulletins;

/// <summary>A text that staff write, in both languages, to all who want it.</summary>
internal sealed record Bulletin
{
    /// <summary>Its identifier.</summary>
    public required long Id { get; init; }

    /// <summary>One of <see cref="Topics"/>.</summary>
    public required string Topic { get; init; }

    /// <summary>The places it is for, separated by <c>;</c>; empty for everywhere.</summary>
    public required string Places { get; init; }

    /// <summary>What it says in French, without the line's name.</summary>
    public required string BodyFr { get; init; }

    /// <summary>What it says in English.</summary>
    public required string BodyEn { get; init; }

    /// <summary><c>draft</c>, <c>scheduled</c>, <c>planned</c> (each message is in the outbox) or <c>cancelled</c>.</summary>
    public required string State { get; init; }

    /// <summary>Not before; null for a draft.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Author { get; init; }

    /// <summary>The last caller whose message is in the outbox; planning goes on after it.</summary>
    public required long PlannedTo { get; init; }

    /// <summary>How many people have a message in the outbox.</summary>
    public required int People { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its state last changed, or its planning went on.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Grows with each rewriting.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The identifiers of <see cref="Places"/>.</summary>
    public IReadOnlyList<string> PlaceIds => Places.Split(';', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What it says in a language.</summary>
    public string Body(string language) => language == "en" ? BodyEn : BodyFr;
}
