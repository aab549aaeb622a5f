using AppelAide.Host.Directory;

namespace AppelAide.Host.Calls.Review;

/// <summary>A filter as it stands in an address: what was typed, what it means, and what of it means nothing.</summary>
/// <param name="Filter">What it means.</param>
/// <param name="Values">What was typed, by field, as far as it means something: to be shown again, and to be kept in links.</param>
/// <param name="Problems">A sentence for each value that was passed over, and for each that means several things.</param>
internal sealed record CallQuery(CallFilter Filter, IReadOnlyDictionary<string, string> Values, IReadOnlyList<Bilingual> Problems)
{
    /// <summary>What was typed in a field; empty for nothing.</summary>
    public string this[string field] => Values.GetValueOrDefault(field, "");

    /// <summary>Whether anything is asked for.</summary>
    public bool IsEmpty => Values.Count == 0;

    /// <summary>An address with the filter, and one thing more.</summary>
    /// <param name="path">Such as <c>/console/calls</c>.</param>
    /// <param name="field">Such as <c>before</c>; null for nothing more.</param>
    /// <param name="value">Its value.</param>
    public string Address(string path, string? field = null, string value = "")
    {
        var pairs = Values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value));
        if (field is not null) pairs = pairs.Append((field, value));
        var query = string.Join('&', pairs.Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
