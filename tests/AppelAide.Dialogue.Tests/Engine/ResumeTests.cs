using System.Collections.Immutable;
using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Tests.Engine;

/// <summary>A call that was cut off, and the next one.</summary>
public class ResumeTests
{
    private const string Trial = """
        dialogue: essai
        resume: essai.reprise
        nodes:
          debut:
            - lookup: things.next
              as: thing
            - set: { pas: "1" }
            - go: question
          question:
            - say: essai.question
            - choose:
                - { key: 1, say: essai.suite, hears: "yes", go: suite }
                - { key: 2, say: essai.detour, hears: "no", go: detour }
                - { key: 3, say: essai.appel, hears: continue, go: appeler }
          suite:
            - set: { pas: "+1" }
            - go: question
          detour:
            - call: detour
            - go: question
          appeler:
            - transfer: line.transfer
              answered: fin
              missed: question
          fin:
            - end:
        prompts:
          essai.reprise: { fr: "{thing.title}, pas {pas}", en: "{thing.title}, step {pas}" }
          essai.question: { fr: "Pas {pas}.", en: "Step {pas}." }
          essai.suite: { fr: "Suite: {key}.", en: "Next: {key}." }
          essai.detour: { fr: "Détour: {key}.", en: "Detour: {key}." }
          essai.appel: { fr: "Appel: {key}.", en: "Call: {key}." }
        ---
        dialogue: detour
        resume: detour.reprise
        nodes:
          debut:
            - say: detour.question
            - choose:
                - { key: 1, say: detour.rendre, hears: "yes", go: rendre }
          rendre:
            - return:
        prompts:
          detour.reprise: { fr: un détour, en: a detour }
          detour.question: { fr: Détour., en: Detour. }
          detour.rendre: { fr: "Rendre: {key}.", en: "Give back: {key}." }
        """;

    private const string OfStep2 = "Coupé pendant La tablette, pas 2. Continuer: 1. Autre chose: 2.";
    private readonly TestLine line = new(Trial);

    private Session CutAtStep2() => line.CallTrial().Press("1").Hear("Pas 2. Suite: 1. Détour: 2. Appel: 3.").Session;

    [Fact]
    public void A_call_that_was_cut_is_offered_again_and_restored_whole()
    {
        line.Call(earlier: CutAtStep2()).Hear(OfStep2).At("accueil.coupe");
        line.Press("1").Hear("Pas 2. Suite: 1. Détour: 2. Appel: 3.").At("essai.question");
        Assert.Equal(("2", "La tablette"), (line["pas"], line["thing.title.fr"]));
        line.Press("1").Hear("Pas 3. Suite: 1. Détour: 2. Appel: 3.");
        Assert.Null(line.Session.Resumable);
    }

    [Fact]
    public void The_offer_is_made_in_the_language_of_the_new_call()
    {
        line.Call("en", CutAtStep2()).Hear("Cut off during The tablet, step 2. Go on: 1. Something else: 2.");
        line.Press("9").Hear($"En français. {OfStep2}").Press("1").Hear("Pas 2. Suite: 1. Détour: 2. Appel: 3.");
    }

    [Fact]
    public void A_called_dialogue_still_returns_after_it_was_resumed()
    {
        var cut = line.CallTrial().Press("1").Press("2").Hear("Détour. Rendre: 1.").Session;
        line.Call(earlier: cut).Hear("Coupé pendant un détour. Continuer: 1. Autre chose: 2.").Press("1").Hear("Détour. Rendre: 1.");
        line.Press("1").Hear("Pas 2. Suite: 1. Détour: 2. Appel: 3.");
    }

    [Fact]
    public void Back_does_not_lead_out_of_what_was_resumed() =>
        line.Call(earlier: CutAtStep2()).Press("1").Press("#").Hear("Pas 2. Suite: 1. Détour: 2. Appel: 3.");

    [Fact]
    public void Nothing_is_offered_where_a_dialogue_is_not_worth_it_or_the_call_had_ended()
    {
        var menu = line.Call().Session;
        line.Call(earlier: menu).Hear("Bonjour. Essai: 1. Aide: 2.");
        line.Call(earlier: CutAtStep2() with { Ended = true }).Hear("Bonjour. Essai: 1. Aide: 2.");
        line.Call(earlier: CutAtStep2() with { Channel = Channel.Sms }).Hear("Bonjour. Essai: 1. Aide: 2.");
    }

    [Fact]
    public void A_transfer_is_not_rung_again()
    {
        var transferred = line.CallTrial().Press("3").Session;
        line.Call(earlier: transferred).Hear("Bonjour. Essai: 1. Aide: 2.");
    }

    [Fact]
    public void An_offer_that_was_cut_off_itself_is_made_again()
    {
        var again = line.Call(earlier: CutAtStep2()).Hear(OfStep2).Session;
        var third = line.Call(earlier: again).Hear(OfStep2).Press("0").At("personne.choix").Session;
        line.Call(earlier: third).Hear(OfStep2).Press("1").Hear("Pas 2. Suite: 1. Détour: 2. Appel: 3.");
    }

    [Fact]
    public void An_offer_that_was_declined_is_not_made_again()
    {
        var declined = line.Call(earlier: CutAtStep2()).Press("2").Hear("Essai: 1. Aide: 2.").Session;
        line.Call(earlier: declined).Hear("Bonjour. Essai: 1. Aide: 2.");
    }

    [Fact]
    public void An_offer_that_was_declined_by_mistake_is_there_one_step_back() =>
        line.Call(earlier: CutAtStep2()).Press("2").Press("#").Hear(OfStep2).Press("1").Hear("Pas 2. Suite: 1. Détour: 2. Appel: 3.");

    [Fact]
    public void What_was_resumed_and_cut_again_is_offered_with_what_it_became()
    {
        var cut = line.Call(earlier: CutAtStep2()).Press("1").Press("1").Session;
        line.Call(earlier: cut).Hear("Coupé pendant La tablette, pas 3. Continuer: 1. Autre chose: 2.").Press("1").Press("#").Hear("Pas 3. Suite: 1. Détour: 2. Appel: 3.");
        Assert.DoesNotContain(line.Session.Variables.Keys, name => name.StartsWith("resume", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_offered_at_a_place_that_the_scripts_no_longer_have() =>
        line.Call(earlier: CutAtStep2() with { At = new Position("essai", "disparu", 0) }).Hear("Bonjour. Essai: 1. Aide: 2.");

    [Fact]
    public void What_is_known_of_the_caller_greets_a_call_that_resumes_nothing()
    {
        line.Call(known: ImmutableDictionary<string, string>.Empty.Add("place.id", "04020"));
        Assert.Equal("04020", line["place.id"]);
        Assert.DoesNotContain(line.Turn.Events, happened => happened is AppelAide.Dialogue.Events.PlaceSettled);
    }
}
