namespace AppelAide.Host.Bulletins;

/// <summary>People who get a bulletin in one language and one way.</summary>
internal sealed record BulletinAudience
{
    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary><c>sms</c> or <c>call</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>How many.</summary>
    public required int People { get; init; }
}
