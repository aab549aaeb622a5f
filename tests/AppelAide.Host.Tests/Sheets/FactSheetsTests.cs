using System.Collections.Immutable;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Needs;
using AppelAide.Host.Sheets;
using AppelAide.Host.Tests.Directory;

namespace AppelAide.Host.Tests.Sheets;

public sealed class FactSheetsTests
{
    private static readonly FactSheet Heat = Of("heat", "Se chauffer l'hiver", "Keeping warm", ["heating"], ["chauffage", "froid"], ["heat", "winter"]);
    private static readonly FactSheet Bill = Of("bill", "Lire sa facture", "Reading your bill", ["heating", "papers"], ["facture d'hydro", "électricité"], ["hydro bill"]);
    private static readonly FactSheet Fraud = Of("fraud", "Éviter la fraude", "Avoiding fraud", ["digital"], ["fraude", "électricité"], ["scam"]);
    private static readonly FactSheets Some = new([Heat, Bill, Fraud]);

    [Fact]
    public void All_are_in_the_order_of_their_French_titles() => Assert.Equal(["fraud", "bill", "heat"], Ids(Some.All));

    [Fact]
    public void A_need_has_its_own() => Assert.Equal(["bill", "heat"], Ids(Some.ForAny(["heating"])));

    [Theory]
    [InlineData("fiche chauffage svp", "heat")]
    [InlineData("FICHE FACTURE D'HYDRO", "bill")]
    [InlineData("how do I read my hydro bill", "bill")]
    [InlineData("la fiche sur les froides soirées", "")]
    [InlineData("fiche fraude electricite", "fraud")]
    [InlineData("électricité", "fraud bill")]
    [InlineData("lire sa facture", "bill")]
    [InlineData("fiche", "")]
    [InlineData("", "")]
    [InlineData("😀 ️", "")]
    public void Words_name_the_one_they_say_most_of(string text, string ids) => Assert.Equal(ids, string.Join(' ', Ids(Some.Named(text))));

    [Fact]
    public void One_without_chapters_is_not_offered() => Assert.Empty(new FactSheets([Heat with { Chapters = [] }]).All);

    [Fact]
    public void A_menu_shows_three_a_page()
    {
        using var source = Source([Heat, Bill, Fraud, Of("zoo", "Zoo", "Zoo", [], [], [])]);
        var lookup = new SheetsListLookup(source);
        var first = Ask(lookup, []);
        Assert.Equal(("yes", "4", "fraud", "heat", "yes"), (first["found"], first["count"], first["1.id"], first["3.id"], first["more"]));
        Assert.Equal(("Éviter la fraude", "Avoiding fraud", "Résumé fraud", "Summary fraud"), (first["1.title.fr"], first["1.title.en"], first["1.summary.fr"], first["1.summary.en"]));
        var second = Ask(lookup, [("page", "1")]);
        Assert.Equal(("4", "zoo", ""), (second["count"], second["1.id"], second["more"]));
        Assert.False(second.ContainsKey("2.id"));
        Assert.Empty(Ask(lookup, [("page", "2")]));
        Assert.Equal("fraud", Ask(lookup, [("page", "99999999")])["1.id"]);
        Assert.Equal("2", Ask(lookup, [("need", "heating")])["count"]);
        Assert.Empty(Ask(lookup, [("need", "talk")]));
        Assert.Equal("1", Ask(lookup, [("text", "scam"), ("need", "heating")])["count"]);
        Assert.Empty(Ask(lookup, [("text", "bees")]));
    }

    [Fact]
    public void A_chapter_says_whether_another_follows()
    {
        using var source = Source([Heat]);
        var lookup = new SheetsChapterLookup(source);
        var first = Ask(lookup, [("sheet", "heat"), ("number", "1")]);
        Assert.Equal(("yes", "1", "2", "Titre 1", "Text 1", "yes"), (first["found"], first["number"], first["count"], first["title.fr"], first["text.en"], first["more"]));
        Assert.Equal("", Ask(lookup, [("sheet", "heat"), ("number", "2")])["more"]);
        foreach (var number in new[] { "3", "0", "", "-1", "x" })
            Assert.Empty(Ask(lookup, [("sheet", "heat"), ("number", number)]));
        Assert.Empty(Ask(lookup, [("sheet", "nothing"), ("number", "1")]));
    }

    internal static FactSheet Of(string id, string fr, string en, string[] needs, string[] wordsFr, string[] wordsEn) => new(
        id,
        [.. needs],
        new(fr, en),
        new([.. wordsFr], [.. wordsEn]),
        new($"Résumé {id}", $"Summary {id}"),
        new DateOnly(2026, 5, 1),
        "Nadia",
        [new(1, new("Titre 1", "Title 1"), new("Texte 1", "Text 1")), new(2, new("Titre 2", "Title 2"), new("Texte 2", "Text 2"))]);

    private static IEnumerable<string> Ids(IEnumerable<FactSheet> sheets) => sheets.Select(sheet => sheet.Id);

    private static DirectorySource Source(FactSheet[] sheets)
    {
        var source = new DirectorySource(null!, SomeScripts.Live, TimeProvider.System);
        source.Use(new(1, NeedTaxonomy.Empty, new([]), new([]), [], [], []) { Sheets = new([.. sheets]) });
        return source;
    }

    private static ImmutableDictionary<string, string> Ask(ILookup lookup, (string Name, string Value)[] arguments)
    {
        var question = new Question(QuestionKind.Lookup, lookup.Signature.Name, arguments.ToImmutableDictionary(argument => argument.Name, argument => argument.Value));
        var answer = lookup.Answer(question, new(1, 1, "fr", Channel.Voice, "", new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(-5))));
        Assert.All(answer.Keys, field => Assert.Contains(field, lookup.Signature.Fields));
        return answer;
    }
}
