using System.Globalization;
using AppelAide.Dialogue.Language;
using FsCheck;
using FsCheck.Fluent;

namespace AppelAide.Dialogue.Tests.Language;

public class SpokenNumberTests
{
    [Theory]
    [InlineData("42", 42)]
    [InlineData("4 2", 42)]
    [InlineData("quatre, deux", 42)]
    [InlineData("four one eight", 418)]
    [InlineData("0", 0)]
    [InlineData("zéro", 0)]
    [InlineData("une", 1)]
    [InlineData("Quarante-deux", 42)]
    [InlineData("quarente deux", 42)]
    [InlineData("vingt et un", 21)]
    [InlineData("vingt et une", 21)]
    [InlineData("soixante et onze", 71)]
    [InlineData("soixante-dix", 70)]
    [InlineData("soixante-dix-sept", 77)]
    [InlineData("quatre-vingts", 80)]
    [InlineData("quatre-vingt-un", 81)]
    [InlineData("quatre-vingt-dix", 90)]
    [InlineData("quatre-vingt-dix-neuf", 99)]
    [InlineData("septante", 70)]
    [InlineData("septante et un", 71)]
    [InlineData("nonante-neuf", 99)]
    [InlineData("dix-sept", 17)]
    [InlineData("cent", 100)]
    [InlineData("cent un", 101)]
    [InlineData("deux cents", 200)]
    [InlineData("neuf cent quatre-vingt-dix-neuf", 999)]
    [InlineData("mille", 1000)]
    [InlineData("mille neuf cent quarante-huit", 1948)]
    [InlineData("dix-neuf cent quarante-huit", 1948)]
    [InlineData("deux mille vingt-six", 2026)]
    [InlineData("neuf mille neuf cent quatre-vingt-dix-neuf", 9999)]
    [InlineData("twenty one", 21)]
    [InlineData("twenty-one", 21)]
    [InlineData("a hundred and five", 105)]
    [InlineData("nineteen hundred", 1900)]
    [InlineData("two thousand and six", 2006)]
    [InlineData("1 200", 1200)]
    [InlineData("1,200", 1200)]
    [InlineData("j'ai trois enfants", 3)]
    [InlineData("environ 20 $", 20)]
    [InlineData("un groupe de 4", 4)]
    [InlineData("juste une fois", 1)]
    [InlineData("cinq.", 5)]
    public void A_number_is_understood(string text, int number) => Assert.Equal(number, SpokenNumber.Understand(text));

    [Theory]
    [InlineData("")]
    [InlineData("beaucoup")]
    [InlineData("sans doute")]
    [InlineData("2 ou 3")]
    [InlineData("entre dix et vingt")]
    [InlineData("1,5")]
    [InlineData("2.5")]
    [InlineData("10 000")]
    [InlineData("dix mille")]
    [InlineData("12345")]
    [InlineData("12 34")]
    [InlineData("vingt trente")]
    [InlineData("418-555-0137")]
    [InlineData("99999999999999999999")]
    public void What_is_not_one_number_is_none(string text) => Assert.Null(SpokenNumber.Understand(text));

    [Fact]
    public void Every_number_written_in_digits_is_understood()
    {
        for (var number = 0; number <= 9999; number++)
            Assert.Equal(number, SpokenNumber.Understand(number.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Every_number_said_in_French_is_understood()
    {
        for (var number = 0; number <= 9999; number++)
            Assert.Equal(number, SpokenNumber.Understand(InFrench(number)));
    }

    [Fact]
    public void Every_number_said_in_English_is_understood()
    {
        for (var number = 0; number <= 9999; number++)
            Assert.Equal(number, SpokenNumber.Understand(InEnglish(number)));
    }

    [Theory]
    [MemberData(nameof(HostileText.Examples), MemberType = typeof(HostileText))]
    public void Hostile_text_is_no_number(string text) => Assert.Null(SpokenNumber.Understand(text));

    [Fact]
    public void Any_number_understood_is_in_range() =>
        Prop.ForAll(HostileText.Any, text => SpokenNumber.Understand(text) is null or (>= 0 and <= 9999)).QuickCheckThrowOnFailure();

    private static readonly string[] French =
        ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"];

    private static readonly string[] FrenchTens = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"];

    private static readonly string[] English =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] EnglishTens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static string InFrench(int number)
    {
        switch (number)
        {
            case < 17:
                return French[number];
            case < 20:
                return "dix-" + French[number - 10];
            case 80:
                return "quatre-vingts";
            case < 100:
                var tens = number / 10;
                var rest = tens is 7 or 9 ? (number % 10) + 10 : number % 10;
                return rest == 0 ? FrenchTens[tens] : FrenchTens[tens] + (rest is 1 or 11 && tens < 8 ? " et " : "-") + InFrench(rest);
            case < 1000:
                var hundreds = (number / 100 == 1 ? "" : French[number / 100] + " ") + (number % 100 == 0 && number > 100 ? "cents" : "cent");
                return number % 100 == 0 ? hundreds : hundreds + " " + InFrench(number % 100);
            default:
                var thousands = (number / 1000 == 1 ? "" : French[number / 1000] + " ") + "mille";
                return number % 1000 == 0 ? thousands : thousands + " " + InFrench(number % 1000);
        }
    }

    private static string InEnglish(int number) => number switch
    {
        < 20 => English[number],
        < 100 => EnglishTens[number / 10] + (number % 10 == 0 ? "" : "-" + English[number % 10]),
        < 1000 => English[number / 100] + " hundred" + (number % 100 == 0 ? "" : " and " + InEnglish(number % 100)),
        _ => English[number / 1000] + " thousand" + (number % 1000 == 0 ? "" : (number % 1000 < 100 ? " and " : " ") + InEnglish(number % 1000)),
    };
}
