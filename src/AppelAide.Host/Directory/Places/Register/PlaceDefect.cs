namespace AppelAide.Host.Directory.Places.Register;

/// <summary>Something in a register of places, or in a list of mergers, that cannot be taken.</summary>
/// <param name="File">The file's name, or the option's.</param>
/// <param name="Row">Its line, the header being 1; 0 for the file itself.</param>
/// <param name="Field">The column; empty for the file itself.</param>
/// <param name="Problem">What is wrong.</param>
internal sealed record PlaceDefect(string File, int Row, string Field, string Problem)
{
    /// <summary><c>register.csv, row 12, mcode: "4600" is not five digits</c>.</summary>
    public override string ToString() => (Row, Field) switch
    {
        (0, _) => $"{File}: {Problem}",
        (_, "") => $"{File}, row {Row}: {Problem}",
        _ => $"{File}, row {Row}, {Field}: {Problem}",
    };
}
