using AppelAide.Dialogue.Events;

namespace AppelAide.Dialogue.Tests.Engine;

/// <summary>Words understood at every wait: danger, STOP, the rest, a subject, a need; and words that turn out to mean nothing.</summary>
public class WordsAnywhereTests
{
    private const string Trial = """
        dialogue: essai
        nodes:
          debut:
            - choose:
                - { key: 1, say: essai.menu, hears: "yes", go: nombre }
                - { key: 2, say: essai.lieu, hears: continue, go: lieu }
                - { key: 3, say: essai.ouvert, hears: "no", go: ouvert }
              other: autre
          autre:
            - set: { heard.seen: "{heard.text}" }
            - lookup: places.find
              with: { text: "{heard.text}" }
              as: found
            - { if: found.count = 1, go: trouve }
            - not-understood:
          trouve:
            - intent: place
            - say: essai.trouve
            - go: debut
          nombre:
            - number: n
              go: fin
          lieu:
            - place: fin
          ouvert:
            - record: answer
              as: avis
              go: fin
          fin:
            - say: essai.fin
            - end:
        prompts:
          essai.menu: { fr: "Nombre: {key}.", en: "Number: {key}." }
          essai.lieu: { fr: "Lieu: {key}.", en: "Place: {key}." }
          essai.ouvert: { fr: "Avis: {key}.", en: "Opinion: {key}." }
          essai.trouve: { fr: "Trouvé: {found.1.name}.", en: "Found: {found.1.name}." }
          essai.fin: { fr: Fin., en: End. }
        """;

    private readonly TestLine line = new(Trial);

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    public void Danger_is_heard_inside_a_sentence_at_every_wait(string wait)
    {
        foreach (var sentence in new[] { "C'est une urgence, venez vite!", "j'ai faim pis je vais me tuer", "oui un essai mais je veux me tuer demain, horaire, personne", "I will kill myself" })
        {
            line.CallTrial();
            if (wait.Length > 0) line.Press(wait);
            var waiting = line.Node;
            line.Speak(sentence, 0.8).Hear("Faites le 9-1-1. Revenir: 1.");
            Assert.Equal("emergency", line.Understood?.Intent);
            Assert.Contains(new OutcomeReached("emergency"), line.Turn.Events);
            line.Press("1").At(waiting);
        }
    }

    [Theory]
    [InlineData("essai")]
    [InlineData("essai|1")]
    [InlineData("essai|2")]
    [InlineData("essai|3")]
    [InlineData("bof")]
    public void Danger_and_stop_are_read_in_a_text_at_every_wait(string before)
    {
        foreach (var text in before.Split('|')) line.Text(text);
        var waiting = line.Node;
        Assert.StartsWith("Faites le 9-1-1.", line.Text("je n'en peux plus, je veux me tuer").Said, StringComparison.Ordinal);
        line.At(waiting);
        Assert.StartsWith("Plus de messages.", line.Text("Arrêt. Merci").Said, StringComparison.Ordinal);
        Assert.Equal(("stop", waiting), (line.Understood?.Intent, line.Node));
        Assert.Contains(new OutcomeReached("optedout"), line.Turn.Events);
    }

    [Fact]
    public void Stop_is_not_a_word_of_the_telephone() => line.CallTrial().Speak("arrêt").Hear("Pas compris. Nombre: 1. Lieu: 2. Avis: 3.");

    [Fact]
    public void More_brings_what_did_not_fit_and_then_the_choices()
    {
        line.Text("essai").Keeps("La fin de la phrase.").Text("PLUS").Hear("La fin de la phrase. Nombre: 1. Lieu: 2. Avis: 3.");
        Assert.Equal("more", line.Understood?.Intent);
        line.Text("plus").Hear("Pas compris. Nombre: 1. Lieu: 2. Avis: 3. Une personne: 0.");
    }

    [Fact]
    public void More_brings_the_rest_where_a_text_conversation_rests() => line.Text("bof").Keeps("La fin.").Text("more svp").Hear("La fin.");

    [Fact]
    public void A_text_conversation_at_rest_never_answers_with_nothing()
    {
        foreach (var text in new[] { "répéter", "*", "retour", "#", "plus", "", "🎉", "horaire", "0", "9", "1", "personne", "arrêt", "bonjour" })
        {
            line.Text(text);
            Assert.NotEqual("", line.Said);
            line.At("texto.racine");
        }
    }

    [Fact]
    public void A_subject_named_anywhere_begins_for_good()
    {
        line.CallTrial().Press("0").Speak("de l'aide svp").At("aide.debut");
        Assert.Equal("referral", line.Understood?.Intent);
        Assert.Empty(line.Session.Stack);
        Assert.Equal("de l aide svp", line["heard.text"]);
    }

    [Fact]
    public void A_question_asked_anywhere_comes_back() => line.CallTrial().Press("1").Speak("c'est quoi votre horaire").Hear("Jour et nuit.").At("essai.nombre");

    [Fact]
    public void A_keyword_leads_to_its_dialogue_even_where_a_node_has_that_name()
    {
        var same = new TestLine(
            """
            dialogue: essai
            nodes:
              debut:
                - place: aide
              aide:
                - end:
            """);
        same.CallTrial().Speak("de l'aide").At("aide.debut");
        same.CallTrial().Speak("faim").At("aide.debut");
    }

    [Fact]
    public void A_need_is_named_anywhere_in_the_citizen_s_words()
    {
        line.CallTrial().Speak("j'ai faim", 0.7).Hear("Besoin: Alimentation. Encore: 1.");
        Assert.Equal(new Understood("referral", "food", null, 0.7), line.Understood);
        line.Press("9").Hear("In English. Need: Food. Again: 1.");
        line.Speak("housing").Hear("Need: Housing. Again: 1.");
    }

    [Fact]
    public void A_need_named_before_is_forgotten_when_another_subject_begins()
    {
        line.Call().Speak("faim").Hear("Besoin: Alimentation. Encore: 1.");
        line.Speak("de l'aide").Hear("Besoin:. Encore: 1.");
        line.Call().Speak("faim").Press("#").Hear("Essai: 1. Aide: 2.").Press("2").Hear("Besoin:. Encore: 1.");
    }

    [Fact]
    public void Words_that_a_place_claims_lead_on()
    {
        line.Answers("places.find", ("count", "1"), ("1.name", "Gaspé")).CallTrial().Speak("gaspe").Hear("Trouvé: Gaspé. Nombre: 1. Lieu: 2. Avis: 3.");
        Assert.Equal("place", line.Understood?.Intent);
    }

    [Fact]
    public void Words_that_nothing_claims_are_a_miss_of_the_question_that_heard_them()
    {
        line.CallTrial().Speak("patate").Hear("Pas compris. Nombre: 1. Lieu: 2. Avis: 3.");
        Assert.Equal(("unknown", ""), (line.Understood?.Intent, line["heard.seen"]));
        line.Speak("patate").Hear("Pas compris. Nombre: 1. Lieu: 2. Avis: 3. Une personne: 0.");
        line.Speak("patate").At("personne.choix").Press("2").At("essai.debut");
    }

    [Fact]
    public void A_miss_after_all_leaves_the_way_back_as_it_was() => line.CallTrial().Speak("patate").Speak("patate").Press("#").Hear("Essai: 1. Aide: 2.");

    [Fact]
    public void A_number_that_is_no_choice_is_not_looked_for_elsewhere()
    {
        line.CallTrial().Speak("7");
        Assert.Empty(line.Asked);
    }
}
