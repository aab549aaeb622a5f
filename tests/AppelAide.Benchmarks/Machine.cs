using System.Runtime.InteropServices;

namespace AppelAide.Benchmarks;

/// <summary>What the figures were taken on.</summary>
internal static class Machine
{
    /// <summary>One line.</summary>
    public static string Describe()
    {
        var model = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        var gigabytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return FormattableString.Invariant(
            $"{Environment.ProcessorCount} cores ({model ?? "unknown"}), {gigabytes:0} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; the load client runs on the same cores");
    }
}
