namespace AppelAide.Host.Directory.Hours;

/// <summary>Whether a door is open at a moment, and when that changes; local time of the door.</summary>
/// <param name="Case">What can be said of it; nothing, by default.</param>
/// <param name="Changes">When an open door closes or a closed one opens; null when that is not known, or never.</param>
internal readonly record struct OpeningState(OpeningCase Case, DateTime? Changes = null)
{
    public bool IsKnown => Case != OpeningCase.Unknown;

    /// <summary>Open at that moment, for certain.</summary>
    public bool IsOpen => Case >= OpeningCase.Open;

    /// <summary>When it closes; null when it is closed, or never closes.</summary>
    public DateTime? ClosesAt => IsOpen ? Changes : null;

    /// <summary>When it next opens; null when it is open, or not within a year, or its hours are not known.</summary>
    public DateTime? OpensAt => IsOpen ? null : Changes;
}
