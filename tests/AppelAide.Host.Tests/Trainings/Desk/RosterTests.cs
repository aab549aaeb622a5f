using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using AppelAide.Host.Tests.Properties;
using AppelAide.Host.Trainings.Desk;
using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Tests.Trainings.Desk;

public sealed class RosterTests
{
    private static readonly RosterWords French = new("fr");

    [Fact]
    public void A_page_has_all_that_a_trainer_needs_and_fetches_nothing()
    {
        var page = RosterPage.Write(
            SomeSheet.Of(
                SomeSheet.Person(1, "Rose Roy", attendance: "present"), SomeSheet.Person(2, "Ève Aubut", attendance: "absent"), SomeSheet.Person(3, recording: "RE1"),
                SomeSheet.Person(4, state: Registration.Waiting), SomeSheet.Person(5, "Léo", Registration.Offered), SomeSheet.Person(6, "Parti", Registration.Cancelled)),
            French);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"fr\">", page);
        foreach (var said in new[] { "Liste de présence", "Ma tablette, pas à pas", "mardi 8 décembre 2026", "13\u00A0h\u00A030 à 15\u00A0h\u00A030", "Bibliothèque de la Vague, 2, rue du Signet, Gaspé<", "4 sur 2\u00A0: 2 de trop", "Nom enregistré", "Sans nom, téléphone …\u206042" })
            Assert.Contains(said, System.Net.WebUtility.HtmlDecode(page).Replace("</dd>", "<", StringComparison.Ordinal));
        Assert.DoesNotContain("Parti", page);
        Assert.True(page.IndexOf("Ève Aubut", StringComparison.Ordinal) < page.IndexOf("Rose Roy", StringComparison.Ordinal));
        Assert.DoesNotMatch("(?i)(src|href|url|@import|http)[=(:]", page);
        Assert.Matches("font: 1[6-9]pt", page);
        Assert.DoesNotMatch(@"font-size: (\d|1[0-5])(pt|px)", page);
        Assert.All(Regex.Matches(page, "<th[ >][^>]*"), header => Assert.Contains("scope=\"", header.Value));
        Assert.Contains("<html lang=\"en\">", RosterPage.Write(SomeSheet.Of(), new("en")));
        Assert.Contains("Nobody is registered.", RosterPage.Write(SomeSheet.Of(), new("en")));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</td></tr></table>&amp;<!--")]
    [InlineData("Rose\u001b[2J\u0007\0\u202eyoR")]
    [InlineData("\ud800 alone")]
    public void A_hostile_name_is_text(string name) => Hold(name);

    [NaughtyFact]
    public void Naughty_strings_are_names()
    {
        foreach (var name in JsonSerializer.Deserialize<string[]>(File.ReadAllText(SharedData.NaughtyStrings!))!) Hold(name);
    }

    [Fact]
    public void In_a_terminal_a_name_moves_no_cursor()
    {
        var lines = RosterText.Lines(SomeSheet.Of("Le tricot\r\n", SomeSheet.Person(1, "Rose\u001b[2J\n"), SomeSheet.Person(2, "Zoé", Registration.Waiting)), French).ToList();
        Assert.All(lines, line => Assert.DoesNotContain(line, unit => char.IsControl(unit)));
        Assert.Contains(lines, line => line.StartsWith("[ ]  101  Rose\uFFFD[2J\uFFFD ", StringComparison.Ordinal));
        Assert.Equal(["Liste d'attente\u00A0:", "  1  102  Zoé"], lines[^2..]);
    }

    /// <summary>Read as XML, the page has the elements that it has with a plain name, and the name is there as text.</summary>
    private static void Hold(string name)
    {
        // Empty is nobody's name: the page says so in words.
        var (hostile, plain) = (Parse(name.Length == 0 ? "x" : name), Parse("Rose"));
        Assert.Equal(plain.Descendants().Select(Shape), hostile.Descendants().Select(Shape));
    }

    private static string Shape(XElement element) => $"{element.Name} {string.Join(' ', element.Attributes())}";

    private static XDocument Parse(string name)
    {
        var page = RosterPage.Write(SomeSheet.Of(name, SomeSheet.Person(1, name), SomeSheet.Person(2, name, Registration.Waiting)), French);
        var body = page[page.IndexOf("<main>", StringComparison.Ordinal)..(page.IndexOf("</main>", StringComparison.Ordinal) + "</main>".Length)];
        // XML forbids some characters that HTML has.
        using var reader = XmlReader.Create(new StringReader(body), new XmlReaderSettings { CheckCharacters = false });
        return XDocument.Load(reader);
    }
}
