using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Hsds;

/// <summary>A column of a table of the standard.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsRequired">Whether no row may be without it.</param>
/// <param name="References">The table whose row it names; empty for a field that names none. Only the references that the data package declares are here.</param>
/// <param name="OneOf">The words it may hold; empty when any may be.</param>
internal sealed record HsdsField(string Name, HsdsFieldKind Kind, bool IsRequired, string References, ImmutableArray<string> OneOf)
{
    /// <summary>
    /// Reads <c>name</c>, with <c>!</c> when required, <c>:kind</c>, <c>&gt;table</c> for a reference and <c>=a|b</c> for one of some words, in which
    /// <c>_</c> is a space.
    /// </summary>
    public static HsdsField Of(string fact)
    {
        var end = fact.IndexOfAny(['!', ':', '>', '=']);
        if (end < 0)
            return new(fact, HsdsFieldKind.Text, false, "", []);
        var (name, rest) = (fact[..end], fact[end..]);
        var required = rest[0] == '!';
        if (required)
            rest = rest[1..];
        return rest switch
        {
            [':', .. var kind] => new(name, Enum.Parse<HsdsFieldKind>(kind, ignoreCase: true), required, "", []),
            ['>', .. var table] => new(name, HsdsFieldKind.Uuid, required, table, []),
            ['=', .. var words] => new(name, HsdsFieldKind.OneOf, required, "", [.. words.Split('|').Select(word => word.Replace('_', ' '))]),
            _ => new(name, HsdsFieldKind.Text, required, "", []),
        };
    }
}
