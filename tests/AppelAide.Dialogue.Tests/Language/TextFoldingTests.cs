using AppelAide.Dialogue.Language;
using FsCheck;
using FsCheck.Fluent;

namespace AppelAide.Dialogue.Tests.Language;

public class TextFoldingTests
{
    [Theory]
    [InlineData("Formations SVP!", "formations svp")]
    [InlineData("ARRÊT", "arret")]
    [InlineData("Sainte-Anne-des-Monts", "sainte anne des monts")]
    [InlineData("l'aide", "l aide")]
    [InlineData("J’ai  faim…", "j ai faim")]
    [InlineData("  Gaspé\t\n ", "gaspe")]
    [InlineData("Ga\u200Bspe\u0301", "gaspe")]
    [InlineData("cœur, Lætitia, Straße", "coeur laetitia strasse")]
    [InlineData("ＦＯＲＭＡＴＩＯＮ　４２", "formation 42")]
    [InlineData("Gaspé 👍 demain", "gaspe demain")]
    [InlineData("помощь aide 助け", "aide")]
    [InlineData("1️⃣", "1")]
    [InlineData("9-1-1", "9 1 1")]
    [InlineData("Nguyễn", "nguyen")]
    public void Only_plain_words_are_left(string text, string folded) => Assert.Equal(folded, TextFolding.Fold(text));

    [Theory]
    [InlineData("C.L.S.C.", "clsc")]
    [InlineData("le C.L.S.C. de Gaspé", "le clsc de gaspe")]
    [InlineData("S.V.P merci", "svp merci")]
    [InlineData("9 a.m.", "9 am")]
    [InlineData("Oui.Non", "oui non")]
    [InlineData("1.5", "1 5")]
    public void Dots_within_initials_do_not_part_them(string text, string folded) => Assert.Equal(folded, TextFolding.Fold(text));

    [Fact]
    public void A_folded_text_is_returned_as_it_is()
    {
        var text = string.Concat("besoin d", " aide");

        Assert.Same(text, TextFolding.Fold(text));
    }

    [Fact]
    public void A_text_with_no_word_has_no_token()
    {
        Assert.Empty(TextFolding.Tokens(" … !"));
        Assert.Equal(["j", "ai", "faim"], TextFolding.Tokens("J'ai faim."));
    }

    [Theory]
    [MemberData(nameof(HostileText.Examples), MemberType = typeof(HostileText))]
    public void Hostile_text_folds_to_plain_words(string text) => AssertPlain(TextFolding.Fold(text));

    [Fact]
    public void Any_text_folds_to_plain_words_and_folding_again_changes_nothing() =>
        Prop.ForAll(HostileText.Any, text =>
        {
            var folded = TextFolding.Fold(text);
            AssertPlain(folded);
            Assert.Equal(folded, TextFolding.Fold(folded));
        }).QuickCheckThrowOnFailure();

    private static void AssertPlain(string folded)
    {
        Assert.All(folded, letter => Assert.True(letter == ' ' || char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)));
        Assert.DoesNotContain("  ", folded);
        Assert.Equal(folded.Trim(), folded);
    }
}
