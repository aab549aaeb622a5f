using AppelAide.Host.Directory.Places;

namespace AppelAide.Host.Tests.Directory.Places;

public sealed class PlaceFinderTests
{
    private static readonly PlaceFinder Finder = new(SomePlaces.All);

    [Theory]
    [InlineData("Gaspé", "Gaspé")]
    [InlineData("je reste à gaspé", "Gaspé")]
    [InlineData("jai faim je suis a GASPE svp", "Gaspé")]
    [InlineData("formasion gapse", "Gaspé")]
    [InlineData("rivière au renard", "Gaspé")]
    [InlineData("Riviere au Renar", "Gaspé")]
    [InlineData("limoilou", "Limoilou")]
    [InlineData("je vis à limoilou, à québec", "Limoilou")]
    [InlineData("Gaspé, Québec", "Gaspé")]
    [InlineData("Québec", "Québec")]
    [InlineData("bonjour jaimerais savoir les formasions a ste anne svp", "Sainte-Anne-des-Monts")]
    [InlineData("st anne des mont", "Sainte-Anne-des-Monts")]
    [InlineData("steannedesmonts", "Sainte-Anne-des-Monts")]
    [InlineData("steanne des monts", "Sainte-Anne-des-Monts")]
    [InlineData("Sainte Anne des Mnots", "Sainte-Anne-des-Monts")]
    [InlineData("mt-st-pierre", "Mont-Saint-Pierre")]
    [InlineData("capchat", "Cap-Chat")]
    [InlineData("I live near new carlisle", "New Carlisle")]
    [InlineData("new richmond", "New Richmond")]
    [InlineData("carleton", "Carleton-sur-Mer")]
    [InlineData("gascons", "Port-Daniel--Gascons")]
    [InlineData("mont-louis", "Saint-Maxime-du-Mont-Louis")]
    [InlineData("pointe a la croix", "Pointe-à-la-Croix")]
    [InlineData("mata pedia", "Matapédia")]
    [InlineData("cloridorm", "Cloridorme")]
    [InlineData("Percé", "Percé")]
    [InlineData("une formation sur internet à percé", "Percé")]
    [InlineData("grande vallée", "Grande-Vallée")]
    [InlineData("petite vallee", "Petite-Vallée")]
    [InlineData("nouvelle", "Nouvelle")]
    [InlineData("j'habite à Nouvelle", "Nouvelle")]
    [InlineData("formation nouvelle", "Nouvelle")]
    [InlineData("nouvelle formation à gaspé", "Gaspé")]
    [InlineData("hope", "Hope")]
    [InlineData("food in hope please", "Hope")]
    [InlineData("hope town", "Hope Town")]
    [InlineData("formation maria", "Maria")]
    [InlineData("St-Siméon Charlevoix", "Saint-Siméon (Charlevoix-Est)")]
    [InlineData("saint simeon dans bonaventure", "Saint-Siméon (Bonaventure)")]
    [InlineData("st-siméon en gaspésie", "Saint-Siméon (Bonaventure)")]
    [InlineData("bonaventure", "Bonaventure")]
    [InlineData("G4X 1A1", "Gaspé")]
    [InlineData("mon code est g4v1a1", "Sainte-Anne-des-Monts")]
    [InlineData("G0C 2L0", "Percé")]
    [InlineData("goc 2lo", "Percé")]
    [InlineData("g 4 x", "Gaspé")]
    [InlineData("cloridor", "Cloridorme")]
    [InlineData("imoilou", "Limoilou")]
    [InlineData("sant anne des mont", "Sainte-Anne-des-Monts")]
    [InlineData("sainte-âne-des-monts", "Sainte-Anne-des-Monts")]
    [InlineData("vieux québec", "Québec")]
    public void Finds_the_place(string text, string expected) => Assert.Equal([expected], Names(Finder.FromText(text)));

    [Theory]
    [InlineData("")]
    [InlineData("nouvelle formation")]
    [InlineData("je cherche une nouvelle formation svp")]
    [InlineData("bonne nouvelle merci beaucoup")]
    [InlineData("maria tremblay cherche de l'aide")]
    [InlineData("jai pus de chauffage")]
    [InlineData("une perte d'emploi")]
    [InlineData("il y a de la neige")]
    [InlineData("en gaspésie")]
    [InlineData("bonne nouvelle")]
    [InlineData("je m'appelle maria")]
    [InlineData("new york")]
    [InlineData("la rivière est haute")]
    [InlineData("I hope so")]
    [InlineData("le plateau repas")]
    [InlineData("mon mari est mort")]
    [InlineData("où puis-je aller pour manger")]
    [InlineData("merci beaucoup")]
    [InlineData("saint")]
    [InlineData("rivière")]
    [InlineData("asdf")]
    [InlineData("hopital")]
    [InlineData("j'ai mal aux dents, je suis à la maison")]
    [InlineData("madeleine veut parler à quelqu'un")]
    [InlineData("😀🏔️")]
    public void Finds_nothing(string text) => Assert.Empty(Names(Finder.FromText(text)));

    [Fact]
    public void Homonyms_are_both_offered()
    {
        var match = Finder.FromText("Saint-Siméon");
        Assert.Equal(["Saint-Siméon (Bonaventure)", "Saint-Siméon (Charlevoix-Est)"], Names(match));
        Assert.False(match.IsSure);
    }

    [Fact]
    public void Two_places_in_one_sentence_are_both_offered() =>
        Assert.Equal(["Gaspé", "Percé"], Names(Finder.FromText("je reste à gaspé mais je travaille à percé")));

    [Theory]
    [InlineData("Gaspé", true)]
    [InlineData("ste anne des monts svp", true)]
    [InlineData("j'habite à nouvelle", true)]
    [InlineData("G4X 1A1", false)]
    [InlineData("G4X 2A5", true)]
    public void A_clear_answer_need_not_be_confirmed(string text, bool sure) => Assert.Equal(sure, Finder.FromText(text).IsSure);

    [Theory]
    [InlineData("427", "Gaspé")]
    [InlineData("42773", "Gaspé")]
    [InlineData("726", "Sainte-Anne-des-Monts|Saint-Alexis-de-Matapédia")]
    [InlineData("4673", "Hope")]
    [InlineData("7463", "Saint-Siméon (Bonaventure)|Saint-Siméon (Charlevoix-Est)")]
    [InlineData("63", "New Richmond|New Carlisle")]
    public void Keys_spell_the_beginning_or_the_initials(string keys, string expected) =>
        Assert.Equal(expected.Split('|'), Names(Finder.FromKeys(keys)));

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("0000")]
    [InlineData("99999")]
    [InlineData("4*7")]
    public void Keys_that_spell_nothing_find_nothing(string keys) => Assert.Empty(Finder.FromKeys(keys).Places);

    [Fact]
    public void Hostile_text_takes_no_time()
    {
        var started = TimeProvider.System.GetTimestamp();
        foreach (var unit in (string[])["saint ", "st anne des ", "a", "sainteanne", "gaspéé ", "g4x", "ﷺ", "riviere au ", "xqzkwjvbnm "])
            Finder.FromText(string.Concat(Enumerable.Repeat(unit, 100_000)));
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(1));
    }

    private static string[] Names(PlaceMatch match) =>
        [.. match.Places.Select(place => place.Name == "Saint-Siméon" ? $"{place.Name} ({place.Mrc})" : place.Name)];
}
