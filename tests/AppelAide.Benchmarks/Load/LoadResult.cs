namespace AppelAide.Benchmarks.Load;

/// <summary>What the client counted.</summary>
/// <param name="Requests">Answered.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="P50">Of an answer, in milliseconds.</param>
/// <param name="P99">As P50.</param>
/// <param name="P999">As P50.</param>
internal sealed record LoadResult(long Requests, double Seconds, double P50, double P99, double P999)
{
    /// <summary>Requests a second.</summary>
    public double Rate => Requests / Seconds;
}
