using AppelAide.Dialogue.Language;
using FsCheck;
using FsCheck.Fluent;

namespace AppelAide.Dialogue.Tests.Language;

public class PersonNameTests
{
    [Theory]
    [InlineData("Marie Tremblay", "Marie Tremblay")]
    [InlineData("marie-ève tremblay", "Marie-Ève Tremblay")]
    [InlineData("JEAN-FRANÇOIS BÉLANGER", "Jean-François Bélanger")]
    [InlineData("jean de la fontaine", "Jean de la Fontaine")]
    [InlineData("De La Durantaye Luc", "De la Durantaye Luc")]
    [InlineData("Jean Du Sault", "Jean du Sault")]
    [InlineData("marie d'amours", "Marie D'Amours")]
    [InlineData("Sylvie L’Heureux", "Sylvie L'Heureux")]
    [InlineData("patrick o'brien", "Patrick O'Brien")]
    [InlineData("Ann McDonald", "Ann McDonald")]
    [InlineData("ann mcdonald", "Ann McDonald")]
    [InlineData("Gaston LeBlanc", "Gaston LeBlanc")]
    [InlineData("j.-p. st-pierre", "J-P St-Pierre")]
    [InlineData("R. Roy", "R Roy")]
    [InlineData("Li", "Li")]
    [InlineData("Ng", "Ng")]
    [InlineData("Nguyễn Thị Lan", "Nguyễn Thị Lan")]
    [InlineData("Zoe\u0308 Cote\u0301", "Zoë Coté")]
    [InlineData("ＭＡＲＩＥ Roy", "Marie Roy")]
    public void A_name_is_read_as_it_is_to_be_written(string words, string name) => Assert.Equal(name, PersonName.Read(words).Name);

    [Theory]
    [InlineData("Bonjour, je m'appelle Marie Tremblay, merci.", "Marie Tremblay")]
    [InlineData("mon nom est jean roy svp", "Jean Roy")]
    [InlineData("c'est Robert Gagnon", "Robert Gagnon")]
    [InlineData("moi c'est ginette", "Ginette")]
    [InlineData("C'est pour ma mère, Jeanne Roy", "Jeanne Roy")]
    [InlineData("ma femme Lise s'il vous plaît", "Lise")]
    [InlineData("Madame Thérèse Côté", "Thérèse Côté")]
    [InlineData("My name is John Smith please", "John Smith")]
    [InlineData("my name's john smith", "John Smith")]
    [InlineData("It's Mary Jones, thank you very much", "Mary Jones")]
    [InlineData("for my husband Bob White", "Bob White")]
    [InlineData("Ben Tremblay", "Ben Tremblay")]
    [InlineData("Ty Roy", "Ty Roy")]
    public void What_surrounds_a_name_is_left_out(string words, string name) => Assert.Equal(name, PersonName.Read(words).Name);

    [Theory]
    [InlineData("t r e m b l a y", "Tremblay")]
    [InlineData("T-R-E-M-B-L-A-Y", "Tremblay")]
    [InlineData("T. R. E. M. B. L. A. Y.", "Tremblay")]
    [InlineData("T, R, E, M, B, L, A, Y", "Tremblay")]
    [InlineData("T comme Thomas, R, E accent aigu, trait d'union, A", "Tré-A")]
    [InlineData("t as in tango r o y", "Troy")]
    [InlineData("r o y like yankee", "Roy")]
    [InlineData("M comme dans Marie a r i e", "Marie")]
    [InlineData("g a deux l a n t", "Gallant")]
    [InlineData("g a double l a n t", "Gallant")]
    [InlineData("g a 2 l a n t", "Gallant")]
    [InlineData("g a two l's a n t", "Gallant")]
    [InlineData("a double v a d", "Awad")]
    [InlineData("b e l a n g erre e", "Belangre")]
    [InlineData("l é v e s q u e", "Lévesque")]
    [InlineData("c cédille a v a", "Çava")]
    [InlineData("n o e tréma l", "Noël")]
    [InlineData("r o i grec", "Roy")]
    [InlineData("m a r i e, t r e m b l a y", "Marie Tremblay")]
    [InlineData("m a r i e espace r o y", "Marie Roy")]
    [InlineData("l i", "Li")]
    [InlineData("Marie T R E M B L A Y", "Marie Tremblay")]
    [InlineData("Marie Tremblay, t r e m b l a y", "Marie Tremblay")]
    [InlineData("Marie Tranblé ça s'écrit t r e m b l a y", "Marie Tremblay")]
    [InlineData("Jon Smith spelled j o h n", "John Smith")]
    [InlineData("Marie trait d'union Ève Roy", "Marie-Ève Roy")]
    [InlineData("m a r i e trait d'union e accent grave v e", "Marie-Ève")]
    public void Letters_said_one_by_one_are_put_together(string words, string name) => Assert.Equal(name, PersonName.Read(words).Name);

    [Theory]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("427")]
    [InlineData("418 555 0142")]
    [InlineData("a")]
    [InlineData("T comme Thomas")]
    [InlineData("sdfghjkl")]
    [InlineData("漢字")]
    [InlineData("je m'appelle")]
    [InlineData("merci")]
    [InlineData("Marie Antoinette de la très longue lignée des seigneurs de la Grande Rivière du Loup")]
    public void What_nobody_could_say_as_a_name_is_none(string words) => Assert.Equal(PersonName.None, PersonName.Read(words));

    [Theory]
    [InlineData("Marie-Ève TREMBLAY", "marie eve tremblay")]
    [InlineData("je m'appelle marie eve tremblay", "marie eve tremblay")]
    [InlineData("O'Brien", "o brien")]
    public void A_name_said_twice_has_one_key(string words, string key) => Assert.Equal(key, PersonName.Read(words).Key);

    [Theory]
    [MemberData(nameof(HostileText.Examples), MemberType = typeof(HostileText))]
    public void Hostile_text_never_throws(string text) => Holds(text);

    [Fact]
    public void Whatever_is_said_a_name_is_short_and_reads_the_same_again() => Prop.ForAll(HostileText.Any, Holds).QuickCheckThrowOnFailure();

    private static void Holds(string text)
    {
        var name = PersonName.Read(text);
        Assert.InRange(name.Name.Length, 0, PersonName.MostCharacters);
        Assert.Equal(name.Name.Length == 0, name.Key.Length == 0);
        Assert.Equal(TextFolding.Fold(name.Name), name.Key);
        Assert.Equal(name.Name.Trim(), name.Name);
        Assert.All(name.Name, character => Assert.True(char.IsLetter(character) || character is ' ' or '-' or '\'', $"U+{(int)character:X4}"));
    }
}
