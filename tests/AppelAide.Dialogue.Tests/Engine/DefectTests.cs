using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;

namespace AppelAide.Dialogue.Tests.Engine;

/// <summary>Scripts that fail in the middle of a call, sessions that no longer fit, and what keeps a conversation bounded.</summary>
public class DefectTests
{
    private const string Sorry = "Excusez la ligne, une personne vient. Message: 1. Continuer: 2.";

    [Fact]
    public void A_question_the_world_cannot_answer_is_an_apology_and_a_person()
    {
        var line = new TestLine(SmallLine.Files(Asking)).Fails("things.next").Call().StaySilent().StaySilent().Press("1").Hear(Sorry).At("personne.choix");
        Assert.Equal(new DefectMet("essai.debut", "things.next failed"), Assert.Single(line.Defects));
        Assert.Equal((0, 0), (line.Session.Misses, line.Session.Stack.Length));
        line.Press("2").Hear("Bonjour. Essai: 1. Aide: 2.");
    }

    [Fact]
    public void The_apology_is_in_the_caller_s_language() =>
        new TestLine(SmallLine.Files(Asking)).Fails("things.next").CallTrial("en").Hear("Sorry, a person is coming. Message: 1. Go on: 2.");

    [Fact]
    public void The_apology_by_text_leads_to_a_person_too() =>
        new TestLine(SmallLine.Files(Asking)).Fails("things.next").Text("essai").Hear("Excusez la ligne, une personne vient. On vous rappelle.").At("texto.racine");

    [Fact]
    public void What_was_half_said_before_the_defect_is_not_said() => new TestLine(SmallLine.Files(
        """
        dialogue: essai
        nodes:
          debut:
            - say: [line.slower, essai.rien, line.silence]
            - end:
        """)).CallTrial().Hear(Sorry);

    [Theory]
    [InlineData("- choose: [{ key: 1, say: essai.rien, hears: \"yes\", go: debut }, { key: 2, say: line.slower, hears: \"no\", go: debut }]")]
    [InlineData("- go: nulle-part")]
    [InlineData("- call: nulle-part")]
    [InlineData("- need: love")]
    [InlineData("- text: essai.rien")]
    [InlineData("- language: de\n    - say: line.slower")]
    [InlineData("- go: debut")]
    [InlineData("- call: debut\n    - go: debut")]
    [InlineData("- return:\n  suite:\n    - end:", "Bonjour. Essai: 1. Aide: 2.")]
    public void Whatever_the_defect_the_citizen_is_led_to_a_person(string steps, string said = Sorry)
    {
        var line = new TestLine(SmallLine.Files($"dialogue: essai\nnodes:\n  debut:\n    {steps}\n")).CallTrial();
        line.Hear(said);
        Assert.Equal(said == Sorry ? 1 : 0, line.Defects.Count());
    }

    [Fact]
    public void A_defect_while_a_question_is_put_again_leaves_the_call_at_a_wait()
    {
        foreach (var missing in LinePrompts.All)
        {
            var files = SmallLine.Files();
            files["line.yaml"] = files["line.yaml"].Replace(missing + ":", missing + "-disparu:", StringComparison.Ordinal);
            foreach (var keys in new[] { "7", "**", "  ", "   ", "7 7" })
            {
                var line = new TestLine(files).Call();
                foreach (var key in keys)
                {
                    if (key == ' ') line.StaySilent();
                    else line.Press(key.ToString());
                    Assert.NotNull(line.Script.Find(line.Session.At.NodeId, "")!.Value.Node.Wait);
                }
            }
        }
    }

    [Fact]
    public void A_second_defect_leaves_the_call_to_the_telephone()
    {
        var line = new TestLine(SmallLine.Files(Asking)).Fails("things.next").Fails("line.hours").CallTrial().Hear("Excusez la ligne, une personne vient.");
        Assert.Equal(new DialExpectation("+14185550199", 25), line.Turn.Expectation);
        Assert.Equal((2, true), (line.Defects.Count(), line.Session.Ended));
    }

    [Fact]
    public void A_second_defect_takes_a_message_where_there_is_nowhere_to_ring_and_ends_a_text()
    {
        var line = new TestLine(SmallLine.Files(Asking)).Fails("things.next").Fails("line.hours").WithoutTransfer().CallTrial().Hear("Excusez la ligne, une personne vient.");
        Assert.Equal(new RecordExpectation(120, "voicemail"), line.Turn.Expectation);
        line = new TestLine(SmallLine.Files(Asking)).Fails("things.next").Fails("line.hours").Text("essai").Hear("Excusez la ligne, une personne vient.");
        Assert.IsType<EndExpectation>(line.Turn.Expectation);
    }

    [Theory]
    [InlineData("disparu", "debut")]
    [InlineData("accueil", "disparu")]
    [InlineData("essai", "debut")]
    public void A_session_at_a_wait_that_the_scripts_do_not_have(string dialogue, string node)
    {
        var line = new TestLine(SmallLine.EmptyTrial).Call("en").Stands(session => session with { ScriptVersion = "old", At = new Position(dialogue, node, 1) });
        line.Press("1").Hear("Sorry, a person is coming. Message: 1. Go on: 2.");
        Assert.Equal($"{dialogue}.{node}", Assert.Single(line.Defects).Node);
        Assert.Equal(line.Script.Version, line.Session.ScriptVersion);
        line.Press("2").Hear("Hello. Trial: 1. Help: 2.");
    }

