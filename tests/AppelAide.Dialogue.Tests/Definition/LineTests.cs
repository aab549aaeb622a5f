namespace AppelAide.Dialogue.Tests.Definition;

/// <summary>What the checker refuses in what holds for the whole line: its beginnings, its keys, its keywords, its own prompts.</summary>
public class LineTests
{
    [Fact]
    public void A_text_conversation_that_does_not_begin_with_a_bare_wait() => Assert.Equal(
        ["autres.yaml:117: texto.racine: the first node of \"start-sms\" is a bare \"choose\": the text that opens a conversation is heard there"],
        SmallLine.Defects(SmallLine.Files("autres.yaml", "  racine:\n", "  racine:\n    - say: texto.inconnu\n")));

    [Theory]
    [InlineData("0", "person")]
    [InlineData("*", "repeat")]
    [InlineData("#", "back")]
    [InlineData("9", "language")]
    public void A_line_key_that_no_keyword_has(string key, string keyword) => Assert.Equal(
        [$"line.yaml:2: line: no keyword has the key {key}"],
        SmallLine.Defects(SmallLine.Files("keywords.yaml", $"{keyword}: {{ key: \"{key}\", ", $"{keyword}: {{ ")));

    [Fact]
    public void A_keyword_with_a_key_of_menus_and_two_with_the_same_key() => Assert.Equal(
        ["keywords.yaml:7: hours: a keyword's key is 0, *, # or 9", "keywords.yaml:8: essai: the key 0 is that of \"person\" already"],
        SmallLine.Defects(Both(
            ("hours: { intent", "hours: { key: \"5\", intent"), ("essai: { intent", "essai: { key: \"0\", intent"))));

    [Fact]
    public void A_keyword_that_leads_nowhere() => Assert.Equal(
        ["keywords.yaml:7: hours: there is no dialogue \"nulle-part\""],
        SmallLine.Defects(SmallLine.Files("keywords.yaml", "call: horaire", "call: nulle-part")).Where(defect => defect.StartsWith("keywords", StringComparison.Ordinal)));

    [Fact]
    public void A_keyword_with_an_unknown_intent() => Assert.Equal(
        ["keywords.yaml:7: hours: \"joy\" is no intent"],
        SmallLine.Defects(SmallLine.Files("keywords.yaml", "intent: hours", "intent: joy")));

    [Fact]
    public void A_line_that_calls_with_a_dialogue_that_does_not_exist() => Assert.Contains(
        "line.yaml:2: line: \"start-call\": there is no dialogue \"nulle-part\"",
        SmallLine.Defects(SmallLine.Files("line.yaml", "start-call: message", "start-call: nulle-part")));

    [Fact]
    public void A_line_that_does_not_say_how_it_calls() => Assert.Contains(
        "line.yaml:2: line: \"start-call\" is missing", SmallLine.Defects(SmallLine.Files("line.yaml", "  start-call: message\n", "")));

    [Fact]
    public void A_line_that_leads_needs_nowhere() => Assert.Equal(
        ["line.yaml:2: line: \"needs\": there is no dialogue \"nulle-part\""],
        SmallLine.Defects(SmallLine.Files("line.yaml", "needs: aide", "needs: nulle-part")));

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Too_few_or_too_many_tries(int tries) => Assert.Equal(
        ["line.yaml:2: line: \"tries\" is 1 to 3 (COGA: at most 3, then a person)"],
        SmallLine.Defects(SmallLine.Files("line.yaml", "tries: 3", $"tries: {tries}")));

    [Fact]
    public void A_prompt_of_the_line_that_is_missing() => Assert.Equal(
        ["line.yaml:2: line: there is no prompt \"line.slower\"", "line.yaml:15: line.slowly: nothing ever says this prompt"],
        SmallLine.Defects(SmallLine.Files("line.yaml", "line.slower", "line.slowly")));

    [Fact]
    public void A_dialogue_that_resumes_with_a_prompt_that_is_missing() => Assert.Equal(
        ["essai.yaml:1: essai: there is no prompt \"essai.reprise\""],
        SmallLine.Defects(SmallLine.Files("dialogue: essai\nresume: essai.reprise\nnodes:\n  debut:\n    - end:\n")));

    private static Dictionary<string, string> Both(params (string Written, string Otherwise)[] changes)
    {
        var files = SmallLine.Files();
        foreach (var (written, otherwise) in changes) files["keywords.yaml"] = files["keywords.yaml"].Replace(written, otherwise, StringComparison.Ordinal);
        return files;
    }
}
