namespace AppelAide.Host.Directory.Hsds.Checks;

/// <summary>The links among organizations, or among terms, met so far; finds the one that would close a ring.</summary>
internal sealed class ParentLinks
{
    /// <summary>Deeper than this is no tree that people made, and would make each link cost what all the others do.</summary>
    private const int Deepest = 100;

    private readonly Dictionary<UInt128, UInt128> parents = [];

    /// <summary>Notes that one row is the child of another.</summary>
    /// <returns>What is wrong with it, and it was not noted; null when nothing is.</returns>
    public string? Add(string table, string child, string parent)
    {
        var (from, to) = (KnownRecords.Hash(table, child), KnownRecords.Hash(table, parent));
        var at = to;
        for (var depth = 0; depth < Deepest; depth++)
        {
            if (at == from)
                return $"\"{ValueCheck.Short(parent)}\" is below \"{ValueCheck.Short(child)}\" already: it cannot be above it too";
            if (!parents.TryGetValue(at, out at))
            {
                parents[from] = to;
                return null;
            }
        }

        return $"there are more than {Deepest} levels above it";
    }
}
