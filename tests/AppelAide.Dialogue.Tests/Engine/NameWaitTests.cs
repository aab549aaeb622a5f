using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Inputs;
using AppelAide.Dialogue.Tests.Language;
using FsCheck;
using FsCheck.Fluent;

namespace AppelAide.Dialogue.Tests.Engine;

/// <summary>A wait for somebody's name.</summary>
public class NameWaitTests
{
    private const string Name = """
        dialogue: essai
        nodes:
          debut:
            - say: essai.qui
            - name: person
              go: noter
              record: parler
              skip: sans
              exhausted: sans
          noter:
            - say: essai.note
            - go: encore
          encore:
            - choose:
                - { key: 1, say: essai.encore, hears: "yes", go: debut }
          parler:
            - say: essai.parlez
            - record: answer
              as: person
              go: sans
              exhausted: sans
          sans:
            - say: essai.sans
            - go: encore
        prompts:
          essai.qui: { fr: "Qui?", en: "Who?" }
          essai.note: { fr: "Nom {person.name}, {person.key}{?person.doubt , {person.doubt}}.", en: "Name {person.name}, {person.key}{?person.doubt , {person.doubt}}." }
          essai.encore: { fr: "Encore: {key}.", en: "Again: {key}." }
          essai.parlez: { fr: Parlez., en: Speak. }
          essai.sans: { fr: Sans nom., en: No name. }
        """;

    [Fact]
    public void It_listens_for_one_key_and_for_words_said_slowly()
    {
        var expected = Assert.IsType<GatherExpectation>(new TestLine(Name).CallTrial().Hear("Qui?").Turn.Expectation);
        Assert.Equal((1, 10, 3.0), (expected.MaxDigits, expected.TimeoutSeconds, expected.SpeechTimeoutSeconds));
        Assert.Empty(expected.Hints);
    }

    [Theory]
    [InlineData("je m'appelle marie-ève tremblay", "Nom Marie-Ève Tremblay, marie eve tremblay. Encore: 1.")]
    [InlineData("r o y", "Nom Roy, roy. Encore: 1.")]
    [InlineData("Batman", "Nom Batman, batman, joke. Encore: 1.")]
    [InlineData("le père Noël", "Nom Le Père Noël, le pere noel, joke. Encore: 1.")]
    [InlineData("test", "Nom Test, test, joke. Encore: 1.")]
    [InlineData("Testa", "Nom Testa, testa. Encore: 1.")]
    [InlineData("418 555", "Nom,, nothing. Encore: 1.")]
    [InlineData("?", "Nom,, nothing. Encore: 1.")]
    public void A_name_is_said_or_texted(string words, string heard)
    {
        var line = new TestLine(Name).CallTrial().Speak(words).Hear(heard);
        Assert.Equal("answer", line.Understood?.Intent);
        new TestLine(Name).Text("essai").Text(words).Hear(heard);
    }

    [Theory]
    [InlineData("Luc Horaire")]
    [InlineData("horaire")]
    [InlineData("Essai")]
    [InlineData("Faim")]
    [InlineData("Logement")]
    [InlineData("Plus")]
    [InlineData("une personne du nom de Roy")]
    public void Keywords_and_needs_are_names_here(string words)
    {
        new TestLine(Name).CallTrial().Speak(words).At("essai.encore");
        new TestLine(Name).Text("essai").Text(words).At("essai.encore");
    }

    [Fact]
    public void Danger_and_stop_and_a_person_asked_for_are_heard_and_so_is_a_wish_to_hear_again()
    {
        new TestLine(Name).CallTrial().Speak("urgence, ma femme est tombée").At("urgence.debut");
        new TestLine(Name).CallTrial().Speak("personne").At("personne.choix");
        new TestLine(Name).CallTrial().Speak("je voudrais une personne s'il vous plaît").At("personne.choix");
        new TestLine(Name).CallTrial().Speak("répéter").Hear("Qui?");
        new TestLine(Name).CallTrial().Speak("retour").At("accueil.menu");
        new TestLine(Name).Text("essai").Text("ARRÊT").Hear("Plus de messages.").At("essai.debut");
    }

