namespace AppelAide.Host.Twilio;

/// <summary>What came of a request for a recording's sound, or to delete it.</summary>
internal enum SoundOutcome
{
    /// <summary>It is here; or it is deleted there.</summary>
    Done,

    /// <summary>The provider has none of that name: not yet, or no more.</summary>
    Absent,

    /// <summary>It is larger than the line keeps.</summary>
    TooLarge,

    /// <summary>The provider refused this one, or answered with something that is no sound.</summary>
    Refused,

    /// <summary>The provider is down, too busy, or does not know the account: every other would fare the same.</summary>
    Unreachable,
}
