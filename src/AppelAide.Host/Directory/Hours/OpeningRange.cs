namespace AppelAide.Host.Directory.Hours;

/// <summary>A stretch of a weekday during which a door is open.</summary>
/// <param name="Day">The day on which it opens.</param>
/// <param name="From">Minutes after midnight.</param>
/// <param name="To">Minutes after that same midnight: beyond 1440 when it closes the next day.</param>
internal readonly record struct OpeningRange(DayOfWeek Day, int From, int To);
