using AppelAide.Dialogue.Language;

namespace AppelAide.Dialogue.Tests.Language;

public class SentenceSplitterTests
{
    [Theory]
    [InlineData("M. Tremblay est là. Mme Roy aussi.", "M. Tremblay est là.|Mme Roy aussi.")]
    [InlineData("Gaspé, mar. 1er déc. 13h30: Ma tablette. Gratuit.", "Gaspé, mar. 1er déc. 13h30: Ma tablette.|Gratuit.")]
    [InlineData("12, boul. York. Ouvert ! Venez ? Oui", "12, boul. York.|Ouvert !|Venez ?|Oui")]
    [InlineData("À 7 p.m. Tuesday. See you.", "À 7 p.m. Tuesday.|See you.")]
    [InlineData("3.5 km. Voir a.b.c. demain", "3.5 km.|Voir a.b.c. demain")]
    [InlineData("Il reste 4 places. \"Ma tablette\" demain.", "Il reste 4 places.|\"Ma tablette\" demain.")]
    [InlineData("Un\nDeux\n\n", "Un|Deux")]
    [InlineData("", "")]
    [InlineData("...", "...")]
    public void Sentences_end_where_there_is_no_doubt(string text, string sentences) =>
        Assert.Equal(sentences.Split('|', StringSplitOptions.RemoveEmptyEntries), SentenceSplitter.Split(text));
}
