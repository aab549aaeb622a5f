namespace AppelAide.Host.Console;

/// <summary>A field that somebody else changed while it was being edited.</summary>
/// <param name="Label">The field, as the form names it.</param>
/// <param name="Theirs">What it is now.</param>
/// <param name="Yours">What was typed.</param>
internal sealed record FieldDifference(string Label, string Theirs, string Yours);
