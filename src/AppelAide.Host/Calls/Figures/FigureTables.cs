using System.Collections.Immutable;

namespace AppelAide.Host.Calls.Figures;

/// <summary>What is counted, and by what.</summary>
internal static class FigureTables
{
    /// <summary>What came in and went out, a day.</summary>
    public static FigureTable Day { get; } = new(
        "figure_day",
        ["day", "channel", "language"],
        ["conversations", "abandoned", "turns", "seconds", "answered", "answer_seconds", .. AnswerTimes.Columns]);

    /// <summary>What became of them, a day.</summary>
    public static FigureTable Outcome { get; } = new("figure_outcome", ["day", "channel", "language", "outcome"], ["conversations"]);

    /// <summary>From where, a week: a row a place, for a province has many.</summary>
    public static FigureTable Place { get; } = new("figure_place", ["week", "place_id"], ["calls", "texts", "outgoing", "abandoned", "asked", "found"]);

    /// <summary>How many people, a day or a week: see <see cref="FigureParts"/>.</summary>
    public static FigureTable People { get; } = new("figure_people", ["span", "part", "value"], ["people"]);

    /// <summary>Needs, a week.</summary>
    public static FigureTable Need { get; } = new("figure_need", ["week", "need"], ["asked", "found"]);

    /// <summary>Needs by place, a week.</summary>
    public static FigureTable NeedPlace { get; } = new("figure_need_place", ["need", "place_id", "week"], ["asked", "found"]);

    /// <summary>The nodes of the dialogues, a week.</summary>
    public static FigureTable Node { get; } = new(
        "figure_node", ["week", "node", "channel", "language"], ["entered", "heard", "no_match", "no_input", "ended", "abandoned"]);

    /// <summary>The ways between nodes, a week.</summary>
    public static FigureTable Edge { get; } = new("figure_edge", ["week", "from_node", "to_node"], ["passed"]);

    /// <summary>All but <see cref="People"/>, which follows from who was counted before.</summary>
    public static ImmutableArray<FigureTable> Tallied { get; } = [Day, Outcome, Place, Need, NeedPlace, Node, Edge];
}
