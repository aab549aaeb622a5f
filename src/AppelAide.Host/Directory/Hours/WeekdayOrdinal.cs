namespace AppelAide.Host.Directory.Hours;

/// <summary>A weekday of a rule (RFC 5545, BYDAY): <c>MO</c>, <c>2MO</c> or <c>-1FR</c>.</summary>
/// <param name="Ordinal">Which of the month or year, from its end when negative; 0 for each of them.</param>
/// <param name="Day">The weekday.</param>
internal readonly record struct WeekdayOrdinal(int Ordinal, DayOfWeek Day);
