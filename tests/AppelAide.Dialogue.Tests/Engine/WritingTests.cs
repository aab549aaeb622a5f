using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;

namespace AppelAide.Dialogue.Tests.Engine;

/// <summary>Messages that no conversation asks for: each is written by a node of the dialogue that "writes" names.</summary>
public class WritingTests
{
    private const string Reminder = """
        dialogue: ecrits
        nodes:
          rappel:
            - lookup: things.next
              as: thing
            - { if: not thing.found, go: rien }
            - { if: urgent, go: presse }
            - text: ecrits.rappel
            - end:
          presse:
            - set: { ton: Vite }
            - text: ecrits.presse
            - end:
          rien:
            - end:
        prompts:
          ecrits.rappel:
            fr: { voice: "C'est demain: {thing.title}. [0.4] Pour confirmer, faites le 1.", sms: "Demain: {thing.title}. 1=oui" }
            en: { voice: "It is tomorrow: {thing.title}. [0.4] To confirm, press 1.", sms: "Tomorrow: {thing.title}. 1=yes" }
          ecrits.presse: { fr: "{ton}: {thing.title}", en: "{ton}: {thing.title}" }
        """;

    private static readonly ImmutableDictionary<string, string> Thing =
        ImmutableDictionary<string, string>.Empty.Add("found", "yes").Add("title.fr", "La fenêtre").Add("title.en", "The window");

    [Theory]
    [InlineData("fr", "Ligne: Demain: La fenetre. 1=oui. ARRET", "C'est demain: La fenêtre. Pour confirmer, faites le 1.")]
    [InlineData("en", "Line: Tomorrow: The window. 1=yes. STOP", "It is tomorrow: The window. To confirm, press 1.")]
    public void A_node_writes_one_message_within_the_line_s_words(string language, string text, string spoken)
    {
        var run = Write("rappel", language);
        Assert.Equal(new Question(QuestionKind.Lookup, "things.next", ImmutableDictionary<string, string>.Empty).Name, run.Question?.Name);
        Assert.Null(run.Turn);
        run.Answer(Thing);
        Assert.Null(run.Question);
        Assert.Equal(new TextRequested(language, text, spoken), Assert.Single(run.Turn!.Events.OfType<TextRequested>()));
        Assert.IsType<EndExpectation>(run.Turn.Expectation);
        Assert.Empty(run.Turn.Said);
        Assert.True(run.Session!.Ended);
    }

    [Fact]
    public void What_is_known_leads_to_other_nodes_of_the_dialogue()
    {
        var run = Write("rappel", "fr", ("urgent", "yes"));
        run.Answer(Thing);
        Assert.Equal(new TextRequested("fr", "Ligne: Vite: La fenetre. ARRET", "Vite: La fenêtre"), Assert.Single(run.Turn!.Events.OfType<TextRequested>()));
    }

    [Fact]
    public void A_node_that_finds_nothing_to_say_writes_nothing()
    {
        var run = Write("rappel", "fr");
        run.Answer(ImmutableDictionary<string, string>.Empty);
        Assert.Equal<DialogueEvent>([new NodeEntered("ecrits.rappel"), new NodeEntered("ecrits.rien")], run.Turn!.Events);
    }

    [Fact]
    public void A_look_up_that_fails_writes_nothing_and_says_why_and_nobody_is_led_to_a_person()
    {
        var run = Write("rappel", "fr");
        run.Fail("things.next failed");
        Assert.Equal<DialogueEvent>([new NodeEntered("ecrits.rappel"), new DefectMet("ecrits.rappel", "things.next failed")], run.Turn!.Events);
        Assert.IsType<EndExpectation>(run.Turn.Expectation);
        Assert.Empty(run.Turn.Said);
    }

    [Fact]
    public void A_node_that_is_not_there_is_a_defect_and_no_message()
    {
        var run = Write("rapel", "fr");
        Assert.Equal("ecrits.rapel is nowhere", Assert.Single(run.Turn!.Events.OfType<DefectMet>()).Reason);
        Assert.Single(run.Turn.Events);
    }

    [Theory]
    [InlineData("- do: thing.keep", "a message does nothing")]
    [InlineData("- return:", "a message leads to no conversation")]
    [InlineData("- number: n\n      go: rien", "a message waits for nobody")]
    [InlineData("- set: { a: b }", "a message leads to no conversation")]
    public void What_the_checker_refuses_writes_no_half_of_a_message(string step, string reason)
    {
        var run = Write("rappel", "fr", Reminder.Replace("- { if: urgent, go: presse }", "- text: ecrits.presse\n    " + step, StringComparison.Ordinal).Replace("    - text: ecrits.rappel\n    - end:\n", "", StringComparison.Ordinal));
        run.Answer(Thing);
        Assert.Equal<DialogueEvent>([new NodeEntered("ecrits.rappel"), new DefectMet("ecrits.rappel", reason)], run.Turn!.Events);
    }

    [Fact]
    public void The_checker_takes_every_node_for_one_that_the_host_enters() => Assert.Empty(SmallLine.Defects(Files(Reminder.Replace("- { if: urgent, go: presse }", "", StringComparison.Ordinal))));

    [Fact]
    public void Without_writes_nothing_leads_to_the_dialogue()
    {
        var files = Files(Reminder);
        files["line.yaml"] = files["line.yaml"].Replace("  writes: ecrits\n", "", StringComparison.Ordinal);
        Assert.Contains("ecrits.yaml:3: ecrits.rappel: nothing leads here", SmallLine.Defects(files));
    }

    [Fact]
    public void The_checker_refuses_a_dialogue_that_is_not_there()
    {
        var files = Files(Reminder);
        files.Remove("ecrits.yaml");
        Assert.Equal(["line.yaml:2: line: \"writes\": there is no dialogue \"ecrits\""], SmallLine.Defects(files));
    }

    [Theory]
    [InlineData("- number: n\n      go: rien", "nobody is there to answer when a message is written")]
    [InlineData("- do: thing.keep\n    - end:", "nothing is done when a message is written")]
    [InlineData("- go: aide", "\"aide\" is another dialogue")]
    [InlineData("- call: aide\n    - end:", "")]
    [InlineData("- return:", "")]
    [InlineData("- language: other\n    - end:", "")]
    public void The_checker_refuses_what_needs_a_citizen(string steps, string why)
    {
        var defect = Assert.Single(SmallLine.Defects(Files($"""
            dialogue: ecrits
            nodes:
              rien:
                - end:
              rappel:
                {steps}
            """)));
        Assert.Equal($"ecrits.yaml:6: ecrits.rappel: {why}{(why.Length > 0 ? ": " : "")}a message is written with say, set, go, lookup, text and end alone", defect);
    }

    private static DialogueRun Write(string node, string language, params (string Name, string Value)[] known) => Write(node, language, Reminder, known);

    private static DialogueRun Write(string node, string language, string dialogue, params (string Name, string Value)[] known) => DialogueEngine.Write(
        DialogueParser.Parse(Files(dialogue)).Script!,
        node,
        language,
        known.ToImmutableDictionary(one => one.Name, one => one.Value),
        new EngineContext(new DateTime(2026, 11, 24, 10, 0, 0), EngineContext.AmbientExamples, ImmutableDictionary<string, ImmutableArray<string>>.Empty));

    private static Dictionary<string, string> Files(string dialogue)
    {
        var files = SmallLine.Files("line.yaml", "  needs: aide\n", "  needs: aide\n  writes: ecrits\n");
        files["ecrits.yaml"] = dialogue;
        return files;
    }
}
