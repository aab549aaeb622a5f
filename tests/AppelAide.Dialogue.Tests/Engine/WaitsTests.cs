using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Inputs;

namespace AppelAide.Dialogue.Tests.Engine;

/// <summary>Waits other than menus: a number, a place, an open answer, a transfer.</summary>
public class WaitsTests
{
    private const string Number = """
        dialogue: essai
        nodes:
          debut:
            - lookup: things.next
              as: thing
            - say: essai.combien
            - number: nombre
              max: "{thing.max}"
              go: noter
          noter:
            - say: essai.note
            - end:
        prompts:
          essai.combien: { fr: "Combien?", en: "How many?" }
          essai.note: { fr: "Noté: {nombre}.", en: "Noted: {nombre}." }
        """;

    private const string Place = """
        dialogue: essai
        nodes:
          debut:
            - say: essai.ou
            - place: noter
              exhausted: nulle-part
          noter:
            - say: essai.note
            - end:
          nulle-part:
            - say: essai.partout
            - end:
        prompts:
          essai.ou: { fr: "Où?", en: "Where?" }
          essai.note: { fr: "Mots: {heard.text}. Touches: {heard.keys}.", en: "Words: {heard.text}. Keys: {heard.keys}." }
          essai.partout: { fr: Partout., en: Everywhere. }
        """;

    private const string Open = """
        dialogue: essai
        nodes:
          debut:
            - say: essai.parlez
            - record: answer
              seconds: 90
              as: avis
              go: noter
              exhausted: rien
          noter:
            - do: thing.keep
              with: { value: "{avis.text}", recording: "{avis.recording}", seconds: "{avis.seconds}" }
              as: kept
            - say: essai.note
            - end:
          rien:
            - say: essai.rien
            - end:
        prompts:
          essai.parlez: { fr: Parlez., en: Speak. }
          essai.note: { fr: "Gardé, {kept.code}.", en: "Kept, {kept.code}." }
          essai.rien: { fr: Rien., en: Nothing. }
        """;

    private const string Transfer = """
        dialogue: essai
        nodes:
          debut:
            - choose:
                - { key: 1, say: essai.appeler, hears: "yes", go: appeler }
          appeler:
            - say: essai.ligne
            - transfer: line.transfer
              answered: parle
              missed: manque
          parle:
            - say: essai.parle
            - end:
          manque:
            - choose:
                - { key: 1, say: essai.manque, hears: "yes", go: appeler }
        prompts:
          essai.appeler: { fr: "Appeler: {key}.", en: "Call: {key}." }
          essai.ligne: { fr: Restez., en: Stay. }
          essai.parle: { fr: Au revoir., en: Good-bye. }
          essai.manque: { fr: "Encore: {key}.", en: "Again: {key}." }
        """;

    [Theory]
    [InlineData("4", "4")]
    [InlineData("10", "10")]
    [InlineData("9", "9")]
    [InlineData("00", "0")]
    [InlineData("007", "7")]
    public void A_number_is_typed(string keys, string number)
    {
        var line = new TestLine(Number).CallTrial().Hear("Combien?");
        Assert.Equal((null, 2.0), (Assert.IsType<GatherExpectation>(line.Turn.Expectation).MaxDigits, ((GatherExpectation)line.Turn.Expectation).SpeechTimeoutSeconds));
        line.Press(keys).Hear($"Noté: {number}.");
        Assert.Equal("answer", line.Understood?.Intent);
    }

    [Theory]
    [InlineData("quatre", "4")]
    [InlineData("j'en ai trois", "3")]
    [InlineData("ten", "10")]
    [InlineData("zéro", "0")]
    [InlineData("9", "9")]
    public void A_number_is_said(string words, string number) => new TestLine(Number).CallTrial().Speak(words).Hear($"Noté: {number}.");

    [Theory]
    [InlineData("9", "9")]
    [InlineData("00", "0")]
    [InlineData("environ 8 svp", "8")]
    public void A_number_is_texted(string words, string number) => new TestLine(Number).Text("essai").Text(words).Hear($"Noté: {number}.");

    [Theory]
    [InlineData("11")]
    [InlineData("9999")]
    public void A_number_out_of_range_is_told_the_range(string keys)
    {
        var line = new TestLine(Number).CallTrial().Press(keys).Hear("De 0 à 10. Combien?");
        Assert.Equal("answer", line.Understood?.Intent);
        line.Speak("cent").Hear("De 0 à 10. Combien? Une personne: 0.").Press("12").At("personne.choix");
    }

    [Theory]
    [InlineData("12345678901234567890")]
    [InlineData("4*2")]
    public void Keys_that_are_no_number_are_wrong_keys(string keys) =>
        Assert.StartsWith("Pas le ", new TestLine(Number).CallTrial().Press(keys).Said, StringComparison.Ordinal);

    [Fact]
    public void A_lone_zero_is_a_person_at_a_number_too() => new TestLine(Number).CallTrial().Press("0").At("personne.choix").Press("2").Hear("Combien?");

