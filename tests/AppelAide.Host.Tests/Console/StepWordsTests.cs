using AppelAide.Host.Console.Words;
using AppelAide.Host.Directory;
using AppelAide.Host.Tests.Directory;

namespace AppelAide.Host.Tests.Console;

/// <summary>Steps are named as the scripts name them; what the scripts do not have any more is still called something.</summary>
public sealed class StepWordsTests
{
    [Theory]
    [InlineData("lieu.question", "Le lieu : Où habitez-vous", "The place: Where you live")]
    [InlineData("personne.ferme", "Parler à une personne : Fermé, que faire", "Talking to a person: Closed, what to do")]
    [InlineData("lieu.enleve", "Le lieu", "The place")]
    [InlineData("vieux-dialogue.debut", "vieux dialogue", "vieux dialogue")]
    public void A_step_by_its_dialogue_and_its_own_name(string node, string french, string english) =>
        Assert.Equal(new Bilingual(french, english), StepWords.Step(SomeScripts.Live(), node));
}
