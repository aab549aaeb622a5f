using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Search;

/// <summary>
/// Sites in a k-d tree: each part knows the box they are in, the languages and the hours they may have, so that a search opens only the parts
/// that may hold the next best. Sites without a position are a tree of their own, by number. Immutable.
/// </summary>
internal sealed class SiteTree
{
    private const int LeafSize = 8;

    private readonly ImmutableArray<int> sites;
    private readonly ImmutableArray<SiteNode> nodes;

    private SiteTree(ImmutableArray<int> sites, ImmutableArray<SiteNode> nodes, int located, int unlocated) =>
        (this.sites, this.nodes, Located, Unlocated) = (sites, nodes, located, unlocated);

    /// <summary>The part that is all sites with a position; -1 for none.</summary>
    public int Located { get; }

    /// <summary>The part that is all sites without one; -1 for none.</summary>
    public int Unlocated { get; }

    /// <summary>How many sites there are.</summary>
    public int Count => sites.Length;

    /// <summary>Builds it; in order of n (log n)².</summary>
    /// <param name="all">All sites of the index.</param>
    /// <param name="own">The numbers of those of this tree.</param>
    public static SiteTree Build(IReadOnlyList<IndexedSite> all, IReadOnlyCollection<int> own)
    {
        var builder = new Builder(all, [.. own.Where(site => all[site].Position is not null)], [.. own.Where(site => all[site].Position is null)]);
        return builder.Build();
    }

    public ref readonly SiteNode Node(int node) => ref nodes.AsSpan()[node];

    /// <summary>The sites of a leaf.</summary>
    public ReadOnlySpan<int> Sites(in SiteNode leaf) => sites.AsSpan().Slice(leaf.First, leaf.Count);

    private sealed class Builder(IReadOnlyList<IndexedSite> all, int[] located, int[] unlocated)
    {
        private readonly List<SiteNode> nodes = [];
        private readonly int[] sites = [.. located, .. unlocated];

        public SiteTree Build()
        {
            var first = Add(0, located.Length, hasPositions: true);
            var second = Add(located.Length, sites.Length, hasPositions: false);
            return new([.. sites], [.. nodes], first, second);
        }

        // A part and all of its own; its children stand after it.
        private int Add(int from, int to, bool hasPositions)
        {
            if (from == to)
                return -1;
            var index = nodes.Count;
            var node = SiteNode.Of(all, sites.AsSpan(from, to - from), from);
            nodes.Add(node);
            if (to - from > LeafSize)
            {
                Sort(from, to, hasPositions, node.WidestAxis);
                var middle = (from + to) / 2;
                var left = Add(from, middle, hasPositions);
                var right = Add(middle, to, hasPositions);
                nodes[index] = node with { Left = left, Right = right };
            }

            return index;
        }

        private void Sort(int from, int to, bool hasPositions, int axis)
        {
            var keys = new double[to - from];
            for (var i = from; i < to; i++)
                keys[i - from] = hasPositions ? new UnitVector(all[sites[i]].Position!.Value)[axis] : all[sites[i]].Number;
            keys.AsSpan().Sort(sites.AsSpan(from, to - from));
        }
    }
}
