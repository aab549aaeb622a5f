namespace AppelAide.Host.Directory.Places.Register;

/// <summary>A municipality that became part of another.</summary>
/// <param name="OldId">The code that is no more.</param>
/// <param name="NewId">The code that it became part of.</param>
/// <param name="File">Where it is written: a file's name, or the option's.</param>
/// <param name="Row">On which line, or which of the options.</param>
internal sealed record PlaceMerger(string OldId, string NewId, string File, int Row)
{
    private const string Option = "--merged";

    /// <summary>Reads <c>12345=12346</c>, as the command line has it.</summary>
    /// <returns>Null when it is written otherwise.</returns>
    public static PlaceMerger? Parse(string text, int number = 1) =>
        text.Split('=', StringSplitOptions.TrimEntries) is [{ Length: > 0 } old, { Length: > 0 } current] ? new(old, current, Option, number) : null;
}
