using System.Buffers;

namespace AppelAide.Host.Directory.Hsds.Checks;

/// <summary>Text that somebody read in the wrong encoding and saved so: "FÃ©lix" for "Félix".</summary>
internal static class Mojibake
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create("ÃÂâ\uFFFD");

    /// <summary>What Windows-1252 makes of the bytes 80 to BF: the second half of a letter.</summary>
    private static readonly SearchValues<char> Halves = SearchValues.Create(
        "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ" + string.Concat(Enumerable.Range(0x80, 0x40).Select(code => (char)code)));

    /// <summary>Whether a text has it.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(Suspects); at >= 0;)
        {
            var next = at + 1 < text.Length ? text[at + 1] : '\0';
            if (text[at] == '\uFFFD' || (text[at] == 'â' ? next is '€' or '\u0080' : Halves.Contains(next)))
                return true;
            var more = text[(at + 1)..].IndexOfAny(Suspects);
            at = more < 0 ? -1 : at + 1 + more;
        }

        return false;
    }
}
