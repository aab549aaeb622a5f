using System.Globalization;
using System.Text.Json;
using AppelAide.Dialogue.Language;
using FsCheck;
using FsCheck.Fluent;

namespace AppelAide.Dialogue.Tests.Language;

public class Gsm7Tests
{
    [SharedDataFact]
    public void The_table_is_the_Unicode_consortiums_but_for_the_cedilla()
    {
        var table = File.ReadLines(SharedData.PathOf("sms/GSM0338-uniset.TXT"))
            .Where(line => line.StartsWith("0x", StringComparison.Ordinal))
            .Select(line => line.Split('\t'))
            .Where(columns => columns[0] != "0x1B")
            .ToDictionary(
                columns => (char)int.Parse(columns[1].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                columns => columns[0].Length == 4 ? 1 : 2);
        table.Remove('ç');
        table.Add('Ç', 1);

        for (var code = 0; code <= char.MaxValue; code++)
            Assert.Equal(table.GetValueOrDefault((char)code), Gsm7.Septets((char)code));
    }

    [Theory]
    [InlineData("éèàùÉÇüöñ", true)]
    [InlineData("ç", false)]
    [InlineData("ê", false)]
    [InlineData("À", false)]
    [InlineData("€[]{}\\~^|", true)]
    [InlineData("`", false)]
    public void Handsets_have_these_letters_and_not_those(string letters, bool have) =>
        Assert.All(letters, letter => Assert.Equal(have, Gsm7.IsGsm7(letter)));

    [Theory]
    [InlineData("Être à l’hôpital, ça va…", "Etre à l'hopital, ca va...")]
    [InlineData("Sœur Œuvre ŒUVRE", "Soeur Oeuvre OEUVRE")]
    [InlineData("À Gaspé, « Ma tablette, pas à pas ».", "A Gaspé, \"Ma tablette, pas à pas\".")]
    [InlineData("«\u00A0Internet et vous\u202F»", "\"Internet et vous\"")]
    [InlineData("9h – 16h — fermé", "9h - 16h - fermé")]
    [InlineData("12\u00A0$", "12 $")]
    [InlineData("n° 4", "no 4")]
    [InlineData("Merci 👍 beaucoup 👩‍👧", "Merci beaucoup")]
    [InlineData("помощь aide", "aide")]
    [InlineData("e\u0301te\u0301, c\u0327a, foret\u0302", "été, ca, foret")]
    [InlineData("Noël, île, où", "Noel, ile, où")]
    [InlineData("ＡＢＣ", "ABC")]
    [InlineData("un\r\ndeux\rtrois", "un\ndeux\ntrois")]
    [InlineData("1\u200B2\uFEFF3", "123")]
    [InlineData("\uD83D", "")]
    public void A_text_is_rewritten_to_stay_correct_to_the_eye(string text, string folded) => Assert.Equal(folded, Gsm7.Fold(text));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    [InlineData(306, 2)]
    [InlineData(307, 3)]
    [InlineData(459, 3)]
    [InlineData(460, 4)]
    public void Plain_letters_count_160_alone_and_153_each(int letters, int segments)
    {
        Assert.Equal(segments, Gsm7.Segments(new string('é', letters)));
    }

    [Theory]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    public void One_other_letter_makes_it_70_alone_and_67_each(int letters, int segments) =>
        Assert.Equal(segments, Gsm7.Segments(new string('e', letters - 1) + 'ê'));

    [Fact]
    public void An_escape_and_its_character_stay_together()
    {
        Assert.Equal(1, Gsm7.Segments(new string('€', 80)));
        Assert.Equal(2, Gsm7.Segments(new string('€', 81)));
        Assert.Equal(2, Gsm7.Segments(new string('a', 152) + "€" + new string('a', 151)));
        Assert.Equal(3, Gsm7.Segments(new string('a', 152) + "€" + new string('a', 152)));
    }

    /// <summary>Messages written septet by septet with the consortium's table, and cut as the count says, are whole characters everywhere.</summary>
    [SharedDataFact]
    public void A_message_is_as_many_segments_as_its_septets_fill()
    {
        var table = File.ReadLines(SharedData.PathOf("sms/GSM0338-uniset.TXT"))
            .Where(line => line.StartsWith("0x", StringComparison.Ordinal))
            .Select(line => line.Split('\t'))
            .Where(columns => columns[0] != "0x1B")
            .ToDictionary(columns => (char)int.Parse(columns[1].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture), columns => Convert.FromHexString(columns[0][2..]));
        table.Remove('ç');
        table['Ç'] = [0x09];
        var letters = Gen.Frequency<char>([(20, Gen.Elements("aéÇ 19@\n".ToCharArray())), (1, Gen.Elements(table.Keys.ToArray()))]);
        var messages = from size in Gen.OneOf(Gen.Choose(1, 800), Gen.Elements(152, 153, 154, 159, 160, 161, 305, 306, 307, 459))
                       from message in letters.ArrayOf(size)
                       select new string(message);
        Prop.ForAll(Arb.From(messages), message =>
        {
            var septets = message.Select(letter => table[letter]).ToList();
            List<List<byte>> segments = [[]];
            foreach (var letter in septets)
            {
                if (segments[^1].Count + letter.Length > 153) segments.Add([]);
                segments[^1].AddRange(letter);
            }

            Assert.All(segments, segment => Assert.NotEqual(0x1B, segment[^1]));
            Assert.Equal(septets.Sum(letter => letter.Length) <= 160 ? 1 : segments.Count, Gsm7.Segments(message));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Theory]
    [InlineData(151, 1)]
    [InlineData(152, 2)]
    [InlineData(153, 2)]
    public void A_euro_that_does_not_fit_begins_the_next_segment(int before, int segmentOfTheEuro)
    {
        var rest = new string('a', 153 * 2 - (segmentOfTheEuro == 1 ? before + 2 : 153 + 2));
        Assert.Equal(2, Gsm7.Segments(new string('a', before) + "€" + rest));
        Assert.Equal(3, Gsm7.Segments(new string('a', before) + "€" + rest + "a"));
    }

    [Fact]
    public void A_surrogate_pair_stays_together()
    {
        Assert.Equal(1, Gsm7.Segments(string.Concat(Enumerable.Repeat("👍", 35))));
        Assert.Equal(2, Gsm7.Segments(string.Concat(Enumerable.Repeat("👍", 36))));
        Assert.Equal(2, Gsm7.Segments(string.Concat(Enumerable.Repeat("👍", 66))));
        Assert.Equal(3, Gsm7.Segments(string.Concat(Enumerable.Repeat("👍", 67))));
    }

    [Fact]
    public void A_longer_message_never_costs_less() =>
        Prop.ForAll(HostileText.Any, HostileText.Any, (a, b) =>
        {
            var repeated = string.Concat(Enumerable.Repeat(a, 10));
            Assert.True(Gsm7.Segments(repeated + b) >= Gsm7.Segments(repeated));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_folds_to_the_alphabet_and_folding_again_changes_nothing() =>
        Prop.ForAll(HostileText.Any, AssertFolds).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Theory]
    [MemberData(nameof(HostileText.Examples), MemberType = typeof(HostileText))]
    public void Hostile_text_folds_and_counts(string text) => AssertFolds(text);

    [SharedDataFact]
    public void The_big_list_of_naughty_strings_troubles_nothing_in_the_language()
    {
        var matcher = new PhraseMatcher([("food", ["faim", "aide alimentaire"])]);
        var naughty = JsonSerializer.Deserialize<string[]>(File.ReadAllText(SharedData.PathOf("naughty/blns.json")))!;
        Assert.All(naughty, text =>
        {
            AssertFolds(text);
            var folded = TextFolding.Fold(text);
            Assert.Equal(folded, TextFolding.Fold(folded));
            matcher.MatchAll(folded);
            SpokenNumber.Understand(text);
            Keypad.Matches("427", text, [text]);
            SpellingDistance.Similar(folded, text);
            Assert.True(SpokenDuration.Seconds(text, "fr") >= 0);
        });
    }

    private static void AssertFolds(string text)
    {
        var folded = Gsm7.Fold(text);
        Assert.All(folded, letter => Assert.True(Gsm7.IsGsm7(letter)));
        Assert.Equal(folded, Gsm7.Fold(folded));
        Assert.True(Gsm7.Segments(text) >= 0);
    }
}
