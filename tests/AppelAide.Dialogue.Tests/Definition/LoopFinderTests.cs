namespace AppelAide.Dialogue.Tests.Definition;

/// <summary>Ways round without a wait, in a dialogue, through the dialogues it calls, and past those that come back.</summary>
public class LoopFinderTests
{
    [Fact]
    public void A_way_round_without_a_wait() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - go: suite
          suite:
            - go: debut
        """,
        "essai.yaml:3: essai.debut: a loop through here never reaches a wait");

    [Fact]
    public void A_way_round_that_only_a_guard_leaves() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - { if: caller.known, end: }
            - go: debut
        """,
        "essai.yaml:3: essai.debut: a loop through here never reaches a wait");

    [Fact]
    public void A_way_round_through_another_dialogue() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - go: autre
        ---
        dialogue: autre
        nodes:
          debut:
            - go: essai
        """,
        "essai.yaml:8: autre.debut: a loop through here never reaches a wait");

    [Fact]
    public void Dialogues_that_call_each_other_for_ever() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - call: autre
            - end:
        ---
        dialogue: autre
        nodes:
          debut:
            - call: essai
            - return:
        """,
        "essai.yaml:9: autre.debut: a loop through here never reaches a wait");

    [Fact]
    public void A_way_round_past_a_called_dialogue_that_comes_back_without_waiting() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - call: horaire
            - go: debut
        """,
        "essai.yaml:3: essai.debut: a loop through here never reaches a wait");

    [Fact]
    public void A_way_round_past_a_called_dialogue_that_comes_back_waiting_only_sometimes() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - call: autre
            - go: debut
        ---
        dialogue: autre
        nodes:
          debut:
            - { if: caller.known, go: question }
            - return:
          question:
            - place: rendre
          rendre:
            - return:
        """,
        "essai.yaml:3: essai.debut: a loop through here never reaches a wait");

    [Fact]
    public void A_way_round_past_a_called_dialogue_that_always_waits_is_welcome() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - call: autre
            - go: debut
        ---
        dialogue: autre
        nodes:
          debut:
            - { if: caller.known, say: line.slower }
            - place: rendre
          rendre:
            - return:
        """);

    [Fact]
    public void A_way_round_past_a_call_that_a_guard_may_skip() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - { if: caller.known, call: autre }
            - go: debut
        ---
        dialogue: autre
        nodes:
          debut:
            - place: rendre
          rendre:
            - return:
        """,
        "essai.yaml:3: essai.debut: a loop through here never reaches a wait");

    [Fact]
    public void A_way_round_through_a_wait_is_welcome() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - set: { skip: "+1" }
            - go: question
          question:
            - place: debut
        """);

    [Fact]
    public void A_beginning_that_returns_to_nobody() => Assert.Equal(
        ["accueil.yaml:3: accueil.debut: a loop through here never reaches a wait"],
        SmallLine.Defects(SmallLine.Files("accueil.yaml", "    - go: menu\n  menu:", "    - { if: caller.known, go: menu }\n    - return:\n  menu:")));

    private static void Refused(string trial, params string[] defects) => Assert.Equal(defects, SmallLine.Defects(SmallLine.Files(trial)));
}
