namespace AppelAide.Dialogue.Definition;

/// <summary>Where something stands in the scripts.</summary>
/// <param name="File">Relative to the scripts' folder.</param>
/// <param name="Line">From 1.</param>
public readonly record struct SourceLine(string File, int Line);