    [Theory]
    [InlineData("Sainte-Anne-des-Monts", "sainte anne des monts")]
    [InlineData("à Gaspé", "a gaspe")]
    public void A_place_is_said(string words, string heard)
    {
        var line = new TestLine(Place).CallTrial().Hear("Où?");
        Assert.Equal(["Gaspé", "Percé"], Assert.IsType<GatherExpectation>(line.Turn.Expectation).Hints.AsEnumerable());
        line.Speak(words).Hear($"Mots: {heard}. Touches:.");
    }

    [Fact]
    public void A_place_is_typed() => new TestLine(Place).CallTrial().Press("726").Hear("Mots:. Touches: 726.");

    [Fact]
    public void A_place_in_a_sentence_with_a_keyword_is_still_a_place() =>
        new TestLine(Place).CallTrial().Speak("la rue de l'horaire à Gaspé").Hear("Mots: la rue de l horaire a gaspe. Touches:.");

    [Fact]
    public void A_keyword_alone_is_obeyed_at_a_place() => new TestLine(Place).CallTrial().Speak("horaire").Hear("Jour et nuit. Où?");

    [Fact]
    public void A_place_never_given_has_its_own_way_out() => new TestLine(Place).CallTrial().StaySilent().Press("72*").StaySilent().Hear("Partout.");

    [Fact]
    public void An_open_answer_is_recorded()
    {
        var line = new TestLine(Open).CallTrial().Hear("Parlez.");
        Assert.Equal(new RecordExpectation(90, "answer"), line.Turn.Expectation);
        line.Record(24).Hear("Gardé, 472.");
        Assert.Equal(("", "RE1", "24"), (line.Asked[0]["value"], line.Asked[0]["recording"], line.Asked[0]["seconds"]));
        Assert.Equal(QuestionKind.Command, line.Asked[0].Kind);
    }

    [Fact]
    public void An_open_answer_is_kept_when_the_citizen_hangs_up_after_it() => new TestLine(Open).CallTrial().Record(24, keys: "").Hear("Gardé, 472.");

    [Fact]
    public void An_open_answer_that_is_empty_or_hung_up_is_a_silence()
    {
        var line = new TestLine(Open).CallTrial();
        line.Record(0).Hear("Rien entendu. Parlez.");
        line.Record(0, keys: "", sid: null).Hear("Rien entendu. Une personne: 0. Parlez.");
        line.StaySilent().Hear("Rien.");
    }

    [Theory]
    [InlineData("0", "personne.choix")]
    [InlineData("*", "essai.debut")]
    [InlineData("9", "essai.debut")]
    public void A_key_of_the_line_ends_a_recording_and_is_obeyed(string key, string node)
    {
        var line = new TestLine(Open).CallTrial().Record(3, key).At(node);
        Assert.Empty(line["avis.recording"]);
    }

    [Fact]
    public void An_open_answer_is_texted_as_it_is_written()
    {
        var line = new TestLine(Open).Text("essai").Text("  J'aime le WiFi!  ").Hear("Gardé, 472.");
        Assert.Equal(("J'aime le WiFi!", "", ""), (line.Asked[0]["value"], line.Asked[0]["recording"], line.Asked[0]["seconds"]));
    }

    [Fact]
    public void A_keyword_inside_an_open_answer_is_part_of_it_and_alone_is_obeyed()
    {
        new TestLine(Open).Text("essai").Text("il faudrait plus de personnel et un autre horaire").Hear("Gardé, 472.");
        new TestLine(Open).Text("essai").Text("horaire").Hear("Jour et nuit.").At("essai.debut").Text("voilà").Hear("Gardé, 472.");
    }

    [Fact]
    public void A_very_long_answer_is_cut_and_never_in_the_middle_of_a_character()
    {
        var line = new TestLine(Open).Text("essai").Text(new string('a', 1599) + "🎉🎉").Hear("Gardé, 472.");
        Assert.Equal(new string('a', 1599), line.Asked[0]["value"]);
    }

    [Fact]
    public void A_transfer_that_is_answered_leads_on()
    {
        var line = new TestLine(Transfer).CallTrial().Press("1").Hear("Restez.");
        Assert.Equal(new DialExpectation("+14185550199", 25), line.Turn.Expectation);
        line.DialEnds(answered: true).Hear("Au revoir.");
    }

    [Fact]
    public void Whatever_comes_after_a_transfer_but_an_answer_is_a_missed_one()
    {
        CallerInput[] inputs = [new DialEndedInput(false, 0), new SilenceInput(), new DigitsInput("0"), new DigitsInput("1"), new SpeechInput("urgence", 1), new RecordingInput(null, 0, "")];
        foreach (var input in inputs) new TestLine(Transfer).CallTrial().Press("1").Hears(input).Hear("Encore: 1.");
    }

    [Fact]
    public void Going_back_after_a_transfer_rings_nobody_again() =>
        new TestLine(Transfer).CallTrial().Press("1").DialEnds(answered: false).Press("#").Hear("Appeler: 1.");

    [Fact]
    public void An_input_that_belongs_to_another_wait_is_a_silence() =>
        new TestLine(Number).CallTrial().DialEnds(answered: true).Hear("Rien entendu. Combien?").Record(5).Hear("Rien entendu. Combien? Une personne: 0.");
}