    [Theory]
    [InlineData("0", "personne.choix")]
    [InlineData("*", "essai.debut")]
    [InlineData("9", "essai.debut")]
    [InlineData("#", "accueil.menu")]
    [InlineData("1", "essai.parler")]
    [InlineData("2", "essai.encore")]
    public void Keys_mean_what_they_mean_everywhere_and_1_and_2_lead_where_the_script_says(string key, string node) => new TestLine(Name).CallTrial().Press(key).At(node);

    [Theory]
    [InlineData("1", "essai.parler")]
    [InlineData("2", "essai.encore")]
    [InlineData("Un", "essai.parler")]
    [InlineData("deux", "essai.encore")]
    public void The_keys_may_be_said_or_texted(string key, string node)
    {
        Assert.Empty(new TestLine(Name).Text("essai").Text(key).At(node)["person.doubt"]);
        new TestLine(Name).CallTrial().Speak(key).At(node);
    }

    [Fact]
    public void Without_record_and_skip_1_and_2_are_wrong_keys()
    {
        var script = Name.Replace("      record: parler\n      skip: sans\n", "", StringComparison.Ordinal).Replace("  noter:\n", "  noter:\n    - { if: never, go: parler }\n", StringComparison.Ordinal).Replace("- say: essai.note\n", "- say: essai.note\n    - set: { never: \"\" }\n", StringComparison.Ordinal);
        new TestLine(script).CallTrial().Press("1").Hear("Pas le 1. Qui?").Press("2").Hear("Pas le 2. Qui? Une personne: 0.");
    }

    [Fact]
    public void Silence_leads_on() => new TestLine(Name).CallTrial().StaySilent().Hear("Rien entendu. Qui?").Press("5").Hear("Pas le 5. Qui? Une personne: 0.").StaySilent().Hear("Sans nom. Encore: 1.");

    [Fact]
    public void A_picture_without_words_is_no_name() => new TestLine(Name).Text("essai").Hears(new TextInput("", 1)).Hear("Pas compris. Qui? Une personne: 0.");

    [Fact]
    public void A_new_name_replaces_all_of_the_old() => new TestLine(Name).CallTrial().Speak("Batman").Press("1").Speak("Luc Roy").Hear("Nom Luc Roy, luc roy. Encore: 1.");

    [Fact]
    public void The_checker_wants_the_words_that_are_nobody_s_name()
    {
        var files = SmallLine.Files(Name);
        files["keywords.yaml"] = files["keywords.yaml"].Replace("not-a-name:", "other:", StringComparison.Ordinal);
        Assert.Equal(["essai.yaml:5: essai.debut: a name needs the keyword \"not-a-name\", whose words are nobody's"], SmallLine.Defects(files));
    }

    [Theory]
    [InlineData("      go: noter\n", "      go: nulle-part\n", "essai.yaml:5: essai.debut: there is no node or dialogue \"nulle-part\"")]
    [InlineData("      record: parler\n", "      record: nulle-part\n", "essai.yaml:5: essai.debut: there is no node or dialogue \"nulle-part\"")]
    [InlineData("      skip: sans\n", "      saute: sans\n", "essai.yaml:8: essai.debut: \"saute\" means nothing here")]
    [InlineData("      skip: sans\n", "      number: n\n", "each step names one of")]
    public void The_checker_reads_all_of_it(string written, string otherwise, string defect) =>
        Assert.Contains(SmallLine.Defects(SmallLine.Files(Name.Replace(written, otherwise, StringComparison.Ordinal))), one => one.Contains(defect, StringComparison.Ordinal));

    [Fact]
    public void Whatever_is_said_the_conversation_goes_on() => Prop.ForAll(HostileText.Any, words =>
    {
        foreach (var line in new[] { new TestLine(Name).CallTrial().Speak(words), new TestLine(Name).Text("essai").Text(words) })
        {
            Assert.Empty(line.Defects);
            Assert.True(line["person.name"].Length < 60);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
}
