using System.Globalization;

namespace AppelAide.Benchmarks;

/// <summary>Medians, and how they are printed.</summary>
internal static class Statistics
{
    /// <summary>The middle one.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The value below which a part lies, for people.</summary>
    public static string Percentile(IReadOnlyCollection<double> values, double part)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? "–" : sorted[Math.Min(sorted.Length - 1, (int)(part * sorted.Length))].ToString("0.0", CultureInfo.InvariantCulture);
    }

    /// <summary><c>0.36 (0.34–0.39)</c>: the median of the rounds and their range.</summary>
    public static string Spread(IReadOnlyCollection<double> values, string format = "0.00") => values.Count == 0
        ? "–"
        : string.Create(CultureInfo.InvariantCulture, $"{Median(values).ToString(format, CultureInfo.InvariantCulture)} ({values.Min().ToString(format, CultureInfo.InvariantCulture)}–{values.Max().ToString(format, CultureInfo.InvariantCulture)})");

    /// <summary>A number for people.</summary>
    public static string Number(double value, string format = "#,0") => double.IsNaN(value) ? "–" : value.ToString(format, CultureInfo.InvariantCulture);
}
