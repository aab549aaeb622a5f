namespace AppelAide.Host.Recordings;

/// <summary>A recording that is to be fetched, or deleted at the provider.</summary>
internal sealed record SoundWork
{
    /// <summary>Our number for it.</summary>
    public required long Id { get; init; }

    /// <summary>The provider's name for it.</summary>
    public required string RecordingSid { get; init; }

    /// <summary>How often it did not work.</summary>
    public required int Tries { get; init; }
}
