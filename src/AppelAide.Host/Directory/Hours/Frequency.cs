namespace AppelAide.Host.Directory.Hours;

/// <summary>How often a rule repeats (RFC 5545, FREQ).</summary>
internal enum Frequency
{
    /// <summary>It does not: one date, or each day from its first to its last.</summary>
    None,
    Daily,
    Weekly,
    Monthly,
    Yearly,
}
