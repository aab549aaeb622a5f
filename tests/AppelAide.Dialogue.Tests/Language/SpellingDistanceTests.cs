using AppelAide.Dialogue.Language;
using FsCheck;
using FsCheck.Fluent;

namespace AppelAide.Dialogue.Tests.Language;

public class SpellingDistanceTests
{
    [Theory]
    [InlineData("formation", "formation", 0)]
    [InlineData("formation", "formasion", 1)]
    [InlineData("formation", "fromation", 1)]
    [InlineData("formation", "frmtion", 2)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "abc", 3)]
    public void Slips_are_counted(string a, string b, int slips) => Assert.Equal(slips, SpellingDistance.Distance(a, b, 5));

    [Fact]
    public void Beyond_the_bound_counting_stops()
    {
        Assert.Equal(2, SpellingDistance.Distance("formation", "consultation", 1));
        Assert.Equal(1, SpellingDistance.Distance("a", "b", 0));
        Assert.Equal(3, SpellingDistance.Distance(new string('a', 10_000), new string('b', 10_000), 2));
    }

    [Fact]
    public void Distance_agrees_with_the_definition() =>
        Prop.ForAll(HostileText.Word, HostileText.Word, (a, b) =>
        {
            var expected = ByDefinition(a, b);
            for (var bound = 0; bound <= 4; bound++)
                Assert.Equal(Math.Min(expected, bound + 1), SpellingDistance.Distance(a, b, bound));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Distance_agrees_with_the_definition_on_words_a_few_slips_apart() =>
        Prop.ForAll(HostileText.Word, Gen.Choose(0, 11).ToArbitrary(), Gen.Choose(0, 11).ToArbitrary(), (word, at, with) =>
        {
            var letters = word.ToList();
            if (at < letters.Count)
                letters.RemoveAt(at);
            if (with + 1 < letters.Count)
                (letters[with], letters[with + 1]) = (letters[with + 1], letters[with]);
            var slipped = new string([.. letters]);
            Assert.Equal(Math.Min(ByDefinition(word, slipped), 3), SpellingDistance.Distance(word, slipped, 2));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Theory]
    [InlineData("formation", "formasion")]
    [InlineData("formation", "formations")]
    [InlineData("formation", "formaton")]
    [InlineData("faim", "fiam")]
    [InlineData("faim", "fain")]
    [InlineData("faim", "faimm")]
    [InlineData("repas", "repass")]
    [InlineData("repas", "rrpas")]
    [InlineData("loyer", "loyé")]
    [InlineData("manger", "manjer")]
    [InlineData("epicerie", "episserie")]
    [InlineData("medecin", "medcin")]
    [InlineData("docteur", "dokteur")]
    [InlineData("ordinateur", "ordinater")]
    [InlineData("apprendre", "aprandre")]
    [InlineData("heating", "heeting")]
    [InlineData("groceries", "groseries")]
    [InlineData("logement", "lojemant")]
    [InlineData("chauffage", "chofage")]
    [InlineData("quebec", "kebec")]
    [InlineData("hopital", "opital")]
    [InlineData("nourriture", "nouriture")]
    [InlineData("inscription", "inscripsion")]
    [InlineData("electricite", "electrissite")]
    [InlineData("appointment", "apointment")]
    public void A_misspelt_word_is_recognised(string word, string written) => Assert.True(SpellingDistance.Similar(word, TextFolding.Fold(written)));

    [Theory]
    [InlineData("formation", "information")]
    [InlineData("faim", "fait")]
    [InlineData("faim", "main")]
    [InlineData("loyer", "foyer")]
    [InlineData("medical", "musical")]
    [InlineData("eau", "eaux")]
    [InlineData("oui", "out")]
    [InlineData("avis", "avais")]
    [InlineData("repas", "repos")]
    [InlineData("mourir", "courir")]
    [InlineData("2024", "2025")]
    [InlineData("aide", "aine")]
    public void Another_word_is_another_word(string word, string other) => Assert.False(SpellingDistance.Similar(word, other));

    [Fact]
    public void Similarity_is_symmetric_and_holds_for_a_word_and_itself() =>
        Prop.ForAll(HostileText.Word, HostileText.Word, (a, b) =>
        {
            Assert.True(SpellingDistance.Similar(a, a));
            Assert.Equal(SpellingDistance.Similar(a, b), SpellingDistance.Similar(b, a));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Theory]
    [MemberData(nameof(HostileText.Examples), MemberType = typeof(HostileText))]
    public void Hostile_words_are_compared_in_peace(string text)
    {
        var folded = TextFolding.Fold(text);

        Assert.Equal(folded.Length == 0 || folded == "formation", SpellingDistance.Similar(folded, "formation") || folded.Length == 0);
    }

    // The textbook table, whole.
    private static int ByDefinition(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                table[i, j] = Math.Min(
                    Math.Min(table[i - 1, j], table[i, j - 1]) + 1,
                    table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }

        return table[a.Length, b.Length];
    }
}
