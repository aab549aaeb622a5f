using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;

namespace AppelAide.Dialogue.Tests.Engine;

/// <summary>A menu: answered by key, by words, by a number said, by what it offers; or not answered.</summary>
public class MenuTests
{
    private const string Trial = """
        dialogue: essai
        nodes:
          debut:
            - lookup: things.next
              as: thing
            - say: essai.question
            - choose:
                - { key: 1, say: essai.un, hears: "yes", go: oui }
                - { key: 2, say: essai.deux, hears: "{thing.title}", go: tablette }
                - { key: 3, say: essai.trois, hears: "no", if: thing.max = 10, go: non }
              as: choix
          oui:
            - say: essai.oui
            - end:
          tablette:
            - say: essai.tablette
            - end:
          non:
            - say: essai.non
            - end:
        prompts:
          essai.question: { fr: "Alors?", en: "Well?" }
          essai.un: { fr: "Oui: {key}.", en: "Yes: {key}." }
          essai.deux: { fr: "{thing.title}: {key}.", en: "{thing.title}: {key}." }
          essai.trois: { fr: "Non: {key}.", en: "No: {key}." }
          essai.oui: { fr: C'est oui., en: It is yes. }
          essai.tablette: { fr: C'est la tablette., en: It is the tablet. }
          essai.non: { fr: C'est non., en: It is no. }
        """;

    private readonly TestLine line = new(Trial);

    [Fact]
    public void A_call_begins_with_the_welcome_and_the_first_menu()
    {
        line.Call().Hear("Bonjour. Essai: 1. Aide: 2.").At("accueil.menu");
        Assert.Equal((1, "fr"), (line.Turn.Number, line.Turn.Language));
        var gather = Assert.IsType<GatherExpectation>(line.Turn.Expectation);
        Assert.Equal((1, 10, 1.0), (gather.MaxDigits, gather.TimeoutSeconds, gather.SpeechTimeoutSeconds));
        Assert.Equal(["essai", "trial", "de l'aide", "some help"], gather.Hints.AsEnumerable());
        Assert.Null(line.Understood);
    }

    [Theory]
    [InlineData("1", "C'est oui.")]
    [InlineData("2", "C'est la tablette.")]
    [InlineData("3", "C'est non.")]
    public void A_key_takes_its_choice(string key, string said)
    {
        line.CallTrial().Hear("Alors? Oui: 1. La tablette: 2. Non: 3.").Press(key).Hear(said);
        Assert.Equal(new Understood("answer", null, key, 1), line.Understood);
        Assert.Equal(key, line["choix"]);
    }

    [Theory]
    [InlineData("oui", "1")]
    [InlineData("Oui, merci !", "1")]
    [InlineData("YES", "1")]
    [InlineData("un", "1")]
    [InlineData("le deux", "2")]
    [InlineData("two", "2")]
    [InlineData("2", "2")]
    [InlineData("numéro 3", "3")]
    [InlineData("la tablete", "2")]
    [InlineData("the tablet please", "2")]
    public void Words_take_the_choice_that_they_name(string words, string choice)
    {
        line.CallTrial().Speak(words);
        Assert.Equal(choice, line.Understood?.Choice);
        Assert.InRange(line.Understood!.Confidence, 0.5, 0.9);
    }

    [Fact]
    public void A_choice_that_is_not_offered_is_not_taken()
    {
        line.Answers("things.next", ("title.fr", "La tablette"), ("max", "4")).CallTrial().Hear("Alors? Oui: 1. La tablette: 2.");
        line.Press("3").Hear("Pas le 3. Alors? Oui: 1. La tablette: 2.");
        line.Speak("non").Hear("Pas compris. Oui: 1. La tablette: 2. Une personne: 0.");
    }

    [Fact]
    public void A_choice_takes_the_intent_of_the_keyword_it_hears()
    {
        line.Call().Press("1");
        Assert.Equal("training", line.Understood?.Intent);
        line.Call().Speak("un essai");
        Assert.Equal(new Understood("training", null, "1", 0.9), line.Understood);
    }

