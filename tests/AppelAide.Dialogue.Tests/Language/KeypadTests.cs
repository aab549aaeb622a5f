using AppelAide.Dialogue.Language;
using FsCheck;
using FsCheck.Fluent;

namespace AppelAide.Dialogue.Tests.Language;

public class KeypadTests
{
    [Theory]
    [InlineData("Gaspé", "42773")]
    [InlineData("Sainte-Anne-des-Monts", "724683266333766687")]
    [InlineData("L'Islet", "547538")]
    [InlineData("wxyz 2", "99992")]
    [InlineData("", "")]
    [InlineData("…", "")]
    public void A_name_is_spelt_on_the_keys(string name, string digits) => Assert.Equal(digits, Keypad.Spell(name));

    [Theory]
    [InlineData("42773", "Gaspé", KeypadRank.Exact)]
    [InlineData("427", "Gaspé", KeypadRank.Prefix)]
    [InlineData("4", "Gaspé", KeypadRank.Prefix)]
    [InlineData("7246832", "Sainte-Anne-des-Monts", KeypadRank.Prefix)]
    [InlineData("2663", "Sainte-Anne-des-Monts", KeypadRank.Abbreviation)]
    [InlineData("7832663", "Sainte-Anne-des-Monts", KeypadRank.Abbreviation)]
    [InlineData("726", "Sainte-Anne-des-Monts", KeypadRank.Initials)]
    [InlineData("7236", "Sainte-Anne-des-Monts", KeypadRank.Initials)]
    [InlineData("22437", "Baie-Saint-Paul", KeypadRank.Prefix)]
    [InlineData("2243787285", "Baie-Saint-Paul", KeypadRank.Abbreviation)]
    [InlineData("227", "Baie-Saint-Paul", KeypadRank.None)]
    [InlineData("277", "Baie-Saint-Paul", KeypadRank.Initials)]
    [InlineData("632", "Les Méchins", KeypadRank.Abbreviation)]
    [InlineData("428", "Gaspé", KeypadRank.None)]
    [InlineData("427733", "Gaspé", KeypadRank.None)]
    [InlineData("1", "Gaspé", KeypadRank.None)]
    [InlineData("", "Gaspé", KeypadRank.None)]
    [InlineData("*#", "Gaspé", KeypadRank.None)]
    public void Keys_spell_a_name_more_or_less_well(string digits, string name, KeypadRank rank) =>
        Assert.Equal(rank, Keypad.Matches(digits, name, []));

    [Fact]
    public void Another_name_of_the_place_counts_as_much()
    {
        Assert.Equal(KeypadRank.Exact, Keypad.Matches("7373", "Percé", ["Gaspé", "Rere"]));
        Assert.Equal(KeypadRank.Prefix, Keypad.Matches("427", "Percé", ["Gaspé"]));
    }

    [Fact]
    public void Any_beginning_of_any_name_is_at_least_a_prefix() =>
        Prop.ForAll(HostileText.Any, Gen.Choose(1, 20).ToArbitrary(), (name, length) =>
        {
            var digits = Keypad.Spell(name);
            Assert.True(digits.Length < 2 || Keypad.Matches(digits[..Math.Min(length, digits.Length)], name, []) >= KeypadRank.Prefix);
        }).QuickCheckThrowOnFailure();

    [SharedDataFact]
    public void Every_municipality_is_found_by_its_first_letters()
    {
        var names = File.ReadLines(SharedData.PathOf("quebec/municipalites-qc-trimmed.csv")).Skip(1).Select(line => line.Split(',')[1].Trim('"'));

        Assert.All(names, name => Assert.True(Keypad.Matches(Keypad.Spell(name)[..3], name, []) >= KeypadRank.Prefix, name));
    }
}
