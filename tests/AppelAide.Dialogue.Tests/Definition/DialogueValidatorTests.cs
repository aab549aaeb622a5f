namespace AppelAide.Dialogue.Tests.Definition;

/// <summary>What the checker refuses in a dialogue: each defect with its file and its line, and nothing besides.</summary>
public class DialogueValidatorTests
{
    [Fact]
    public void A_small_line_has_no_defect() => Assert.Empty(SmallLine.Defects(SmallLine.Files()));

    [Fact]
    public void A_step_to_an_unknown_node() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - go: nulle-part
        """,
        "essai.yaml:4: essai.debut: there is no node or dialogue \"nulle-part\"");

    [Fact]
    public void A_choice_that_leads_to_an_unknown_node() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - choose:
                - { key: 1, hears: "yes", go: nulle-part }
        """,
        "essai.yaml:5: essai.debut: there is no node or dialogue \"nulle-part\"");

    [Fact]
    public void A_prompt_that_is_written_nowhere() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - say: essai.rien
            - end:
        """,
        "essai.yaml:4: essai.debut: there is no prompt \"essai.rien\"");

    [Fact]
    public void A_choice_whose_prompt_is_written_nowhere() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - choose:
                - { key: 1, hears: "yes", go: fin }
                - { key: 2, say: essai.rien, hears: "no", go: fin }
          fin:
            - end:
        """,
        "essai.yaml:6: essai.debut: there is no prompt \"essai.rien\"");

    [Fact]
    public void A_look_up_that_nobody_answers() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - lookup: things.previous
              as: thing
            - end:
        """,
        "essai.yaml:4: essai.debut: there is no look-up or command \"things.previous\"; there are line.hours, places.find, thing.keep, things.next");

    [Fact]
    public void A_command_asked_as_a_look_up_and_the_reverse() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - lookup: thing.keep
              as: kept
            - do: things.next
            - end:
        """,
        "essai.yaml:4: essai.debut: \"thing.keep\" is a command: write \"do\"",
        "essai.yaml:6: essai.debut: \"things.next\" is a look-up: write \"lookup\"");

    [Fact]
    public void An_argument_that_the_look_up_does_not_take() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - lookup: things.next
              with: { skip: "0", place: Gaspé }
              as: thing
            - end:
        """,
        "essai.yaml:4: essai.debut: \"things.next\" takes no \"place\"");

    [Fact]
    public void A_field_that_the_look_up_does_not_give() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - lookup: things.next
              as: thing
            - say: essai.chose
            - end:
        prompts:
          essai.chose: { fr: "{thing.title} {thing.price}", en: "{thing.title}" }
        """,
        "essai.yaml:9: essai.chose: nothing ever sets \"thing.price\"");

    [Fact]
    public void A_variable_that_nothing_sets() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - set: { copie: "{inconnue}" }
            - { if: jamais, go: fin }
            - go: fin
          fin:
            - end:
        """,
        "essai.yaml:4: essai.debut: nothing ever sets \"inconnue\"",
        "essai.yaml:5: essai.debut: nothing ever sets \"jamais\"");

    [Fact]
    public void A_value_that_is_copied_along_is_known_wherever_its_copies_are_written() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - set: { c: "{b}" }
            - set: { b: "{a}" }
            - say: essai.copie
            - lookup: things.next
              as: a
            - end:
        prompts:
          essai.copie: { fr: "{c.title}", en: "{c.title}" }
        """);

    [Fact]
    public void A_choice_that_hears_an_unknown_keyword() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - choose:
                - { key: 1, hears: peut-etre, go: fin }
          fin:
            - end:
        """,
        "essai.yaml:5: essai.debut: there is no keyword \"peut-etre\"");

    [Fact]
    public void A_choice_without_words() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - choose:
                - { key: 1, go: fin }
          fin:
            - end:
        """,
        "essai.yaml:5: essai.debut: the choice has no words (\"hears\"): it could not be spoken or texted");

    [Fact]
    public void A_node_that_nothing_leads_to() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - end:
          oublie:
            - end:
        """,
        "essai.yaml:5: essai.oublie: nothing leads here");

    [Fact]
    public void A_call_leads_to_the_dialogue_and_not_to_a_node_of_the_same_name() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - call: horaire
            - end:
          horaire:
            - end:
        """,
        "essai.yaml:6: essai.horaire: nothing leads here");

    [Fact]
    public void A_call_to_a_node_of_the_same_dialogue_without_its_name() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - call: suite
            - end:
          suite:
            - return:
        """,
        "essai.yaml:4: essai.debut: \"call\" needs a dialogue, \"suite\" is none",
        "essai.yaml:6: essai.suite: nothing leads here");

    [Fact]
    public void A_step_after_one_that_leads_on() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - go: fin
            - say: line.slower
          fin:
            - end:
        """,
        "essai.yaml:4: essai.debut: nothing after this step can ever be done",
        "essai.yaml:5: essai.debut: the node leads nowhere: end it with a wait, \"go\", \"return\" or \"end\"");

    [Fact]
    public void A_node_that_leads_nowhere() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - { if: caller.known, end: }
        """,
        "essai.yaml:4: essai.debut: the node leads nowhere: end it with a wait, \"go\", \"return\" or \"end\"");

    [Fact]
    public void A_node_without_steps() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
        """,
        "essai.yaml:3: essai.debut: the node does nothing");

    [Fact]
    public void A_wait_under_a_guard() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - if: caller.known
              place: fin
          fin:
            - end:
        """,
        "essai.yaml:4: essai.debut: a wait takes no \"if\": lead to another node instead");

    [Theory]
    [InlineData("language: de", "\"de\" is no language: fr, en or other")]
    [InlineData("speed: fast", "\"fast\" is no speed: slow or normal")]
    [InlineData("need: love", "there is no need \"love\"")]
    [InlineData("outcome: happy", "\"happy\" is no outcome; there are answered, callback, cancelled, emergency, optedout, referred, registered, subscribed, transferred, voicemail, waiting")]
    [InlineData("intent: joy", "\"joy\" is no intent")]
    public void A_word_that_the_engine_does_not_know(string step, string defect) => Refused(
        $"""
        dialogue: essai
        nodes:
          debut:
            - {step}
            - end:
        """,
        $"essai.yaml:4: essai.debut: {defect}");

    [Fact]
    public void A_recording_for_an_unknown_purpose() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - record: fun
              as: message
              go: fin
          fin:
            - end:
        """,
        "essai.yaml:4: essai.debut: \"fun\" is no purpose of a recording: answer or voicemail");

    [Fact]
    public void A_text_message_of_a_prompt_that_has_no_words_for_one() => Refused(
        """
        dialogue: essai
        nodes:
          debut:
            - text: essai.details
            - end:
        prompts:
          essai.details: { fr: { voice: Dit., sms: Écrit. }, en: { voice: Said., sms: "" } }
        """,
        "essai.yaml:4: essai.debut: \"essai.details\" has no words to send in \"en\"");

    private static void Refused(string trial, params string[] defects) => Assert.Equal(defects, SmallLine.Defects(SmallLine.Files(trial)));
}
