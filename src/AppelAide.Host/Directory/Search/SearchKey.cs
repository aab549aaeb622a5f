namespace AppelAide.Host.Directory.Search;

/// <summary>What ranks a site; of a part of a tree, what none of its sites can be before.</summary>
/// <param name="Tier">First.</param>
/// <param name="Weight">Then; kilometres.</param>
/// <param name="Number">Then; the service's number.</param>
/// <param name="IsSite">Last: a part is opened before a site of the same rank is told, because it may hold a better one.</param>
internal readonly record struct SearchKey(int Tier, double Weight, int Number, bool IsSite) : IComparable<SearchKey>
{
    public int CompareTo(SearchKey other)
    {
        var order = Tier.CompareTo(other.Tier);
        if (order == 0)
            order = Weight.CompareTo(other.Weight);
        if (order == 0)
            order = Number.CompareTo(other.Number);
        return order == 0 ? IsSite.CompareTo(other.IsSite) : order;
    }
}
