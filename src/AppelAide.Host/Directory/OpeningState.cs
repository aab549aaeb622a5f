namespace AppelAide.Host.Directory;

/// <summary>Whether a door is open at a moment, and when that changes; local time of the door.</summary>
/// <param name="IsOpen">Open at that moment.</param>
/// <param name="ClosesAt">When it closes; null when it is closed, or never closes.</param>
/// <param name="OpensAt">When it next opens; null when it is open, or its hours are not known.</param>
internal readonly record struct OpeningState(bool IsOpen, DateTime? ClosesAt, DateTime? OpensAt);
