using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;

namespace AppelAide.Dialogue.Tests.Engine;

/// <summary>The keys of the whole line, at every wait: <c>0</c> a person, <c>*</c> again, <c>#</c> back, <c>9</c> the other language.</summary>
public class LineKeysTests
{
    private const string Trial = """
        dialogue: essai
        nodes:
          debut:
            - set: { tour: "1" }
            - go: un
          un:
            - say: essai.un
            - choose:
                - { key: 1, say: essai.suite, hears: "yes", go: deux }
                - { key: 2, say: essai.appel, hears: "no", go: appeler }
          deux:
            - set: { tour: "+1" }
            - say: essai.deux
            - choose:
                - { key: 1, say: essai.suite, hears: "yes", go: deux }
          appeler:
            - call: autre
            - say: essai.revenu
            - go: un
        prompts:
          essai.un: { fr: "Un, tour {tour}.", en: "One, round {tour}." }
          essai.deux: { fr: "Deux, tour {tour}.", en: "Two, round {tour}." }
          essai.suite: { fr: "Suite: {key}.", en: "Next: {key}." }
          essai.appel: { fr: "Appel: {key}.", en: "Call: {key}." }
          essai.revenu: { fr: Revenu., en: Back. }
        ---
        dialogue: autre
        nodes:
          debut:
            - say: autre.question
            - choose:
                - { key: 1, say: autre.suite, hears: "yes", go: deuxieme }
          deuxieme:
            - say: autre.deuxieme
            - choose:
                - { key: 1, say: autre.suite, hears: "yes", go: rendre }
          rendre:
            - return:
        prompts:
          autre.question: { fr: "Autre?", en: "Other?" }
          autre.deuxieme: { fr: "Vraiment?", en: "Really?" }
          autre.suite: { fr: "Rendre: {key}.", en: "Give back: {key}." }
        """;

    private readonly TestLine line = new(Trial);

    [Fact]
    public void Star_says_the_question_again_and_a_second_time_more_slowly()
    {
        line.CallTrial().Press("*").Hear("Un, tour 1. Suite: 1. Appel: 2.");
        Assert.False(line.Turn.Slow);
        line.Speak("répéter").Hear("Plus lentement. Un, tour 1. Suite: 1. Appel: 2.");
        Assert.True(line.Turn.Slow);
        Assert.Equal(15, Assert.IsType<GatherExpectation>(line.Turn.Expectation).TimeoutSeconds);
        line.Press("*").Hear("Un, tour 1. Suite: 1. Appel: 2.");
    }

    [Fact]
    public void Repeats_of_another_question_are_not_counted()
    {
        line.CallTrial().Press("*").Press("0").Press("*");
        Assert.False(line.Turn.Slow);
        line.CallTrial().Press("*").Press("7").Press("*");
        Assert.False(line.Turn.Slow);
    }

    [Fact]
    public void Pound_goes_back_a_question_with_its_values_as_they_were()
    {
        line.CallTrial().Press("1").Press("1").Hear("Deux, tour 3. Suite: 1.");
        line.Press("#").Hear("Deux, tour 2. Suite: 1.");
        line.Press("#").Hear("Un, tour 1. Suite: 1. Appel: 2.");
        line.Press("#").Hear("Essai: 1. Aide: 2.");
    }

    [Fact]
    public void Pound_never_goes_below_the_first_question()
    {
        line.Call().Press("#").Hear("Essai: 1. Aide: 2.").Press("#").Hear("Essai: 1. Aide: 2.").At("accueil.menu");
        line.Press("1").Press("#").Press("#").At("accueil.menu");
    }

    [Fact]
    public void Pound_remembers_four_questions()
    {
        line.CallTrial().Press("1").Press("1").Press("1").Press("1").Hear("Deux, tour 5. Suite: 1.");
        line.Press("#").Press("#").Press("#").Hear("Deux, tour 2. Suite: 1.").Press("#").Hear("Un, tour 1. Suite: 1. Appel: 2.");
        line.Press("#").Hear("Un, tour 1. Suite: 1. Appel: 2.");
    }

