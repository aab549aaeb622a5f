using System.Globalization;

namespace AppelAide.Benchmarks;

/// <summary>What is measured, and for how long.</summary>
internal sealed record BenchmarkOptions
{
    private static readonly string[] Names = ["line", "latency", "log", "cost", "turn", "outbox", "bulletin", "directory", "import", "registration", "console", "figures"];

    /// <summary>One benchmark, or <c>all</c>.</summary>
    public string Name { get; init; } = "all";

    /// <summary>Seconds of each measure; each contestant is warmed for twice as long.</summary>
    public int Seconds { get; init; } = 5;

    /// <summary>How many rounds; all contestants play in each.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>Turns in the log of <c>log</c>.</summary>
    public int Rows { get; init; } = 10_000_000;

    /// <summary>Turns a second of the calls beside <c>registration</c>.</summary>
    public int Rate { get; init; } = 500;

    /// <summary>Where <c>console</c> keeps its million conversations for another time; null to make them anew and remove them.</summary>
    public string? Folder { get; init; }

    /// <summary>Leaves out the Node.js peer.</summary>
    public bool WithoutPeer { get; init; }

    /// <summary>Whether a benchmark was asked for.</summary>
    public bool Runs(string name) => Name == "all" || Name == name;

    /// <summary>Reads the command line; null when it is wrong.</summary>
    public static BenchmarkOptions? Parse(string[] args)
    {
        var options = new BenchmarkOptions();
        for (var i = 0; i < args.Length; i++)
        {
            var number = i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0 ? given : 0;
            switch (args[i])
            {
                case "--seconds" when number > 0:
                    options = options with { Seconds = number };
                    i++;
                    break;
                case "--rounds" when number > 0:
                    options = options with { Rounds = number };
                    i++;
                    break;
                case "--rows" when number > 0:
                    options = options with { Rows = number };
                    i++;
                    break;
                case "--rate" when number > 0:
                    options = options with { Rate = number };
                    i++;
                    break;
                case "--folder" when i + 1 < args.Length:
                    options = options with { Folder = Path.GetFullPath(args[++i]) };
                    break;
                case "--without-peer":
                    options = options with { WithoutPeer = true };
                    break;
                case var name when i == 0 && (name == "all" || Names.Contains(name)):
                    options = options with { Name = name };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
