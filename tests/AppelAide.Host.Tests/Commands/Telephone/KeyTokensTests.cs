using AppelAide.Host.Commands.Telephone;

namespace AppelAide.Host.Tests.Commands.Telephone;

/// <summary>The value of --keys.</summary>
public sealed class KeyTokensTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("1", new[] { "1" })]
    [InlineData("1,2,Gaspé", new[] { "1", "2", "Gaspé" })]
    [InlineData("1, 726# , oui merci", new[] { "1", "726#", "oui merci" })]
    [InlineData("1,,2", new[] { "1", "", "2" })]
    [InlineData(",", new[] { "", "" })]
    [InlineData("\"oui, Gaspé\",1", new[] { "oui, Gaspé", "1" })]
    [InlineData("1, \"on dit \"\"oui\"\", non\" ,2", new[] { "1", "on dit \"oui\", non", "2" })]
    [InlineData("\"\",1", new[] { "", "1" })]
    [InlineData("\"never closed, 1", new[] { "never closed, 1" })]
    public void Tokens_are_separated_by_commas(string keys, string[] tokens) =>
        Assert.Equal(tokens, KeyTokens.Split(keys));
}
