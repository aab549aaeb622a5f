using System.Collections.Immutable;

namespace AppelAide.Host.Calls.Figures;

/// <summary>How seconds to the first useful answer are sorted: enough to say half and nine in ten, without keeping each.</summary>
internal static class AnswerTimes
{
    /// <summary>The upper limits, in seconds; the last column is for what took longer.</summary>
    public static ImmutableArray<int> Limits { get; } = [15, 30, 60, 90, 120, 180, 300];

    /// <summary>The columns, one more than limits.</summary>
    public static ImmutableArray<string> Columns { get; } =
        ["answer_15", "answer_30", "answer_60", "answer_90", "answer_120", "answer_180", "answer_300", "answer_more"];

    /// <summary>The column of a number of seconds.</summary>
    public static string ColumnOf(long seconds)
    {
        for (var i = 0; i < Limits.Length; i++)
        {
            if (seconds <= Limits[i]) return Columns[i];
        }

        return Columns[^1];
    }

    /// <summary>The limit within which a share of the answers came; null when it is beyond the last, or there were none.</summary>
    /// <param name="counts">How many in each column.</param>
    /// <param name="share">0.5 for half.</param>
    public static int? Within(IReadOnlyList<long> counts, double share)
    {
        var wanted = counts.Sum() * share;
        if (wanted <= 0) return null;
        long so = 0;
        for (var i = 0; i < Limits.Length; i++)
        {
            so += counts[i];
            if (so >= wanted) return Limits[i];
        }

        return null;
    }
}
