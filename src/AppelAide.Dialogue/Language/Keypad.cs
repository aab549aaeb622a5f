namespace AppelAide.Dialogue.Language;

/// <summary>The letters on the keys of a telephone (ITU-T E.161): ABC on 2 to WXYZ on 9.</summary>
public static class Keypad
{
    private const string KeyOfLetter = "22233344455566677778889999";

    /// <summary>The keys that spell a text: letters folded, digits kept, all else dropped. <c>Gaspé</c> is 42773.</summary>
    /// <param name="text">Any text.</param>
    public static string Spell(string text)
    {
        var folded = TextFolding.Fold(text);
        return string.Create(folded.Length - folded.AsSpan().Count(' '), folded, static (keys, letters) =>
        {
            var length = 0;
            foreach (var letter in letters)
                if (letter != ' ')
                    keys[length++] = char.IsAsciiDigit(letter) ? letter : KeyOfLetter[letter - 'a'];
        });
    }

    /// <summary>How well keys spell a name. For a list searched often, keep a <see cref="KeypadName"/> for each.</summary>
    /// <param name="digits">The keys pressed.</param>
    /// <param name="name">The official name.</param>
    /// <param name="aliases">Other names of the same place.</param>
    public static KeypadRank Matches(string digits, string name, IEnumerable<string> aliases) => new KeypadName(name, aliases).Rank(digits);
}
