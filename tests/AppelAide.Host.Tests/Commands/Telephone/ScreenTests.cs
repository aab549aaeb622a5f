using AppelAide.Dialogue.Engine;
using AppelAide.Host.Commands.Telephone;

namespace AppelAide.Host.Tests.Commands.Telephone;

/// <summary>What a conversation looks like, to a program and to a person.</summary>
public sealed class ScreenTests
{
    private static readonly LineAnswer Answer = new()
    {
        Said = [new("fr", "Bonjour.", 0.4), new("en", "For English, press 9.", 0.6), new("fr", "Pour une formation,"), new("fr", "faites le 1.", 0.6)],
        Then = new GatherExpectation(1, 10, 1, []),
        Language = "fr",
        Node = "accueil.menu",
        Intent = "referral",
        Need = "Alimentation",
        Place = "Gaspé, MRC La Côte-de-Gaspé",
        Confidence = 0.9,
    };

    [Fact]
    public async Task A_program_reads_one_object_a_turn()
    {
        var output = new StringWriter { NewLine = "\n" };
        await new JsonScreen(output).ShowAsync("j'ai faim à Gaspé", Answer, default);
        Assert.Equal(
            """
            {"heard":"j'ai faim à Gaspé","understood":{"intent":"referral","need":"Alimentation","place":"Gaspé, MRC La Côte-de-Gaspé","language":"fr","confidence":0.9},"said":[{"language":"fr","text":"Bonjour."},{"language":"en","text":"For English, press 9."},{"language":"fr","text":"Pour une formation, faites le 1."}],"node":"accueil.menu","segments":0,"seconds":6.1}

            """.ReplaceLineEndings("\n"),
            output.ToString());
    }

    [Fact]
    public async Task What_only_the_line_knows_is_null_through_a_webhook()
    {
        var output = new StringWriter { NewLine = "\n" };
        await new JsonScreen(output).ShowAsync(null, new LineAnswer { Said = [], Then = new EndExpectation(), Language = null }, default);
        Assert.Equal(
            """{"heard":null,"understood":{"intent":null,"need":null,"place":null,"language":null,"confidence":null},"said":[],"node":null,"segments":0,"seconds":0}""" + "\n",
            output.ToString());
    }

    [Fact]
    public async Task Redirected_output_is_plain_text()
    {
        var output = new StringWriter { NewLine = "\n" };
        var screen = Terminal.Screen(output);
        await screen.ShowAsync(null, Answer with { Texts = [new SentText("fr", "Ligne AppelAide: bonjour", 1)] }, default);
        screen.Ask(Answer, "fr", 65.2);
        screen.Did(new CallerAct(null, "", 0), "fr", echoed: false);
        Assert.Equal(
            """

             fr  Bonjour.
             en  For English, press 9.
             fr  Pour une formation, faites le 1.
                 [texto · 1 segment] Ligne AppelAide: bonjour

            1:05 ›

            """.ReplaceLineEndings("\n"),
            output.ToString().ReplaceLineEndings("\n").Replace("› \n", "›\n", StringComparison.Ordinal));
    }
}
