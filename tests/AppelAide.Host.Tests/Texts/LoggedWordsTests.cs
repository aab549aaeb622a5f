using System.Collections.Immutable;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;

namespace AppelAide.Host.Tests.Texts;

public sealed class LoggedWordsTests
{
    [Theory]
    [InlineData("mon numéro est quatre un huit, cinq cinq cinq, zéro un neuf un", "…91")]
    [InlineData("c'est le 418 555-0191", "c'est le …91")]
    [InlineData("4185550191", "…91")]
    public void A_number_that_a_turn_gives_is_masked_however_it_was_said(string heard, string kept) =>
        Assert.Equal(kept, LoggedWords.Heard(heard, Session(""), Session("+14185550191")));

    [Fact]
    public void What_is_said_after_a_number_was_given_is_kept() => Assert.Equal("oui", LoggedWords.Heard("oui", Session("+14185550191"), Session("+14185550191")));

    [Theory]
    [InlineData("rappelez moi au 418 555-0192 svp", "rappelez moi au …92 svp")]
    [InlineData("+14185551234", "…34")]
    [InlineData("1 (418) 555-01 92", "…92")]
    [InlineData("je cherche pour 3 enfants, le 2026-12-01 à 10 h", "je cherche pour 3 enfants, le 2026-12-01 à 10 h")]
    [InlineData("G4X 1A1", "G4X 1A1")]
    public void Whoever_may_see_no_number_sees_none(string text, string seen) => Assert.Equal(seen, LoggedWords.WithoutNumbers(text));

    private static Session Session(string given) => new()
    {
        ScriptVersion = "v",
        Channel = Channel.Voice,
        Language = "fr",
        Variables = ImmutableDictionary<string, string>.Empty.Add("contact.phone", given),
    };
}
