namespace AppelAide.Benchmarks;
internal static class CostBenchmark { public static Task RunAsync() => Task.CompletedTask; }
