namespace AppelAide.Host.Directory.Editing;

/// <summary>A field that somebody else changed meanwhile.</summary>
/// <param name="Input">Its name in the form.</param>
/// <param name="Theirs">What it says now.</param>
/// <param name="Yours">What was typed here.</param>
internal sealed record EditDifference(string Input, string Theirs, string Yours);
