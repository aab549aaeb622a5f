using System.Collections.Immutable;

namespace AppelAide.Host.Sample;

/// <summary>The sample directory has defects; nothing of it was loaded.</summary>
internal sealed class SampleException(ImmutableArray<SampleDefect> defects) : Exception(string.Join(Environment.NewLine, defects))
{
    /// <summary>All of them, in the order of the files.</summary>
    public ImmutableArray<SampleDefect> Defects { get; } = defects;
}
