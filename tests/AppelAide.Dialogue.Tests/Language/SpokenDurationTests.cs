using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Language;

namespace AppelAide.Dialogue.Tests.Language;

public class SpokenDurationTests
{
    [Fact]
    public void Fifteen_characters_take_a_second_in_French()
    {
        Assert.Equal(1, SpokenDuration.Seconds("exactement bien", "fr"), 3);
        Assert.True(SpokenDuration.Seconds("exactement bien", "en") < 1);
        Assert.Equal(0, SpokenDuration.Seconds("", "fr"));
    }

    [Fact]
    public void Slower_speech_takes_a_quarter_longer() => Assert.Equal(1.25, SpokenDuration.Seconds("exactement bien", "fr", slow: true), 3);

    [Theory]
    [InlineData("7", "sept")]
    [InlineData("13", "treize")]
    [InlineData("42", "quarante-deux")]
    [InlineData("4, 7, 2", "quatre, sept, deux")]
    [InlineData("4 1 8, 5 5 5, 0 1 3 7", "quatre un huit, cinq cinq cinq, zéro un trois sept")]
    [InlineData("2026", "deux mille vingt-six")]
    public void Digits_take_about_as_long_as_their_words(string digits, string words)
    {
        var ratio = SpokenDuration.Seconds(digits, "fr") / SpokenDuration.Seconds(words, "fr");

        Assert.InRange(ratio, 0.6, 1.7);
    }

    [Fact]
    public void A_first_menu_with_its_pauses_takes_about_seventeen_seconds()
    {
        Utterance[] said =
        [
            new("fr", "Bonjour, ici la Ligne AppelAide.", 0.4),
            new("en", "For English, press 9.", 0.6),
            new("fr", "Pour parler à une personne, faites le 0, en tout temps.", 0.6),
            new("fr", "Pour une formation, faites le 1.", 0.6),
            new("fr", "Pour trouver de l'aide près de chez vous, faites le 2.", 0.6),
            new("fr", "Pour donner votre avis, faites le 3.", 0.6),
            new("fr", "Ou dites-le dans vos mots."),
        ];

        Assert.InRange(SpokenDuration.Seconds(said), 16, 22);
        Assert.Equal(3.4, SpokenDuration.Seconds(said, slow: true) - said.Sum(run => SpokenDuration.Seconds(run.Text, run.Language, slow: true)), 3);
    }

    [Theory]
    [MemberData(nameof(HostileText.Examples), MemberType = typeof(HostileText))]
    public void Hostile_text_takes_some_time(string text) => Assert.True(SpokenDuration.Seconds(text, "fr") >= 0);
}
