using AppelAide.Host.Calls.Figures;

namespace AppelAide.Host.Console.Figures;

/// <summary>A table of what was asked for and found.</summary>
/// <param name="Caption">What it is.</param>
/// <param name="Heading">Of its first column.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Name">The name of a row.</param>
/// <param name="Link">Where it leads.</param>
/// <param name="Percent">How a share is written.</param>
internal sealed record NeedTable(
    string Caption, string Heading, IReadOnlyList<NeedFigures> Rows, Func<string, string> Name, Func<string, string> Link, Func<long, long, string> Percent);
