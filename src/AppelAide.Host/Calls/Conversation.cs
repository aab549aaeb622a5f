using AppelAide.Dialogue;

namespace AppelAide.Host.Calls;

/// <summary>A call, or an exchange of texts: its row in the call log.</summary>
internal sealed record Conversation
{
    /// <summary>Its number, in the order of arrival on a host.</summary>
    public required long No { get; init; }

    /// <summary>How.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The provider's name for the call, or for the first text.</summary>
    public required string ProviderSid { get; init; }

    /// <summary>Who.</summary>
    public required long CallerId { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary><c>fr</c> or <c>en</c>; after the end, the language of the last turn.</summary>
    public required string Language { get; init; }

    /// <summary>The place that was settled on.</summary>
    public string? PlaceId { get; init; }

    /// <summary>The strongest outcome so far: see <see cref="Outcomes"/>.</summary>
    public string? Outcome { get; init; }

    /// <summary>Where it ended, as <c>dialogue.node</c>; null while it lasts.</summary>
    public string? LastNode { get; init; }

    /// <summary>How long the call lasted, in seconds, as the provider counts.</summary>
    public int? Seconds { get; init; }

    /// <summary>How many turns; 0 while it lasts.</summary>
    public int Turns { get; init; }

    /// <summary>The version of the scripts it began with, and goes on with.</summary>
    public required string ScriptVersion { get; init; }

    /// <summary>Whether it is a trial from the command line, kept out of the indicators.</summary>
    public bool Trial { get; init; }
}
