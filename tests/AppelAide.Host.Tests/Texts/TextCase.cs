using AppelAide.Host.Tests.Golden;
using CsvHelper;

namespace AppelAide.Host.Tests.Texts;

/// <summary>A text as somebody might send it, and what the line should understand; several answers may be right (<c>a|b</c>).</summary>
/// <param name="Set"><c>develop</c>: its misses were looked at while the words were chosen. <c>measure</c>: every fifth, set aside until the words were
/// chosen, and then mended too.</param>
/// <param name="Text">The first text of somebody unknown.</param>
/// <param name="Intents">The right intents, the likeliest first.</param>
/// <param name="Needs">The right needs; empty when none is named.</param>
/// <param name="Places">The official names of the right places; empty when none is named.</param>
internal sealed record TextCase(string Set, string Text, string[] Intents, string[] Needs, string[] Places)
{
    public const string Develop = "develop";

    public const string Measure = "measure";

    public const string Blind = "blind";

    /// <summary>Texts that name a need of a family, written before the words of those needs were; then their misses were looked at.</summary>
    public const string Leaves = "needs";

    /// <summary>What somebody new to the line texted in play, each a miss; then they were mended.</summary>
    public const string Newcomer = "newcomer";

    /// <summary>A column left empty among alternatives: nothing named is right too.</summary>
    public const string None = "none";

    /// <summary>All of them, from <c>texts.csv</c>.</summary>
    public static IReadOnlyList<TextCase> All { get; } = Read();

    public override string ToString() =>
        $"{string.Join('|', Intents)} {string.Join('|', Needs)} {string.Join('|', Places)}".TrimEnd() + $" <- {Text.ReplaceLineEndings("\\n")}";

    private static List<TextCase> Read()
    {
        using var csv = CsvReader.FromFile(GoldenFolder.InRepository("tests/AppelAide.Host.Tests/Texts/texts.csv"), new CsvReaderOptions { HasHeader = true });
        var cases = new List<TextCase>();
        foreach (var row in csv)
            cases.Add(new TextCase(row["set"].ToString(), row["text"].ToString(), Alternatives(row["intent"].ToString()), Alternatives(row["need"].ToString()), Alternatives(row["place"].ToString())));
        return cases;
    }

    private static string[] Alternatives(string column) =>
        column.Length == 0 ? [] : [.. column.Split('|').Select(one => one.Length == 0 ? None : one)];
}
