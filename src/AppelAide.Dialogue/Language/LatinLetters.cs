using System.Collections.Frozen;

namespace AppelAide.Dialogue.Language;

/// <summary>
/// The Latin letters and the ASCII letters that they fold to. A table of our own rather than Unicode normalisation, which throws on a lone
/// surrogate and does nothing where the runtime is set to invariant globalisation.
/// </summary>
internal static class LatinLetters
{
    // Each row: the plain letter, then all that fold to it (Latin-1, Latin Extended-A, -B and Additional).
    private static readonly string[] Rows =
    [
        "aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặª",
        "AÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ",
        "bḃḅḇƀ",
        "BḂḄḆ",
        "cçćĉċčḉ",
        "CÇĆĈĊČḈ",
        "dďḋḍḏḑḓđðɖ",
        "DĎḊḌḎḐḒĐÐ",
        "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
        "EÈÉÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ",
        "fḟƒ",
        "FḞ",
        "gĝğġģǧǵḡ",
        "GĜĞĠĢǦǴḠ",
        "hĥȟḣḥḧḩḫẖħ",
        "HĤȞḢḤḦḨḪĦ",
        "iìíîïĩīĭįǐȉȋḭḯỉịı",
        "IÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊ",
        "jĵǰ",
        "JĴ",
        "kķǩḱḳḵ",
        "KĶǨḰḲḴ",
        "lĺļľḷḹḻḽłƚ",
        "LĹĻĽḶḸḺḼŁ",
        "mḿṁṃ",
        "MḾṀṂ",
        "nñńņňǹṅṇṉṋŋ",
        "NÑŃŅŇǸṄṆṈṊŊ",
        "oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợøºɵ",
        "OÒÓÔÕÖŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢØ",
        "pṕṗ",
        "PṔṖ",
        "rŕŗřȑȓṙṛṝṟ",
        "RŔŖŘȐȒṘṚṜṞ",
        "sśŝşšșṡṣṥṧṩſ",
        "SŚŜŞŠȘṠṢṤṦṨ",
        "tţťțṫṭṯṱẗŧ",
        "TŢŤȚṪṬṮṰŦ",
        "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
        "UÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ",
        "vṽṿ",
        "VṼṾ",
        "wŵẁẃẅẇẉẘ",
        "WŴẀẂẄẆẈ",
        "xẋẍ",
        "XẊẌ",
        "yýÿŷȳẏẙỳỵỷỹ",
        "YÝŶŸȲẎỲỴỶỸ",
        "zźżžẑẓẕƶ",
        "ZŹŻŽẐẒẔƵ",
        "1¹",
        "2²",
        "3³",
    ];

    private static readonly FrozenDictionary<char, string> Plain = Build();

    /// <summary>The ASCII letters or digits that stand for a non-ASCII letter, in its case; null when there are none.</summary>
    internal static string? Base(char letter) => Plain.GetValueOrDefault(letter);

    /// <summary>The ordinary form of a full-width character; any other is returned as it is.</summary>
    internal static char Narrow(char character) =>
        character is >= '\uFF01' and <= '\uFF5E' ? (char)(character - 0xFEE0) : character;

    /// <summary>Whether a character shows nothing by itself: combining marks, zero-width and direction marks, variation selectors.</summary>
    internal static bool IsInvisible(char character) => character is '\u00AD' or '\u180E' or '\uFEFF'
        or (>= '\u0300' and <= '\u036F') or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF')
        or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F')
        or (>= '\u20D0' and <= '\u20FF') or (>= '\uFE00' and <= '\uFE0F') or (>= '\uFE20' and <= '\uFE2F');

    private static FrozenDictionary<char, string> Build()
    {
        var letters = new Dictionary<char, string>
        {
            ['æ'] = "ae",
            ['Æ'] = "AE",
            ['œ'] = "oe",
            ['Œ'] = "OE",
            ['ß'] = "ss",
            ['ẞ'] = "SS",
            ['þ'] = "th",
            ['Þ'] = "TH",
            ['ĳ'] = "ij",
            ['Ĳ'] = "IJ",
            ['ﬀ'] = "ff",
            ['ﬁ'] = "fi",
            ['ﬂ'] = "fl",
            ['ﬃ'] = "ffi",
            ['ﬄ'] = "ffl",
            ['ﬅ'] = "st",
            ['ﬆ'] = "st",
        };
        foreach (var row in Rows)
        {
            var plain = row[..1];
            foreach (var letter in row.AsSpan(1))
                letters[letter] = plain;
        }

        return letters.ToFrozenDictionary();
    }
}
