using AppelAide.Dialogue.Definition;
using AppelAide.Host.Bulletins;
using AppelAide.Host.Scripts;

namespace AppelAide.Host.Tests.Bulletins;

public sealed class TopicsTests
{
    private static readonly Topics Live = Topics.Of(DialogueParser.Parse(ScriptFolder.Find().Read()).Script!);

    [Theory]
    [InlineData("la banque alimentaire", "food")]
    [InlineData("les nouvelles du transport", "transport")]
    [InlineData("news about the carpool", "transport")]
    [InlineData("wifi gratuit", "internet")]
    [InlineData("donner un vieil ordinateur", "digital")]
    [InlineData("garderie", "family")]
    [InlineData("formations", "training")]
    [InlineData("food", "food")]
    public void A_need_is_told_of_with_its_family(string words, string topic) => Assert.Equal(topic, Live.Read(words).Topic);

    [Fact]
    public void Families_and_the_Internet_are_topics() =>
        Assert.Equal("news training digital family food goods health heating home housing internet money outings papers talk transport", string.Join(' ', Live.All));
}
