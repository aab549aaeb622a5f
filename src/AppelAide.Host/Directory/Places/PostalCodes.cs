using System.Collections.Frozen;
using System.Collections.Immutable;
using AppelAide.Dialogue.Language;

namespace AppelAide.Host.Directory.Places;

/// <summary>Places by Canadian postal code: the six characters, or the first three (the forward sortation area).</summary>
internal sealed class PostalCodes
{
    private const int AreaLength = 3;
    private const int FullLength = 6;

    // Of the characters of A1A1A1 only these letters are used. https://www.canadapost-postescanada.ca/cpc/en/support/articles/addressing-guidelines/postal-codes.page
    private const string Letters = "abceghjklmnprstvwxyz";

    private readonly FrozenDictionary<string, ImmutableArray<(string Code, int Place)>> byArea;

    public PostalCodes(ImmutableArray<Place> places) =>
        byArea = places
            .SelectMany((place, index) => place.PostalCodes.Select(code => (Code: TextFolding.Fold(code).Replace(" ", "", StringComparison.Ordinal), Place: index)))
            .Where(entry => entry.Code.Length is AreaLength or FullLength)
            .GroupBy(entry => entry.Code[..AreaLength])
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());

    /// <summary>The places of the first code in a text, nearest code first, and whether the whole code is exactly theirs; null without a code.</summary>
    public (ImmutableArray<int> Places, bool IsExact)? Find(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
            return null;
        var tokens = TextFolding.Tokens(text.Length > 600 ? text[..600] : text);
        (ImmutableArray<int>, bool)? area = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            // A code may be spaced in any way: G4X 1A1, g4x1a1, g 4 x 1 a 1.
            var run = tokens[i];
            for (var j = i; run.Length <= FullLength; run += tokens[j])
            {
                if (run.Length == FullLength && Code(run) is { } code && byArea.TryGetValue(code[..AreaLength], out var near))
                    return Nearest(code, near);
                if (run.Length == AreaLength && Code(run) is { } three && byArea.TryGetValue(three, out var within))
                    area ??= Nearest(three, within);
                if (++j == tokens.Length)
                    break;
            }
        }

        return area;
    }

    private static (ImmutableArray<int>, bool) Nearest(string code, ImmutableArray<(string Code, int Place)> near)
    {
        // Neighbouring villages have neighbouring codes; a place that has the whole area comes after one that shares more characters.
        var ranked = near
            .GroupBy(entry => entry.Place)
            .Select(entries => (Place: entries.Key, Shared: entries.Max(entry => entry.Code.AsSpan().CommonPrefixLength(code))))
            .ToArray();
        var best = ranked.Max(entry => entry.Shared);
        var places = ranked.Where(entry => entry.Shared == best).Select(entry => entry.Place).ToImmutableArray();
        return (places, best == code.Length && places.Length == 1);
    }

    // Letters and digits take turns; a letter O or I typed for a digit is put right.
    private static string? Code(string run)
    {
        Span<char> code = stackalloc char[run.Length];
        for (var i = 0; i < run.Length; i++)
        {
            var character = run[i];
            if (i % 2 == 1)
                character = character switch { 'o' => '0', 'i' or 'l' => '1', _ => character };
            if (i % 2 == 0 ? !Letters.Contains(character, StringComparison.Ordinal) : !char.IsAsciiDigit(character))
                return null;
            code[i] = character;
        }

        return new string(code);
    }
}