    [Fact]
    public void Pound_goes_back_into_a_called_dialogue_and_it_still_returns()
    {
        line.CallTrial().Press("2").Hear("Autre? Rendre: 1.").Press("1").Hear("Vraiment? Rendre: 1.");
        line.Press("1").Hear("Revenu. Un, tour 1. Suite: 1. Appel: 2.");
        line.Press("#").Hear("Vraiment? Rendre: 1.").Press("#").Hear("Autre? Rendre: 1.");
        line.Press("1").Press("1").Hear("Revenu. Un, tour 1. Suite: 1. Appel: 2.");
    }

    [Fact]
    public void Pound_after_another_language_goes_back_in_that_language()
    {
        line.CallTrial().Press("1").Press("9").Hear("In English. Two, round 2. Next: 1.");
        line.Press("#").Hear("One, round 1. Next: 1. Call: 2.");
    }

    [Fact]
    public void Pound_in_an_interruption_goes_back_to_the_question_it_interrupted()
    {
        line.CallTrial().Press("1").Press("0").At("personne.choix").Press("#").Hear("Deux, tour 2. Suite: 1.");
        line.Press("#").Hear("Un, tour 1. Suite: 1. Appel: 2.");
    }

    [Fact]
    public void Pound_after_an_interruption_goes_back_to_the_question_before()
    {
        line.CallTrial().Press("1").Speak("horaire").Hear("Jour et nuit. Deux, tour 2. Suite: 1.");
        line.Press("0").Press("2").Hear("Deux, tour 2. Suite: 1.");
        line.Press("#").Hear("Un, tour 1. Suite: 1. Appel: 2.");
    }

    [Fact]
    public void Zero_is_a_person_who_sends_back_to_the_question()
    {
        line.CallTrial().Press("0").Hear("Message: 1. Continuer: 2.").At("personne.choix");
        Assert.Equal(new Understood("person", null, null, 1), line.Understood);
        line.Press("2").Hear("Un, tour 1. Suite: 1. Appel: 2.").At("essai.un");
    }

    [Fact]
    public void Zero_in_a_called_dialogue_comes_back_to_it_and_it_to_its_caller()
    {
        line.CallTrial().Press("2").Press("0").Press("2").Hear("Autre? Rendre: 1.");
        line.Press("1").Press("1").Hear("Revenu. Un, tour 1. Suite: 1. Appel: 2.");
        Assert.Empty(line.Session.Stack);
    }

    [Fact]
    public void Zero_while_waiting_for_the_person_begins_anew_and_still_comes_back_to_the_question()
    {
        line.CallTrial().Press("1").Press("0").Press("0").At("personne.choix").Press("0");
        Assert.Single(line.Session.Stack);
        line.Press("2").Hear("Deux, tour 2. Suite: 1.");
    }

    [Fact]
    public void Zero_behind_an_interruption_of_the_person_forgets_the_interruption()
    {
        line.CallTrial().Press("0").Speak("urgence").At("urgence.debut").Press("0").At("personne.choix");
        line.Press("2").At("essai.un");
    }

    [Fact]
    public void Nine_puts_the_question_again_in_the_other_language_and_leaves_no_word_of_the_first()
    {
        line.CallTrial().Press("9").Hear("In English. One, round 1. Next: 1. Call: 2.");
        Assert.All(line.Turn.Said, utterance => Assert.Equal("en", utterance.Language));
        Assert.Equal("en", line.Turn.Language);
        line.Press("9").Hear("En français. Un, tour 1. Suite: 1. Appel: 2.");
        Assert.All(line.Turn.Said, utterance => Assert.Equal("fr", utterance.Language));
    }

    [Theory]
    [InlineData("0", "personne", "person")]
    [InlineData("9", "autre langue", "language")]
    public void Words_do_what_the_keys_do(string key, string words, string intent)
    {
        line.CallTrial().Press(key);
        var pressed = line.Said;
        line.CallTrial().Speak($"euh, {words} s'il vous plaît").Hear(pressed);
        Assert.Equal(intent, line.Understood?.Intent);
    }

    [Theory]
    [InlineData("0", "On vous rappelle.")]
    [InlineData("*", "Un, tour 1. Suite: 1. Appel: 2.")]
    [InlineData("9", "In English. One, round 1. Next: 1. Call: 2.")]
    [InlineData(" # ", "Un, tour 1. Suite: 1. Appel: 2.")]
    public void The_keys_of_the_line_can_be_texted(string text, string said) => line.Text("essai").Text(text).Hear(said);
}
