using System.Collections.Frozen;

namespace AppelAide.Host.Directory;

/// <summary>The needs that a citizen may name, as they are kept.</summary>
internal static class Needs
{
    public static FrozenSet<string> All { get; } =
        new[] { "food", "housing", "heating", "health", "papers", "digital", "internet", "transport", "talk" }.ToFrozenSet();
}
