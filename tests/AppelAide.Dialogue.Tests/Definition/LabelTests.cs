using AppelAide.Dialogue.Definition;

namespace AppelAide.Dialogue.Tests.Definition;

/// <summary>The names that staff read for dialogues and their nodes.</summary>
public class LabelTests
{
    [Fact]
    public void Labels_are_read_in_both_languages_and_nothing_is_wrong_with_them()
    {
        var trial = Parse("label: { fr: Essai, en: Trial }", "  debut: { fr: \"Fermé : quoi faire\", en: \"Closed: what to do\" }", "  fin: { fr: Au revoir, en: Good-bye }");
        Assert.Equal("Essai", trial.Label!.Words["fr"]);
        Assert.Equal("Closed: what to do", trial.NodeLabels["debut"].Words["en"]);
        Assert.Empty(Defects("label: { fr: Essai, en: Trial }", "  debut: { fr: \"Fermé : quoi faire\", en: \"Closed: what to do\" }", "  fin: { fr: Au revoir, en: Good-bye }"));
    }

    [Fact]
    public void A_dialogue_and_nodes_without_a_label() => Assert.Equal(
        [
            "essai.yaml:1: essai: \"label\" is missing: the dialogue's name for staff",
            "essai.yaml:4: essai.debut: the node has no label: give it a name for staff under \"labels\"",
            "essai.yaml:6: essai.fin: the node has no label: give it a name for staff under \"labels\"",
        ],
        Defects("about: Nothing.", "  {}"));

    [Theory]
    [InlineData("{ fr: Au revoir }", "10: essai.fin: \"en\" is missing")]
    [InlineData("{ fr: Au revoir, en: \"\" }", "10: essai.fin: the label is empty in \"en\"")]
    [InlineData("{ fr: \"?!\", en: Good-bye }", "10: essai.fin: the label is empty in \"fr\"")]
    [InlineData("{ fr: début, en: Good-bye }", "10: essai.fin: \"début\" is the label of \"essai.debut\" already")]
    [InlineData("{ fr: Au revoir, en: Good-bye, es: Adiós }", "10: essai.fin: \"es\" means nothing here")]
    [InlineData("{ fr: Au revoir et à la prochaine fois peut-être, en: Good-bye }", "10: essai.fin: the label has 42 characters in \"fr\"; at most 40")]
    [InlineData("{ fr: Au revoir, en: Good-bye }\n  milieu: { fr: Milieu, en: Middle }", "11: essai.milieu: a label of no node: there is no node \"milieu\"")]
    public void A_label_that_names_nothing_or_does_not_name_it_well(string label, string told) => Assert.Equal(
        [$"essai.yaml:{told}"], Defects("label: { fr: Essai, en: Trial }", "  debut: { fr: Début, en: Beginning }", $"  fin: {label}"));

    [Fact]
    public void A_dialogue_named_like_another() => Assert.Equal(
        ["zz.yaml:2: suite: \"Trial\" is the label of \"essai\" already"],
        Defects(new Dictionary<string, string>(Files("label: { fr: Essai, en: Trial }", "  debut: { fr: Début, en: Beginning }", "  fin: { fr: Au revoir, en: Good-bye }"))
        {
            ["zz.yaml"] = "dialogue: suite\nlabel: { fr: La suite, en: Trial }\nnodes:\n  debut:\n    - end:\nlabels:\n  debut: { fr: Début, en: Beginning }\n",
        }));

    private static Dialogue.Definition.Dialogue Parse(string label, params string[] labels) => DialogueParser.Parse(Files(label, labels)).Script!.Dialogues["essai"];

    private static string[] Defects(string label, params string[] labels) => Defects(Files(label, labels));

    /// <summary>What is told of the trial; the rest of the small line has no labels.</summary>
    private static string[] Defects(Dictionary<string, string> files)
    {
        var (script, issues) = DialogueParser.Parse(files);
        return [.. issues.Concat(LabelChecker.Check(script!)).Where(issue => issue.File is SmallLine.Trial or "zz.yaml").Select(issue => issue.ToString())];
    }

    private static Dictionary<string, string> Files(string label, params string[] labels) =>
        SmallLine.Files($"dialogue: essai\n{label}\nnodes:\n  debut:\n    - go: fin\n  fin:\n    - end:\nlabels:\n{string.Join('\n', labels)}\n");
}
