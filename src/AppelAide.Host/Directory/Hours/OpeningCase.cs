namespace AppelAide.Host.Directory.Hours;

/// <summary>What can be said of a door at a moment.</summary>
internal enum OpeningCase
{
    /// <summary>Nobody gave its hours, or those given are no longer valid.</summary>
    Unknown,

    Closed,

    Open,

    /// <summary>Open until a time of the next day or later, which "until 2 o'clock" does not say by itself.</summary>
    OpenPastMidnight,

    /// <summary>Open, day and night.</summary>
    Always,
}
