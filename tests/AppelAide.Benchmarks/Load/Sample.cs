namespace AppelAide.Benchmarks.Load;

/// <summary>One measure of one contestant.</summary>
/// <param name="Load">What the client counted.</param>
/// <param name="Processor">Processor time of the server, in microseconds a request.</param>
internal sealed record Sample(LoadResult Load, double Processor);