    [Fact]
    public void The_words_that_take_a_choice_are_kept_for_the_dialogue_it_leads_to_and_a_key_leaves_none()
    {
        line.Call().Speak("un essai à Gaspé");
        Assert.Equal("un essai a gaspe", line["heard.text"]);
        line.Call().Speak("horaire").Press("1");
        Assert.Equal("", line["heard.text"]);
    }

    [Fact]
    public void Silence_is_met_with_growing_help_then_a_person()
    {
        line.CallTrial();
        line.StaySilent().Hear("Rien entendu. Alors? Oui: 1. La tablette: 2. Non: 3.").At("essai.debut");
        Assert.Equal(15, Assert.IsType<GatherExpectation>(line.Turn.Expectation).TimeoutSeconds);
        line.StaySilent().Hear("Rien entendu. Oui: 1. La tablette: 2. Non: 3. Une personne: 0.").At("essai.debut");
        line.StaySilent().Hear("Je vous passe quelqu'un. Message: 1. Continuer: 2.").At("personne.choix");
        Assert.Null(line.Understood);
    }

    [Fact]
    public void Wrong_keys_words_and_silence_are_counted_together()
    {
        line.CallTrial().Press("7").Hear("Pas le 7. Alors? Oui: 1. La tablette: 2. Non: 3.");
        Assert.Equal(new Understood("unknown", null, null, 1), line.Understood);
        line.Speak("bof").Hear("Pas compris. Oui: 1. La tablette: 2. Non: 3. Une personne: 0.");
        Assert.Equal(new Understood("unknown", null, null, 0), line.Understood);
        line.StaySilent().At("personne.choix");
    }

    [Fact]
    public void An_answer_forgives_what_was_missed_before()
    {
        line.Call().StaySilent().StaySilent().Press("1").At("essai.debut").StaySilent().StaySilent().At("essai.debut");
        Assert.Equal(2, line.Session.Misses);
    }

    [Fact]
    public void A_person_who_has_nobody_sends_the_citizen_back_to_the_question_without_its_misses()
    {
        line.CallTrial().StaySilent().StaySilent().StaySilent().At("personne.choix");
        line.Press("2").Hear("Alors? Oui: 1. La tablette: 2. Non: 3.").At("essai.debut");
        Assert.Equal(0, line.Session.Misses);
    }

    [Fact]
    public void Silence_to_the_end_ends_the_call()
    {
        line.CallTrial();
        for (var turns = 0; line.Turn.Expectation is not EndExpectation; turns++)
        {
            Assert.InRange(turns, 0, 9);
            line.StaySilent();
        }

        line.Hear("Au revoir.");
        Assert.True(line.Session.Ended);
    }

    [Fact]
    public void By_text_a_miss_is_met_with_the_choices_and_the_person_however_often()
    {
        line.Text("essai").Hear("Alors? Oui: 1. La tablette: 2. Non: 3.");
        for (var i = 0; i < 5; i++) line.Text("bof").Hear("Pas compris. Oui: 1. La tablette: 2. Non: 3. Une personne: 0.").At("essai.debut");
        line.Text("7").Hear("Pas compris. Oui: 1. La tablette: 2. Non: 3. Une personne: 0.");
        line.Text("3 svp").Hear("C'est non.");
    }

    [Fact]
    public void A_wait_may_have_its_own_tries_and_its_own_way_out()
    {
        var own = new TestLine(
            """
            dialogue: essai
            nodes:
              debut:
                - choose:
                    - { key: 1, say: line.slower, hears: "yes", go: debut }
                  tries: 2
                  exhausted: fin
              fin:
                - say: essai.fin
                - end:
            prompts:
              essai.fin: { fr: Tant pis., en: Too bad. }
            """);
        own.CallTrial().StaySilent().Hear("Rien entendu. Plus lentement.").StaySilent().Hear("Tant pis.");
        Assert.True(own.Session.Ended);
    }

    [Fact]
    public void A_citizen_who_asked_for_slow_speech_before_has_more_time()
    {
        line.Call(slow: true);
        Assert.True(line.Turn.Slow);
        Assert.Equal(15, Assert.IsType<GatherExpectation>(line.Turn.Expectation).TimeoutSeconds);
    }
}
