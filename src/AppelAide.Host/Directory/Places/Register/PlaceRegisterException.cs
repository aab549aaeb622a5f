using System.Collections.Immutable;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Directory.Places.Register;

/// <summary>The register has defects; nothing of it was imported.</summary>
internal sealed class PlaceRegisterException(ImmutableArray<DirectoryDefect> defects) : Exception(string.Join(Environment.NewLine, defects))
{
    /// <summary>The first of them, in the order of the file; see <see cref="PlaceDefects.Most"/>.</summary>
    public ImmutableArray<DirectoryDefect> Defects { get; } = defects;
}
