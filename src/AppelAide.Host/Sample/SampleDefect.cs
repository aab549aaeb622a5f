namespace AppelAide.Host.Sample;

/// <summary>Something in a sample file that cannot be loaded.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Row">Its line, the header being 1; 0 for the file itself.</param>
/// <param name="Field">The column; empty for the file itself.</param>
/// <param name="Problem">What is wrong.</param>
internal sealed record SampleDefect(string File, int Row, string Field, string Problem)
{
    public override string ToString() => Row == 0 ? $"{File}: {Problem}" : $"{File}, row {Row}, {Field}: {Problem}";
}
