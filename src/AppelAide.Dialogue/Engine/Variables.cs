using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace AppelAide.Dialogue.Engine;

/// <summary>
/// Values by name, immutable: a table sorted by name. A session has some tens of them, is copied at every turn, written at every turn, and forgets
/// whole families of names (<c>session.…</c>) at every answer: all of that is a copy or a walk of the table.
/// </summary>
public sealed class Variables : IReadOnlyDictionary<string, string>
{
    private readonly KeyValuePair<string, string>[] entries;

    private Variables(KeyValuePair<string, string>[] sorted) => entries = sorted;

    /// <summary>None.</summary>
    public static Variables Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => entries.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => entries.Select(entry => entry.Key);

    /// <inheritdoc/>
    public IEnumerable<string> Values => entries.Select(entry => entry.Value);

    internal ReadOnlySpan<KeyValuePair<string, string>> Entries => entries;

    /// <inheritdoc/>
    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    /// <summary>As <see cref="Of"/>.</summary>
    public static implicit operator Variables(ImmutableDictionary<string, string> values) => Of(values);

    /// <summary>Values of any order; the last of a name counts.</summary>
    public static Variables Of(IEnumerable<KeyValuePair<string, string>> values) => values switch
    {
        Variables already => already,
        _ => Empty.Replace(0, 0, [.. values]),
    };

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Find(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        var at = Find(key);
        value = at >= 0 ? entries[at].Value : null;
        return at >= 0;
    }

    /// <summary>Whether another holds the same values.</summary>
    internal bool Holds(Variables other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (entries.Length != other.entries.Length) return false;
        for (var i = 0; i < entries.Length; i++)
            if (entries[i].Key != other.entries[i].Key || entries[i].Value != other.entries[i].Value) return false;
        return true;
    }

    /// <summary>The same with another value of a name; the empty string is none.</summary>
    public Variables With(string name, string value)
    {
        var at = Find(name);
        if (value.Length == 0)
            return at < 0 ? this : Replace(at, 1, []);
        if (at >= 0 && entries[at].Value == value)
            return this;
        return at >= 0 ? Replace(at, 1, [new(name, value)]) : Replace(~at, 0, [new(name, value)]);
    }

    /// <summary>The same, with all names below a prefix (<c>prefix.…</c>) forgotten and others put there; empty values are none.</summary>
    /// <param name="prefix">Without its full stop.</param>
    /// <param name="fields">Names below the prefix, without it.</param>
    internal Variables WithBelow(string prefix, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var (start, end) = Below(prefix);
        var added = new List<KeyValuePair<string, string>>(16);
        foreach (var (name, value) in fields)
            if (value.Length > 0) added.Add(new($"{prefix}.{name}", value));
        return Replace(start, end - start, [.. added]);
    }

    /// <summary>The same, with a name and all below it replaced by those of another name.</summary>
    internal Variables WithCopy(string from, string to)
    {
        var (start, end) = Below(from);
        var below = new KeyValuePair<string, string>[end - start];
        for (var i = start; i < end; i++)
            below[i - start] = new(entries[i].Key[(from.Length + 1)..], entries[i].Value);
        var value = TryGetValue(from, out var own) ? own : "";
        return WithBelow(to, below).With(to, value);
    }

    /// <summary>Where a name is, or the complement of where it would be.</summary>
    internal int Find(string name)
    {
        var (low, high) = (0, entries.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(entries[middle].Key, name);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The names below a prefix stand together.</summary>
    private (int Start, int End) Below(string prefix)
    {
        var at = Find(prefix + ".");
        var start = at >= 0 ? at : ~at;
        var end = start;
        while (end < entries.Length && IsBelow(entries[end].Key, prefix))
            end++;
        return (start, end);
    }

    private static bool IsBelow(string name, string prefix) =>
        name.Length > prefix.Length && name[prefix.Length] == '.' && name.StartsWith(prefix, StringComparison.Ordinal);

    /// <summary>The table with some neighbours replaced by others that belong in their place, in any order.</summary>
    private Variables Replace(int start, int count, KeyValuePair<string, string>[] others)
    {
        if (count == 0 && others.Length == 0) return this;
        var distinct = Sort(others);
        var replaced = new KeyValuePair<string, string>[entries.Length - count + distinct];
        entries.AsSpan(0, start).CopyTo(replaced);
        others.AsSpan(0, distinct).CopyTo(replaced.AsSpan(start));
        entries.AsSpan(start + count).CopyTo(replaced.AsSpan(start + distinct));
        return new Variables(replaced);
    }

    /// <summary>Sorts by insertion, which keeps the last of equals last, and is quick on so few; returns how many are left of distinct names.</summary>
    private static int Sort(Span<KeyValuePair<string, string>> others)
    {
        for (var i = 1; i < others.Length; i++)
        {
            var moving = others[i];
            var at = i;
            for (; at > 0 && string.CompareOrdinal(others[at - 1].Key, moving.Key) > 0; at--)
                others[at] = others[at - 1];
            others[at] = moving;
        }

        var distinct = 0;
        for (var i = 0; i < others.Length; i++)
            if (i + 1 == others.Length || others[i + 1].Key != others[i].Key) others[distinct++] = others[i];
        return distinct;
    }
}
