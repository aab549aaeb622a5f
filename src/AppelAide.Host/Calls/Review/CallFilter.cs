using AppelAide.Dialogue;

namespace AppelAide.Host.Calls.Review;

/// <summary>Which conversations are wanted: all that is not null must hold.</summary>
internal sealed record CallFilter
{
    /// <summary>An outcome that is none: the conversation goes on.</summary>
    public const string Ongoing = "ongoing";

    /// <summary>The longest length that is told apart, in minutes: an hour and more.</summary>
    public const int MostMinutes = 60;

    /// <summary>Began at this instant or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Began before this instant.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Call or text.</summary>
    public Channel? Channel { get; init; }

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The places' identifiers: those of a city and of its boroughs. Empty for none in particular; one that nobody called from finds nothing.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>One of <see cref="Outcomes"/>, or <see cref="Ongoing"/>.</summary>
    public string? Outcome { get; init; }

    /// <summary>One of <see cref="CallTopics"/>, or <c>need:</c> and a need's identifier.</summary>
    public string? Topic { get; init; }

    /// <summary>Where it ended, as <c>dialogue.node</c>.</summary>
    public string? Step { get; init; }

    /// <summary>Lasted at least so many whole minutes.</summary>
    public int? AtLeast { get; init; }

    /// <summary>Lasted at most so many whole minutes.</summary>
    public int? AtMost { get; init; }

    /// <summary>Words of the notes, all of them, in any order; folded. Empty for none.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>A tag.</summary>
    public string? Tag { get; init; }

    /// <summary>Trials alone, or none.</summary>
    public bool? Trial { get; init; }
}
