namespace AppelAide.Host.Console;

/// <summary>A field of a change, as the history shows it.</summary>
/// <param name="Label">The field.</param>
/// <param name="Before">What it was; empty for nothing.</param>
/// <param name="After">What it became; empty for nothing.</param>
internal sealed record HistoryLine(string Label, string Before, string After);
