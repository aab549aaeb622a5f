using FsCheck;
using FsCheck.Fluent;

namespace AppelAide.Dialogue.Tests.Language;

/// <summary>Texts that nobody means, and generators of texts that somebody might.</summary>
public static class HostileText
{
    private const string Pool = "abcdeiostz ABÉ éèêçœÀß'’-.!0129\u0301\u200B\uD83D\uDE00\uFF21«»…\u00A0€[^漢Ж\r\n\t\0";

    /// <summary>Strings over letters, accents, marks, lone and paired surrogates, controls.</summary>
    public static Arbitrary<string> Any { get; } =
        Gen.Elements(Pool.ToCharArray()).ListOf().Select(characters => new string([.. characters])).ToArbitrary();

    /// <summary>Short folded words, near enough to each other to be interesting.</summary>
    public static Arbitrary<string> Word { get; } =
        Gen.Elements('a', 'e', 'n', 's', 't', 'h').ListOf().Select(letters => new string([.. letters.Take(12)])).ToArbitrary();

    public static TheoryData<string> Examples { get; } =
    [
        "", " ", "\0", "\uD800", "\uDC00\uD800", "a\uD83Db", "\uFEFF", new string('a', 10_000), new string('\uD800', 10_000), new string('é', 10_000),
        new string('.', 10_000), string.Concat(Enumerable.Repeat("a.", 5_000)), string.Concat(Enumerable.Repeat("j'ai ", 2_000)),
        string.Concat(Enumerable.Repeat("quatre ", 1_500)), string.Concat(Enumerable.Repeat("e\u0301\u0301", 3_000)), new string('9', 10_000),
        string.Concat(Enumerable.Repeat("1.2,", 2_500)), string.Concat(Enumerable.Repeat("👩‍👧", 2_000)), "‮dlrow olleh‬", "%s%n", "'; DROP TABLE caller; --",
    ];
}
