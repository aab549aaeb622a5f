using AppelAide.Dialogue.Definition;
using FsCheck;
using FsCheck.Fluent;

namespace AppelAide.Dialogue.Tests.Definition;

/// <summary>What is wrong with the form of script files: found with its line, never thrown.</summary>
public class DialogueParserTests
{
    [Theory]
    [InlineData("dialogue: essai\nnodes:\n\tdebut:\n    - end:\n", 3)]
    [InlineData("dialogue: essai\nnodes:\n  debut: [\n", 4)]
    [InlineData("dialogue: essai\nnodes:\n  debut: *nobody\n", 3)]
    [InlineData("dialogue: essai\nabout: it's: wrong\n", 2)]
    public void What_is_not_YAML_is_told_with_its_line(string content, int line) => Assert.StartsWith(
        $"essai.yaml:{line}: not YAML: ",
        Assert.Single(SmallLine.Defects(SmallLine.Files(content).Without("accueil.yaml", "essai"))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("# rien\n- dialogue: essai\n", 2)]
    [InlineData("bonjour\n", 1)]
    public void A_file_that_is_not_a_mapping(string content, int line) => Assert.Equal(
        [$"essai.yaml:{line}: the file must be a mapping with \"line\", \"dialogue\", \"prompts\", \"keywords\" or \"needs\""],
        SmallLine.Defects(SmallLine.Files(content).Without("accueil.yaml", "essai")));

    [Theory]
    [InlineData("")]
    [InlineData("# Nothing yet.\n")]
    public void A_file_without_content_is_no_defect(string content) =>
        Assert.Empty(SmallLine.Defects(new Dictionary<string, string>(SmallLine.Files()) { ["vide.yaml"] = content }));

    [Fact]
    public void An_entry_that_means_nothing() => Assert.Equal(
        [
            "essai.yaml:5: essai.debut: \"loud\" means nothing here",
            "essai.yaml:7: \"promts\" means nothing here",
        ],
        SmallLine.Defects(SmallLine.Files(
            """
            dialogue: essai
            nodes:
              debut:
                - end:
                  loud: "yes"

            promts: {}
            """)));

    [Fact]
    public void A_step_that_names_nothing_known_or_two_things() => Assert.Equal(
        [
            "essai.yaml:4: essai.debut: each step names one of",
            "essai.yaml:5: essai.debut: each step names one of",
        ],
        SmallLine.Defects(SmallLine.Files(
            """
            dialogue: essai
            nodes:
              debut:
                - shout: essai.fort
                - { say: line.slower, end: }
                - end:
            """)).Select(defect => defect.Split(" say, ")[0]));

    [Fact]
    public void A_step_that_is_not_a_mapping() => Assert.Equal(
        ["essai.yaml:4: essai.debut: each item of \"debut\" must be a mapping"],
        SmallLine.Defects(SmallLine.Files(
            """
            dialogue: essai
            nodes:
              debut:
                - bonjour
                - end:
            """)));

    [Fact]
    public void A_key_that_is_not_a_text() => Assert.Equal(
        ["essai.yaml:4: essai.debut: a mapping's key is not a plain text"],
        SmallLine.Defects(SmallLine.Files(
            """
            dialogue: essai
            nodes:
              debut:
                - { end: , [1, 2]: x }
            """)));

    [Fact]
    public void A_missing_entry_and_one_that_is_no_number() => Assert.Equal(
        [
            "essai.yaml:4: essai.debut: \"as\" is missing",
            "essai.yaml:6: essai.suite: \"seconds\" must be a whole number",
        ],
        SmallLine.Defects(SmallLine.Files(
            """
            dialogue: essai
            nodes:
              debut:
                - { record: answer, go: suite }
              suite:
                - { record: answer, as: b, go: fin, seconds: long }
              fin:
                - end:
            """)));

    [Theory]
    [InlineData("caller.known or place.id")]
    [InlineData("caller.known = yes or place.id")]
    [InlineData("not")]
    [InlineData("")]
    [InlineData("caller.known == yes")]
    [InlineData("caller.known > many")]
    public void A_guard_that_is_none(string guard)
    {
        var defects = SmallLine.Defects(SmallLine.Files(
            $$"""
            dialogue: essai
            nodes:
              debut:
                - say: line.slower
                  if: {{guard}}
                - choose:
                    - { key: 1, hears: "yes", go: fin, if: "{{guard}}" }
              fin:
                - end:
            """));
        Assert.Equal(2, defects.Length);
        Assert.StartsWith("essai.yaml:5: essai.debut: ", defects[0], StringComparison.Ordinal);
        Assert.StartsWith("essai.yaml:7: essai.debut: ", defects[1], StringComparison.Ordinal);
        Assert.All(defects, defect => Assert.Contains("is not a guard", defect, StringComparison.Ordinal));
    }

    [Fact]
    public void Names_written_twice()
    {
        var files = SmallLine.Files();
        files["zz.yaml"] = """
            dialogue: essai
            nodes:
              debut:
                - end:
            prompts:
              line.silence:
                fr: Rien.
                en: Nothing.
            keywords:
              "yes":
                fr: [oui]
                en: ["yes"]
            needs:
              food:
                label: { fr: Alimentation, en: Food }
                fr: [faim]
                en: [hungry]
            line: { start: accueil, start-sms: texto, start-call: message, exhausted: personne, needs: aide }
            """;
        Assert.Equal(
            [
                "zz.yaml:18: line: \"line\" is written twice",
                "zz.yaml:6: line.silence: this prompt is written twice",
                "zz.yaml:10: yes: this keyword is written twice",
                "zz.yaml:14: food: this need is written twice",
                "zz.yaml:1: the dialogue \"essai\" is written twice",
            ],
            SmallLine.Defects(files));
    }

    [Fact]
    public void A_name_written_twice_in_one_file_is_not_YAML() => Assert.StartsWith(
        "essai.yaml:5: not YAML: Duplicate key",
        Assert.Single(SmallLine.Defects(SmallLine.Files("dialogue: essai\nnodes:\n  debut:\n    - end:\n  debut:\n    - end:\n").Without("accueil.yaml", "essai"))),
        StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("a.b", "debut", "a.b")]
    [InlineData("\"\"", "debut", "")]
    [InlineData("essai", "le debut", "le debut")]
    public void Names_that_could_be_mistaken(string dialogue, string node, string wrong)
    {
        var files = SmallLine.Files();
        files["zz.yaml"] = $"nodes:\n  {node}:\n    - end:\ndialogue: {dialogue}\n";
        Assert.Contains($"zz.yaml:4: \"{wrong}\" is no name: a name is made of letters, digits, \"-\" and \"_\"", SmallLine.Defects(files));
    }

    [Fact]
    public void Keywords_and_needs_that_say_too_little_or_too_much()
    {
        var files = SmallLine.Files();
        files["zz.yaml"] = """
            keywords:
              bonjour: { fr: [bonjour] }
              deux: { fr: [deux], en: [two], go: essai, does: repeat }
              radio: { fr: [radio], en: [radio], channel: fm, does: dance }
            needs:
              love: { fr: [amour], en: [love] }
              peace: { label: { fr: Paix }, fr: [paix] }
            """;
        Assert.Equal(
            [
                "zz.yaml:2: bonjour: no words in \"en\"",
                "zz.yaml:3: deux: a keyword has one of \"go\", \"call\" and \"does\"; only \"more\" may also lead somewhere, when there is no more",
                "zz.yaml:4: radio: \"channel\" is voice or sms",
                "zz.yaml:4: radio: \"does\" is repeat, back, more or ignore",
                "zz.yaml:6: love: \"label\" is missing",
                "zz.yaml:7: peace: \"en\" is missing",
                "zz.yaml:7: peace: no words in \"en\"",
            ],
            SmallLine.Defects(files).Order());
    }

    [Fact]
    public void A_line_whose_beginnings_are_nowhere() => Assert.Equal(
        ["line.yaml:2: line: \"start\" and \"start-sms\" must name dialogues"],
        SmallLine.Defects(SmallLine.Files("line.yaml", "start: accueil", "start: bonjour")));

    [Fact]
    public void No_line_at_all() => Assert.Equal(["line.yaml:1: no file says \"line:\""], SmallLine.Defects(new Dictionary<string, string>()));

    [Fact]
    public void An_anchor_is_read_wherever_its_alias_stands()
    {
        var (script, issues) = DialogueParser.Parse(SmallLine.Files(
            """
            dialogue: essai
            nodes:
              debut:
                - say: essai.meme
                - &fin
                  end:
              suite: &suite
                - *fin
              encore: *suite
            prompts:
              essai.meme:
                fr: &meme { voice: "", sms: "[fr]Arrêt noté." }
                en: *meme
            """));
        Assert.Empty(issues);
        Assert.Equal("Arrêt noté.", Assert.IsType<WordsPart>(script!.Prompts["essai.meme"].For("en", Channel.Sms)!.Parts[1]).Text);
        Assert.Single(script.Dialogues["essai"].Nodes["encore"].Steps);
    }

    [Fact]
    public void The_version_is_the_content()
    {
        var files = SmallLine.Files();
        Assert.Equal(DialogueParser.VersionOf(files), DialogueParser.VersionOf(files.Reverse().ToDictionary()));
        Assert.NotEqual(DialogueParser.VersionOf(files), DialogueParser.VersionOf(SmallLine.Files("line.yaml", "tries: 3", "tries: 2")));
    }

    [Fact]
    public void Whatever_is_written_is_answered_with_defects_and_never_thrown() => Prop.ForAll(
        ArbMap.Default.GeneratorFor<(int File, int At, int Length, NonNull<string> Instead)>().ToArbitrary(),
        slip =>
        {
            var files = SmallLine.Files();
            var file = files.Keys.Order().ElementAt((int)((uint)slip.File % files.Count));
            var content = files[file];
            var at = (int)((uint)slip.At % content.Length);
            var length = Math.Min(content.Length - at, (int)((uint)slip.Length % 12));
            files[file] = content.Remove(at, length).Insert(at, slip.Instead.Get.Length > 6 ? slip.Instead.Get[..6] : slip.Instead.Get);
            SmallLine.Defects(files);
        }).QuickCheckThrowOnFailure();
}
