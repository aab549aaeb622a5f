namespace AppelAide.Benchmarks;
internal static class LogBenchmark { public static Task RunAsync(BenchmarkOptions options) => Task.CompletedTask; }
