using System.Collections.Frozen;

namespace AppelAide.Host.Directory.Freshness;

/// <summary>What citizens may say of a service, as it is kept.</summary>
internal static class RecordReportKind
{
    /// <summary>Nobody is there any more, or not when the line said.</summary>
    public const string Closed = "closed";

    /// <summary>The number is not theirs, or nobody ever answers it.</summary>
    public const string WrongNumber = "wrong-number";

    /// <summary>It is elsewhere now.</summary>
    public const string Moved = "moved";

    /// <summary>Something else is wrong.</summary>
    public const string Other = "other";

    private static readonly FrozenSet<string> All = new[] { Closed, WrongNumber, Moved, Other }.ToFrozenSet();

    /// <summary>What is kept of a word of the scripts: a misspelt one is better told to staff than lost.</summary>
    public static string Of(string word) => All.Contains(word) ? word : Other;
}
