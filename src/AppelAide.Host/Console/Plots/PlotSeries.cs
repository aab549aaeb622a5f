namespace AppelAide.Host.Console.Plots;

/// <summary>Numbers that belong together: a colour of the plot, a column of the table beside it.</summary>
/// <param name="Label">As the table's heading.</param>
/// <param name="Kind">Its class in the style sheet: <c>one</c>, <c>two</c>…</param>
/// <param name="Values">One for each label of the plot.</param>
internal sealed record PlotSeries(string Label, string Kind, IReadOnlyList<long> Values);
