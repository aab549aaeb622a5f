using AppelAide.Host.Directory.Hours;

namespace AppelAide.Host.Directory.Search;

/// <summary>A part of a <see cref="SiteTree"/>: what can be said of all its sites together.</summary>
internal readonly record struct SiteNode
{
    // Floats hold a point to half a metre; the box is this much wider, so that it never says too much.
    private const float Slack = 1e-6f;

    private (float X, float Y, float Z) Low { get; init; }

    private (float X, float Y, float Z) High { get; init; }

    /// <summary>When one of its sites may be open.</summary>
    public UInt128 MayBeOpen { get; private init; }

    /// <summary>Whether the hours of one may be unknown.</summary>
    public bool MayBeUnknown { get; private init; }

    public LanguageSet Languages { get; private init; }

    /// <summary>The least number of its services.</summary>
    public int LeastNumber { get; private init; }

    /// <summary>Its first site, of the tree's.</summary>
    public int First { get; private init; }

    /// <summary>How many sites it has.</summary>
    public int Count { get; private init; }

    /// <summary>A part of it; 0 for a leaf.</summary>
    public int Left { get; init; }

    /// <summary>The other part.</summary>
    public int Right { get; init; }

    /// <summary>The axis on which its sites are furthest apart.</summary>
    public int WidestAxis
    {
        get
        {
            var (x, y, z) = (High.X - Low.X, High.Y - Low.Y, High.Z - Low.Z);
            return x >= y && x >= z ? 0 : y >= z ? 1 : 2;
        }
    }

    /// <summary>Looks at all its sites.</summary>
    /// <param name="all">All sites of the index.</param>
    /// <param name="own">The numbers of its own.</param>
    /// <param name="first">Where they stand in the tree.</param>
    public static SiteNode Of(IReadOnlyList<IndexedSite> all, ReadOnlySpan<int> own, int first)
    {
        var (lowX, lowY, lowZ) = (float.MaxValue, float.MaxValue, float.MaxValue);
        var (highX, highY, highZ) = (float.MinValue, float.MinValue, float.MinValue);
        var node = new SiteNode { First = first, Count = own.Length, LeastNumber = int.MaxValue };
        foreach (var index in own)
        {
            var site = all[index];
            if (site.Position is { } position)
            {
                var (x, y, z) = new UnitVector(position);
                (lowX, lowY, lowZ) = (Math.Min(lowX, (float)x), Math.Min(lowY, (float)y), Math.Min(lowZ, (float)z));
                (highX, highY, highZ) = (Math.Max(highX, (float)x), Math.Max(highY, (float)y), Math.Max(highZ, (float)z));
            }

            node = node with
            {
                MayBeOpen = node.MayBeOpen | site.Site.Hours.MayBeOpen,
                MayBeUnknown = node.MayBeUnknown || site.Site.Hours.MayBeUnknown,
                Languages = node.Languages | site.Languages,
                LeastNumber = Math.Min(node.LeastNumber, site.Number),
            };
        }

        return node with { Low = (lowX - Slack, lowY - Slack, lowZ - Slack), High = (highX + Slack, highY + Slack, highZ + Slack) };
    }

    /// <summary>Kilometres that none of its sites is nearer than.</summary>
    public double KilometresFrom(in UnitVector point)
    {
        var (x, y, z) = (Outside(point.X, Low.X, High.X), Outside(point.Y, Low.Y, High.Y), Outside(point.Z, Low.Z, High.Z));
        return UnitVector.Kilometres(x * x + y * y + z * z);
    }

    /// <summary>The least penalty that one of its sites may have.</summary>
    public double Penalty(LanguageSet language, bool mayBeOpen) => Ranking.Penalty(
        (Languages & language) != 0,
        mayBeOpen ? OpeningCase.Open : MayBeUnknown ? OpeningCase.Unknown : OpeningCase.Closed);

    private static double Outside(double value, float low, float high) => Math.Max(0, Math.Max(low - value, value - high));
}
