namespace AppelAide.Host.Callers;

/// <summary>A telephone that called or texted, and what its holder asked the line to keep in mind.</summary>
internal sealed record Caller
{
    /// <summary>Its identifier.</summary>
    public required long Id { get; init; }

    /// <summary>The last two digits of the number.</summary>
    public required string PhoneTail { get; init; }

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Whether slower speech was asked for.</summary>
    public required bool Slow { get; init; }

    /// <summary>Where the citizen lives, once settled.</summary>
    public string? PlaceId { get; init; }

    /// <summary>Whether they stopped all messages and calls that the line begins. Changed through <see cref="MessageConsent"/> alone.</summary>
    public bool Stopped { get; init; }

    /// <summary>Whether the telephone can receive texts; null when not known.</summary>
    public bool? Texts { get; init; }

    /// <summary>The first time.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last time any of this changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
