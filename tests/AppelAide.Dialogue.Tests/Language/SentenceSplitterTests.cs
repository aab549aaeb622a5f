using AppelAide.Dialogue.Language;

namespace AppelAide.Dialogue.Tests.Language;

public class SentenceSplitterTests
{
    [Theory]
    [InlineData("Venez avec un manteau chaud, une tuque et des mitaines bien chaudes", "Venez avec un manteau chaud,")]
    [InlineData("Voici la nouvelle adresse du service 16, rue du Quai à Gaspé", "Voici la nouvelle adresse du service 16, rue")]
    [InlineData("Rendez-vous pour la soupe du midi avec des amis à La Marmite qui chante", "Rendez-vous pour la soupe du midi avec des")]
    [InlineData("Le Carrefour du Havre et la Maison du Quai et la Criée du partage", "Le Carrefour du Havre et la Maison du Quai et")]
    [InlineData("Anticonstitutionnellementanticonstitutionnellementanti", "Anticonstitutionnellementanticonstitutionnell")]
    public void A_sentence_too_long_is_cut_at_a_breath_or_amid_common_words(string sentence, string beginning) =>
        Assert.Equal(beginning, sentence[..SentenceSplitter.Breath(sentence, piece => piece.Length <= 45)]);

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
