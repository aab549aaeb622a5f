using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Tests.Engine;

/// <summary>A call that the line makes, to read a message.</summary>
public class MessageCallTests
{
    private readonly TestLine line = new(SmallLine.EmptyTrial);

    [Fact]
    public void The_line_speaks_first_and_says_the_message() =>
        line.CallsWith("Il neige").Hear("On vous appelle. Il neige. Encore: 1.").At("message.lire");

    [Fact]
    public void The_message_may_be_heard_again_by_its_key_and_by_the_key_of_the_whole_line()
    {
        line.CallsWith("Il neige").Press("1").Hear("Il neige. Encore: 1.");
        line.Press("*").Hear("Il neige. Encore: 1.");
    }

    [Fact]
    public void A_machine_is_told_once_and_the_line_hangs_up()
    {
        line.CallsWith("Il neige", machine: true).Hear("On vous appelle. Il neige.");
        Assert.IsType<EndExpectation>(line.Turn.Expectation);
        Assert.True(line.Session.Ended);
    }

    [Fact]
    public void The_keys_of_the_whole_line_work_as_in_any_call()
    {
        line.CallsWith("Il neige").Press("9").Hear("In English. Il neige. Again: 1.");
        line.Answers("line.hours", ("open", "yes")).Press("0").Hear("Putting you through.");
    }

    [Fact]
    public void The_language_is_that_of_the_message() => line.CallsWith("It snows", "en").Hear("We are calling. It snows. Again: 1.");

    [Theory]
    [InlineData("fr", "Pas de message.")]
    [InlineData("en", "No message.")]
    public void Whom_there_is_no_message_for_any_more_is_told_so(string language, string said)
    {
        var context = new EngineContext(new DateTime(2026, 11, 24, 10, 0, 0), EngineContext.AmbientExamples, []);
        Assert.Equal(new Utterance(language, said), Assert.Single(DialogueEngine.NoMessage(line.Script, language, context)));
    }

    [Fact]
    public void A_script_without_the_dialogue_leads_to_a_person()
    {
        var files = SmallLine.Files("line.yaml", "start-call: message", "start-call: nulle-part");
        new TestLine(files).CallsWith("Il neige").Hear("Excusez la ligne, une personne vient. Message: 1. Continuer: 2.");
    }
}
