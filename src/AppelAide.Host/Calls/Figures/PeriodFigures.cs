using System.Collections.Immutable;

namespace AppelAide.Host.Calls.Figures;

/// <summary>How the line does in a period.</summary>
internal sealed record PeriodFigures
{
    /// <summary>Each week, also those without a call.</summary>
    public required ImmutableArray<WeekFigures> Weeks { get; init; }

    /// <summary>By language, the most frequent first.</summary>
    public required ImmutableArray<PartFigures> Languages { get; init; }

    /// <summary>By place, the most frequent first.</summary>
    public required ImmutableArray<PartFigures> Places { get; init; }

    /// <summary>What became of them, the most frequent first.</summary>
    public required ImmutableArray<OutcomeFigures> Outcomes { get; init; }

    /// <summary>Calls by seconds to the first useful answer: see <see cref="AnswerTimes"/>.</summary>
    public required ImmutableArray<long> Answers { get; init; }

    /// <summary>The mean of those seconds; null when there were none.</summary>
    public required double? MeanAnswer { get; init; }

    /// <summary>Calls that the line made with messages.</summary>
    public required long Outgoing { get; init; }
}
