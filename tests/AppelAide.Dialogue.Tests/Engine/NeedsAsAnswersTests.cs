namespace AppelAide.Dialogue.Tests.Engine;

/// <summary>A question may take a need that is named as its answer; everywhere else a need is a wish for help with it.</summary>
public class NeedsAsAnswersTests
{
    private const string Trial = """
        dialogue: essai
        nodes:
          debut:
            - choose:
                - { key: 1, say: essai.menu, hears: "yes", go: debut }
              needs: sujet
          sujet:
            - say: essai.sujet
            - choose:
                - { key: 1, say: essai.menu, hears: "yes", go: debut }
        prompts:
          essai.menu: { fr: "Menu: {key}.", en: "Menu: {key}." }
          essai.sujet: { fr: "Sujet: {heard.text}.", en: "Subject: {heard.text}." }
        """;

    private readonly TestLine line = new(Trial);

    [Fact]
    public void A_need_leads_where_the_question_says()
    {
        line.CallTrial().Speak("ben, j'ai faim", 0.8).At("essai.sujet");
        Assert.Equal(("answer", "food"), (line.Understood?.Intent, line.Understood?.Need));
        Assert.StartsWith("Sujet: ben j ai faim.", line.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void At_the_next_question_it_is_a_wish_for_help_again()
    {
        line.CallTrial().Speak("j'ai faim", 0.8).Speak("logement", 0.8);
        Assert.Equal(("referral", "housing"), (line.Understood?.Intent, line.Understood?.Need));
    }

    [Fact]
    public void Where_it_leads_must_be_there() =>
        Assert.Contains(SmallLine.Defects(SmallLine.Files(Trial.Replace("needs: sujet", "needs: nulle-part", StringComparison.Ordinal))), defect => defect.Contains("nulle-part", StringComparison.Ordinal));
}
