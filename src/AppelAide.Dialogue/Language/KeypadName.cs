using System.Collections.Frozen;

namespace AppelAide.Dialogue.Language;

/// <summary>
/// A name as it may be spelt on the keys of a telephone, worked out once so that a whole list of places is searched in well under a
/// millisecond. Immutable.
/// </summary>
public sealed class KeypadName
{
    private static readonly FrozenSet<string> SmallWords =
        new[] { "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "of", "sur", "the" }.ToFrozenSet();

    private static readonly FrozenSet<string> Articles = new[] { "l", "la", "le", "les", "the" }.ToFrozenSet();

    private readonly string[] _full;
    private readonly string[] _shortened;
    private readonly string[] _initials;

    /// <summary>Works out the spellings of a name.</summary>
    /// <param name="name">The official name.</param>
    /// <param name="aliases">Other names of the same place, which count as much as the official one.</param>
    public KeypadName(string name, IEnumerable<string> aliases)
    {
        var names = aliases.Prepend(name).Select(TextFolding.Tokens).Where(words => words.Length > 0).ToArray();
        _full = Spell(names.Select(words => string.Concat(words)));
        _shortened = [.. Spell(names.SelectMany(Shortened)).Except(_full)];
        _initials = Spell(names.SelectMany(Initials));
    }

    /// <summary>How well <paramref name="digits"/> spell the name.</summary>
    /// <param name="digits">The keys pressed, 2 to 9.</param>
    public KeypadRank Rank(string digits)
    {
        if (digits.Length == 0)
            return KeypadRank.None;

        var rank = KeypadRank.None;
        foreach (var spelling in _full)
            if (spelling.StartsWith(digits, StringComparison.Ordinal))
            {
                if (spelling.Length == digits.Length)
                    return KeypadRank.Exact;
                rank = KeypadRank.Prefix;
            }

        if (rank != KeypadRank.None)
            return rank;
        foreach (var spelling in _shortened)
            if (spelling.StartsWith(digits, StringComparison.Ordinal))
                return KeypadRank.Abbreviation;
        return Array.IndexOf(_initials, digits) >= 0 ? KeypadRank.Initials : KeypadRank.None;
    }

    private static IEnumerable<string> Shortened(string[] words)
    {
        if (words.Length > 1 && (words[0] is "saint" or "sainte" || Articles.Contains(words[0])))
            yield return string.Concat(words[1..]);
        yield return string.Concat(words.Select(word => word switch { "saint" => "st", "sainte" => "ste", _ => word }));
    }

    private static IEnumerable<string> Initials(string[] words)
    {
        yield return string.Concat(words.Select(word => word[0]));
        yield return string.Concat(words.Where(word => !SmallWords.Contains(word)).Select(word => word[0]));
    }

    // One letter is a prefix, never initials.
    private static string[] Spell(IEnumerable<string> spellings) =>
        [.. spellings.Select(Keypad.Spell).Where(digits => digits.Length > 1).Distinct()];
}
