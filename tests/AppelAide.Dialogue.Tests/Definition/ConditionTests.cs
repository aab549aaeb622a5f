using AppelAide.Dialogue.Definition;

namespace AppelAide.Dialogue.Tests.Definition;

/// <summary>Guards.</summary>
public class ConditionTests
{
    private static readonly Dictionary<string, string> Values = new() { ["a"] = "yes", ["n"] = "3", ["words"] = "je passe" };

    [Theory]
    [InlineData("a", true)]
    [InlineData("b", false)]
    [InlineData("not a", false)]
    [InlineData("not b", true)]
    [InlineData("a = yes", true)]
    [InlineData("a = no", false)]
    [InlineData("b = ", true)]
    [InlineData("a != yes", false)]
    [InlineData("b != yes", true)]
    [InlineData("words = je passe", true)]
    [InlineData("n > 2", true)]
    [InlineData("n > 3", false)]
    [InlineData("n < 3.5", true)]
    [InlineData("b < 1", true)]
    [InlineData("a > -1", true)]
    [InlineData("a and n", true)]
    [InlineData("a and not b and n = 3", true)]
    [InlineData("a and b", false)]
    [InlineData("  a   and   n  ", true)]
    public void A_guard_holds_or_not(string guard, bool holds) => Assert.Equal(holds, Condition.Parse(guard).Holds(name => Values.GetValueOrDefault(name, "")));

    [Theory]
    [InlineData("")]
    [InlineData("a and")]
    [InlineData("and a")]
    [InlineData("a or b")]
    [InlineData("a = x or b = y")]
    [InlineData("a == b")]
    [InlineData("= b")]
    [InlineData("not a = b")]
    [InlineData("not not a")]
    [InlineData("a > b")]
    [InlineData("a > 1 2")]
    [InlineData("a >= 1")]
    public void What_is_no_guard_is_refused(string guard) => Assert.Throws<FormatException>(() => Condition.Parse(guard));

    [Fact]
    public void A_guard_tells_what_it_reads() => Assert.Equal(["a", "b", "c"], Condition.Parse("a and not b and c = 1").Variables);

    [Theory]
    [InlineData("a and b", "a", true)]
    [InlineData("b and a", "a and b", true)]
    [InlineData("a", "a and b", false)]
    [InlineData("a = 1", "a", false)]
    public void A_guard_implies_another_whose_tests_it_makes(string one, string other, bool implies) =>
        Assert.Equal(implies, Condition.Parse(one).Implies(Condition.Parse(other)));
}
