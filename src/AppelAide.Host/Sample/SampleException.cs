using System.Collections.Immutable;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Sample;

/// <summary>The sample directory has defects; nothing of it was loaded.</summary>
internal sealed class SampleException(ImmutableArray<DirectoryDefect> defects) : Exception(string.Join(Environment.NewLine, defects))
{
    /// <summary>All of them, in the order of the files.</summary>
    public ImmutableArray<DirectoryDefect> Defects { get; } = defects;
}
