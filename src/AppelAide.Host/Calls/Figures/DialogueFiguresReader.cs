using System.Collections.Immutable;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Calls.Figures;

/// <summary>How people go through the dialogues: nodes, and the ways between them.</summary>
internal sealed class DialogueFiguresReader(Database database)
{
    private const string Counts = """
        SELECT node, SUM(entered) AS entered, SUM(heard) AS heard, SUM(no_match) AS no_match, SUM(no_input) AS no_input, SUM(ended) AS ended, SUM(abandoned) AS abandoned
        FROM figure_node WHERE week >= @From AND week <= @To
        """;

    private const string Nodes = $"{Counts} AND (@Channel = '' OR channel = @Channel) AND (@Language = '' OR language = @Language) GROUP BY node";

    // A name goes up to the letter after the full stop: LIKE would take '_' for any letter.
    private const string NodesOfDialogue = $"{Counts} AND node >= @First AND node < @Last GROUP BY node";

    private const string Edges = """
        SELECT from_node, to_node, SUM(passed) AS passed FROM figure_edge
        WHERE week >= @From AND week <= @To AND ((from_node >= @First AND from_node < @Last) OR (to_node >= @First AND to_node < @Last))
        GROUP BY from_node, to_node
        """;

    /// <summary>All nodes.</summary>
    /// <param name="period">The weeks.</param>
    /// <param name="channel">One of <see cref="FigureChannels"/>; empty for all.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>; empty for both.</param>
    /// <param name="ct">Gives up.</param>
    public Task<ImmutableArray<NodeFigures>> NodesAsync(FigurePeriod period, string channel, string language, CancellationToken ct) => database.ReadAsync(
        connection => connection
            .Query<NodeFigures>(Nodes, new { From = FigureSpan.Text(period.From), To = FigureSpan.Text(period.To), Channel = channel, Language = language })
            .ToImmutableArray(),
        ct);

    /// <summary>The nodes of a dialogue, and the ways within it, into it and out of it.</summary>
    public Task<(ImmutableArray<NodeFigures> Nodes, ImmutableArray<EdgeFigures> Edges)> DialogueAsync(FigurePeriod period, string dialogue, CancellationToken ct)
    {
        var span = new { From = FigureSpan.Text(period.From), To = FigureSpan.Text(period.To), First = dialogue + ".", Last = dialogue + "/" };
        return database.ReadAsync(
            connection => (connection.Query<NodeFigures>(NodesOfDialogue, span).ToImmutableArray(), connection.Query<EdgeFigures>(Edges, span).ToImmutableArray()), ct);
    }
}
