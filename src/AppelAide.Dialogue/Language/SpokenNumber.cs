using System.Collections.Frozen;

namespace AppelAide.Dialogue.Language;

/// <summary>
/// Understands a whole number from 0 to 9999, in digits or in words, in French and English at once: <c>42</c>, <c>quarante-deux</c>,
/// <c>soixante et onze</c>, <c>septante</c>, <c>twenty one</c>, and digits said one by one (<c>quatre, deux</c>).
/// </summary>
public static class SpokenNumber
{
    private const int Greatest = 9999;
    private const int MostWords = 60;

    private static readonly FrozenDictionary<string, int> Words = new Dictionary<string, int>
    {
        ["zero"] = 0,
        ["aucun"] = 0,
        ["aucune"] = 0,
        ["none"] = 0,
        ["un"] = 1,
        ["une"] = 1,
        ["deux"] = 2,
        ["trois"] = 3,
        ["quatre"] = 4,
        ["cinq"] = 5,
        ["six"] = 6,
        ["sept"] = 7,
        ["huit"] = 8,
        ["neuf"] = 9,
        ["dix"] = 10,
        ["onze"] = 11,
        ["douze"] = 12,
        ["treize"] = 13,
        ["quatorze"] = 14,
        ["quinze"] = 15,
        ["seize"] = 16,
        ["vingt"] = 20,
        ["vingts"] = 20,
        ["trente"] = 30,
        ["quarante"] = 40,
        ["cinquante"] = 50,
        ["soixante"] = 60,
        ["septante"] = 70,
        ["huitante"] = 80,
        ["octante"] = 80,
        ["nonante"] = 90,
        ["cent"] = 100,
        ["cents"] = 100,
        ["mille"] = 1000,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["hundred"] = 100,
        ["thousand"] = 1000,

        // As people write them. Listed, not guessed: number words are too close to each other, and "doute" to "douze".
        ["troi"] = 3,
        ["quatres"] = 4,
        ["catre"] = 4,
        ["cinque"] = 5,
        ["sinq"] = 5,
        ["uit"] = 8,
        ["quatorse"] = 14,
        ["vint"] = 20,
        ["trante"] = 30,
        ["quarente"] = 40,
        ["carante"] = 40,
        ["cinqante"] = 50,
        ["cinquente"] = 50,
        ["soixente"] = 60,
        ["soisante"] = 60,
        ["mil"] = 1000,
        ["fourty"] = 40,
        ["fourthy"] = 40,
        ["ninty"] = 90,
        ["twelv"] = 12,
        ["eigth"] = 8,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Articles = new[] { "un", "une", "one" }.ToFrozenSet();

    /// <summary>
    /// The number in a text; null when there is none, several, a fraction, or one above 9999. A lone "un", "une" or "one" beside another number
    /// is taken for an article (<c>un groupe de 4</c>).
    /// </summary>
    /// <param name="text">The words as recognised or texted, or keys.</param>
    public static int? Understand(string text)
    {
        if (HasFraction(text))
            return null;

        var words = TextFolding.Tokens(text);
        words = words[..Math.Min(words.Length, MostWords)];
        int? found = null;
        int? article = null;
        for (var i = 0; i < words.Length;)
        {
            var start = i;
            if (Run(words, ref i) is not { } value)
            {
                // Digits that make no number we know of, or a word that is not one.
                if (i > start)
                    return null;
                i++;
            }
            else if (i - start == 1 && Articles.Contains(words[start]))
            {
                article = value;
            }
            else if (found is null)
            {
                found = value;
            }
            else
            {
                return null;
            }
        }

        return found ?? article;
    }

    /// <summary>A number below 1000 in words, as one group of a longer one is said: <c>quatre cent dix-huit</c>; null when none begins here.</summary>
    internal static int? Group(string[] words, ref int i)
    {
        var next = i;
        if (next >= words.Length || words[next] is "aucun" or "aucune" or "none" || UnderThousand(words, ref next) is not { } value || next == i) return null;
        i = next;
        return value;
    }

    /// <summary>A single digit's word.</summary>
    internal static int? DigitOf(string word) => word is not ("aucun" or "aucune" or "none") && Words.TryGetValue(word, out var value) && value < 10 ? value : null;

    // Numbers that follow each other directly: single digits are read as the digits of one number, anything else is unclear (null, having moved).
    private static int? Run(string[] words, ref int i)
    {
        if (Number(words, ref i) is not { } value)
            return null;
        var areDigits = value < 10;
        while (Number(words, ref i) is { } next)
        {
            areDigits &= next < 10;
            value = areDigits ? Math.Min((value * 10) + next, Greatest + 1) : Greatest + 1;
        }

        return value > Greatest ? null : value;
    }

    private static int? Number(string[] words, ref int i)
    {
        if (i < words.Length && char.IsAsciiDigit(words[i][0]))
            return InDigits(words, ref i);

        var start = i;
        var total = 0;
        var thousands = UnderThousand(words, ref i);
        if (Skip(words, ref i, 1000))
        {
            total = Math.Min(thousands ?? 1, 10) * 1000;
            SkipAnd(words, ref i, followedBy: value => value < 1000);
            total += UnderThousand(words, ref i) ?? 0;
        }
        else
        {
            total = thousands ?? 0;
        }

        return i == start ? null : total;
    }

    private static int? UnderThousand(string[] words, ref int i)
    {
        var start = i;
        var hundreds = UnderHundred(words, ref i);
        if (!Skip(words, ref i, 100))
            return hundreds;
        var total = (hundreds is null or 0 ? 1 : hundreds.Value) * 100;
        SkipAnd(words, ref i, followedBy: value => value < 100);
        return i == start ? null : total + (UnderHundred(words, ref i) ?? 0);
    }

    private static int? UnderHundred(string[] words, ref int i)
    {
        if (ValueAt(words, i) is not { } value || value >= 100)
            return null;
        i++;
        if (value == 4 && ValueAt(words, i) == 20)
        {
            value = 80;
            i++;
        }

        // "soixante et onze", "quatre-vingt-dix": in French these take 1 to 19; the other tens take 1 to 9.
        var room = value is 60 or 80 ? 20 : value >= 20 ? 10 : value == 10 ? 10 : 0;
        if (room == 0)
            return value;
        var before = i;
        SkipAnd(words, ref i, followedBy: next => next is > 0 && next < room);
        if (ValueAt(words, i) is { } rest && rest > 0 && rest < room && (value != 10 || rest is >= 7 and <= 9))
        {
            i++;
            value += rest;
            if (rest == 10 && ValueAt(words, i) is >= 7 and <= 9 and var unit)
            {
                i++;
                value += unit;
            }
        }
        else
        {
            i = before;
        }

        return value;
    }

    // "1 200" and "1,200" are one number.
    private static int? InDigits(string[] words, ref int i)
    {
        var digits = words[i];
        if (digits.ContainsAnyExceptInRange('0', '9'))
            return null;
        i++;
        if (digits.Length <= 3 && digits[0] != '0' && i < words.Length && words[i].Length == 3 && !words[i].ContainsAnyExceptInRange('0', '9'))
            digits += words[i++];
        return digits.Length <= 4 ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : Greatest + 1;
    }

    private static int? ValueAt(string[] words, int i) => i < words.Length && Words.TryGetValue(words[i], out var value) ? value : null;

    private static bool Skip(string[] words, ref int i, int value)
    {
        if (ValueAt(words, i) != value)
            return false;
        i++;
        return true;
    }

    private static void SkipAnd(string[] words, ref int i, Func<int?, bool> followedBy)
    {
        if (i < words.Length && words[i] is "et" or "and" && ValueAt(words, i + 1) is { } next && followedBy(next))
            i++;
    }

    // Digits, a point or comma, then digits that are not a group of three.
    private static bool HasFraction(string text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] is not ('.' or ',') || !char.IsAsciiDigit(text[i - 1]) || !char.IsAsciiDigit(text[i + 1]))
                continue;
            var digits = 1;
            while (digits < 4 && i + 1 + digits < text.Length && char.IsAsciiDigit(text[i + 1 + digits]))
                digits++;
            if (digits != 3)
                return true;
        }

        return false;
    }
}
