namespace AppelAide.Dialogue.Tests.Definition;

/// <summary>What the checker refuses in a menu and around a wait.</summary>
public class MenuTests
{
    [Fact]
    public void More_than_four_choices() => Refused(
        """
            - choose:
                - { key: 1, hears: "yes", go: fin }
                - { key: 2, hears: "yes", go: fin }
                - { key: 3, hears: "yes", go: fin }
                - { key: 4, hears: "yes", go: fin }
                - { key: 5, hears: "yes", go: fin }
        """,
        "essai.yaml:4: essai.debut: a menu has at most 4 choices (ISO, COGA)");

    [Fact]
    public void Keys_out_of_order() => Refused(
        """
            - choose:
                - { key: 2, hears: "yes", go: fin }
                - { key: 1, hears: "no", go: fin }
        """,
        "essai.yaml:5: essai.debut: the key is 2; keys rise from 1 without gaps: 1",
        "essai.yaml:6: essai.debut: the key is 1; keys rise from 1 without gaps: 2");

    [Fact]
    public void Keys_with_a_gap() => Refused(
        """
            - choose:
                - { key: 1, hears: "yes", go: fin }
                - { key: 3, hears: "no", go: fin }
        """,
        "essai.yaml:6: essai.debut: the key is 3; keys rise from 1 without gaps: 2");

    [Theory]
    [InlineData("0")]
    [InlineData("*")]
    [InlineData("#")]
    [InlineData("9")]
    public void A_key_of_the_whole_line(string key) => Refused(
        $$"""
            - choose:
                - { key: "{{key}}", hears: "yes", go: fin }
        """,
        $"essai.yaml:5: essai.debut: the key {key} belongs to the whole line");

    [Fact]
    public void Guards_that_could_leave_a_gap_between_keys() => Refused(
        """
            - choose:
                - { key: 1, hears: "yes", go: fin }
                - { key: 2, hears: "no", go: fin, if: caller.known }
                - { key: 3, hears: continue, go: fin, if: place.id }
        """,
        "essai.yaml:7: essai.debut: may be offered when the one before is not, and keys would have a gap: give it that one's guard too, or put it first");

    [Fact]
    public void A_choice_always_offered_after_one_that_is_not() => Refused(
        """
            - choose:
                - { key: 1, hears: "no", go: fin, if: caller.known }
                - { key: 2, hears: "yes", go: fin }
        """,
        "essai.yaml:6: essai.debut: may be offered when the one before is not, and keys would have a gap: give it that one's guard too, or put it first");

    [Fact]
    public void Guards_that_leave_no_gap_are_welcome() => Refused(
        """
            - choose:
                - { key: 1, hears: "yes", go: fin }
                - { key: 2, hears: "no", go: fin, if: caller.known }
                - { key: 3, hears: continue, go: fin, if: place.id and caller.known }
        """);

    [Fact]
    public void A_menu_where_nothing_can_be_answered() => Refused(
        """
            - { if: caller.known, go: fin }
            - choose:
        """,
        "essai.yaml:5: essai.debut: nothing can be answered here: it has no choices and no \"other\"");

    [Fact]
    public void A_question_put_more_often_than_people_bear() => Refused(
        """
            - place: fin
              tries: 4
        """,
        "essai.yaml:4: essai.debut: \"tries\" is 1 to 3 (COGA: at most 3, then a person)");

    [Fact]
    public void Silence_that_leads_back_to_the_same_question() => Refused(
        """
            - place: fin
              exhausted: debut
        """,
        "essai.yaml:4: essai.debut: \"exhausted\" leads back to the same question");

    [Fact]
    public void A_question_of_the_person_without_a_way_out() => Assert.Equal(
        ["autres.yaml:15: personne.choix: silence has no way out here: say where it leads (\"exhausted\"), or it would lead to \"personne\" again"],
        SmallLine.Defects(SmallLine.Files("autres.yaml", "      exhausted: adieu\n  laisser:", "  laisser:")));

    [Fact]
    public void A_line_without_a_way_out() => Assert.Equal(
        [
            "line.yaml:2: line: \"exhausted\" is missing",
            "line.yaml:2: line: \"exhausted\": there is no dialogue \"\"",
        ],
        SmallLine.Defects(SmallLine.Files("line.yaml", "  exhausted: personne\n", "")));

    private static void Refused(string wait, params string[] defects) => Assert.Equal(
        defects,
        SmallLine.Defects(SmallLine.Files($"dialogue: essai\nnodes:\n  debut:\n{wait}\n  fin:\n    - end:\n")));
}