    [Fact]
    public void Ways_back_that_the_scripts_do_not_have_are_passed_over()
    {
        var gone = new Position("disparu", "debut", -1);
        var noWait = new Position("essai", "debut", -1);
        var menu = new Position("accueil", "menu", -1);
        Checkpoint To(Position at) => new(at, [], ImmutableDictionary<string, string>.Empty);
        var line = new TestLine(SmallLine.EmptyTrial).Call();
        line.Stands(session => session with { At = new Position("aide", "debut", 1), History = [To(menu), To(gone), To(noWait)] });
        line.Press("#").Hear("Essai: 1. Aide: 2.");
        line.Stands(session => session with { At = new Position("aide", "debut", 1), History = [To(gone), To(noWait)] });
        line.Press("#").Hear("Besoin:. Encore: 1.");
    }

    [Fact]
    public void Callers_that_the_scripts_do_not_have_are_passed_over()
    {
        var line = new TestLine(SmallLine.EmptyTrial).Call().Press("0").At("personne.choix");
        var stack = line.Session.Stack;
        line.Stands(session => session with { Stack = [.. stack, new Position("essai", "debut", -1), new Position("disparu", "debut", 3)] });
        line.Press("2").Hear("Essai: 1. Aide: 2.");
    }

    [Fact]
    public void A_caller_whose_node_has_become_shorter_goes_on_returning()
    {
        var line = new TestLine(SmallLine.EmptyTrial).Call().Press("0");
        var stack = line.Session.Stack;
        line.Stands(session => session with { Stack = [.. stack, new Position("essai", "debut", 9)] });
        line.Press("2").Hear("Essai: 1. Aide: 2.");
    }

    [Fact]
    public void Something_resumable_that_the_scripts_no_longer_have_begins_the_line_again()
    {
        var nowhere = new Checkpoint(new Position("disparu", "debut", 0), [], ImmutableDictionary<string, string>.Empty);
        var line = new TestLine(SmallLine.EmptyTrial).Call().Stands(session => session with { At = new Position("accueil", "coupe", 1), Resumable = nowhere });
        line.Press("1").Hear("Bonjour. Essai: 1. Aide: 2.");
    }

    [Fact]
    public void Not_understood_where_nothing_was_asked_before_begins_the_line_again() => new TestLine(SmallLine.Files(
        """
        dialogue: essai
        nodes:
          debut:
            - not-understood:
        """)).Call().Stands(session => session with { History = [] }).Press("1").Hear("Pas compris. Essai: 1. Aide: 2.");

    [Fact]
    public void Dialogues_that_call_each_other_too_deeply_forget_the_first()
    {
        const int Deep = 12;
        var trial = "dialogue: essai\nnodes:\n  debut:\n    - call: d1\n    - end:\n" + string.Concat(Enumerable.Range(1, Deep).Select(n =>
            $"---\ndialogue: d{n}\nnodes:\n  debut:\n    - choose: [{{ key: 1, say: line.slower, hears: \"yes\", go: plus }}, {{ key: 2, say: line.silence, hears: \"no\", go: rendre }}]\n"
            + $"  plus:\n    - call: {(n < Deep ? $"d{n + 1}" : "horaire")}\n    - go: debut\n  rendre:\n    - return:\n"));
        var line = new TestLine(trial).CallTrial();
        for (var n = 1; n < Deep; n++) line.Press("1").At($"d{n + 1}.debut");
        Assert.Equal(EngineLimits.Depth, line.Session.Stack.Length);
        for (var n = Deep - 1; n >= Deep - EngineLimits.Depth; n--) line.Press("2").At($"d{n}.debut");
        line.Press("2").Hear("Bonjour. Essai: 1. Aide: 2.");
    }

    [Fact]
    public void A_conversation_of_200_turns_is_led_to_a_person_whatever_its_wait_says()
    {
        var line = new TestLine(
            """
            dialogue: essai
            nodes:
              debut:
                - choose:
                    - { key: 1, say: line.slower, hears: "yes", go: debut }
                  exhausted: fin
              fin:
                - end:
            """).CallTrial().Stands(session => session with { TurnNumber = 199 });
        line.Press("1").At("essai.debut");
        line.Press("1").Hear("Je vous passe quelqu'un. Message: 1. Continuer: 2.");
        line.Press("2").At("essai.debut").Press("1").At("essai.debut");
        Assert.Equal(203, line.Session.TurnNumber);
    }

    [Fact]
    public void A_transfer_at_the_limit_still_ends_as_it_ended()
    {
        var line = new TestLine(SmallLine.EmptyTrial).Answers("line.hours", ("open", "yes")).Call().Press("0").At("personne.transferer");
        line.Stands(session => session with { TurnNumber = 200 }).DialEnds(answered: true).Hear("Au revoir.");
    }

    private const string Asking = """
        dialogue: essai
        nodes:
          debut:
            - say: line.slower
            - lookup: things.next
              as: thing
            - end:
        """;
}
