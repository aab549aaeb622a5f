using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Tests.Language;
using FsCheck;
using FsCheck.Fluent;

namespace AppelAide.Dialogue.Tests.Engine;

/// <summary>A wait for a telephone number.</summary>
public class TelephoneWaitTests
{
    private const string Phone = """
        dialogue: essai
        nodes:
          debut:
            - say: essai.numero
            - telephone: contact
              go: noter
              exhausted: sans
          noter:
            - say: essai.note
            - end:
          sans:
            - say: essai.sans
            - end:
        prompts:
          essai.numero: { fr: "Numéro?", en: "Number?" }
          essai.note: { fr: "Noté {contact.phone|phone}.", en: "Noted {contact.phone|phone}." }
          essai.sans: { fr: Sans numéro., en: No number. }
        """;

    [Fact]
    public void It_takes_ten_keys_or_words()
    {
        var expected = Assert.IsType<GatherExpectation>(new TestLine(Phone).CallTrial().Hear("Numéro?").Turn.Expectation);
        Assert.Equal((10, 10, 3.0), (expected.MaxDigits, expected.TimeoutSeconds, expected.SpeechTimeoutSeconds));
    }

    [Fact]
    public void A_number_is_keyed_said_or_texted()
    {
        const string Noted = "Noté 4 1 8, 5 5 5, 0 1 4 2.";
        Assert.Equal("+14185550142", new TestLine(Phone).CallTrial().Press("4185550142").Hear(Noted)["contact.phone"]);
        new TestLine(Phone).CallTrial().Speak("quatre un huit, cinq cinq cinq, zéro un quarante-deux").Hear(Noted);
        new TestLine(Phone).Text("essai").Text("c'est le (418) 555-0142").Hear("Noté 418-555-0142.");
    }

    [Fact]
    public void A_number_that_holds_911_is_no_cry_for_help()
    {
        new TestLine(Phone).Text("essai").Text("urgence 4185550142").Hear("Noté 418-555-0142.");
        new TestLine(Phone).CallTrial().Speak("urgence").At("urgence.debut");
    }

    [Theory]
    [InlineData("5550142")]
    [InlineData("9115550142")]
    [InlineData("9")]
    [InlineData("2")]
    public void A_number_that_nobody_can_have_is_asked_for_again(string keys)
    {
        var line = new TestLine(Phone).CallTrial().Press(keys).Hear("Dix chiffres. Numéro?");
        Assert.Equal("answer", line.Understood?.Intent);
        line.Speak("sept huit").Hear("Dix chiffres. Numéro? Une personne: 0.").Press("12").Hear("Sans numéro.");
        new TestLine(Phone).Text("essai").Text(keys).Hear("Dix chiffres. Numéro? Une personne: 0.");
    }

    [Theory]
    [InlineData("0", "personne.choix")]
    [InlineData("*", "essai.debut")]
    [InlineData("#", "accueil.menu")]
    public void The_other_keys_mean_what_they_mean_everywhere(string key, string node) => new TestLine(Phone).CallTrial().Press(key).At(node);

    [Fact]
    public void Words_without_a_number_are_not_understood()
    {
        new TestLine(Phone).CallTrial().Speak("je le sais pas").Hear("Pas compris. Numéro?");
        new TestLine(Phone).CallTrial().Speak("horaire").Hear("Jour et nuit. Numéro?");
    }

    [Fact]
    public void The_checker_wants_the_line_s_words_for_it()
    {
        var files = SmallLine.Files("line.yaml", "line.phone-range:", "line.autre:");
        Assert.Equal(["line.yaml:1: line.autre: nothing ever says this prompt", "line.yaml:2: line: there is no prompt \"line.phone-range\""], SmallLine.Defects(files).Select(one => System.Text.RegularExpressions.Regex.Replace(one, @"yaml:\d\d", "yaml:1")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whatever_is_said_the_conversation_goes_on() => Prop.ForAll(HostileText.Any, words =>
    {
        Assert.Empty(new TestLine(Phone).CallTrial().Speak(words).Defects);
        Assert.Empty(new TestLine(Phone).Text("essai").Text(words).Defects);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
}
