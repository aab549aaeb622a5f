using System.Collections.Immutable;
using AppelAide.Host.Directory.Editing;
using AppelAide.Host.Directory.Hours;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Directory.Hsds.Formats;

namespace AppelAide.Host.Tests.Directory.Editing;

public sealed class HoursTextTests
{
    [Theory]
    [InlineData("Mo-Fr 09:00-16:30", "fr", "lundi au vendredi 9 h à 16 h 30")]
    [InlineData("Mo-Fr 09:00-16:30", "en", "Monday to Friday 9:00 am to 4:30 pm")]
    [InlineData("Mo-Th 09:00-12:00,13:00-16:00; Fr 09:00-12:00; Sa,Su 10:00-11:00", "fr", "lundi au jeudi 9 h à 12 h, 13 h à 16 h; vendredi 9 h à 12 h; samedi, dimanche 10 h à 11 h")]
    [InlineData("Mo,We,Fr 18:00-02:00", "en", "Monday, Wednesday, Friday 6:00 pm to 2:00 am")]
    [InlineData("Sa 00:00-12:00,12:30-24:00", "en", "Saturday 12:00 am to noon, 12:30 pm to midnight")]
    [InlineData("24/7", "fr", "24/7")]
    [InlineData("Sa 00:00-24:00", "fr", "samedi 0 h à 24 h")]
    public void Hours_are_written_as_people_say_them(string notation, string language, string words)
    {
        Assert.True(HoursNotation.TryParse(notation, out var ranges, out _));
        Assert.Equal(words, HoursText.Write(ranges, language));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void What_is_written_is_read_back_the_same(string language)
    {
        var random = new Random(20261122);
        for (var i = 0; i < 500; i++)
        {
            ImmutableArray<OpeningRange> ranges = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => Range(random)).Distinct()];
            var words = HoursText.Write(ranges, language);
            Assert.True(PlainHours.TryRead(words, out var days, out var problem), $"{words}: {problem}");
            var read = days.SelectMany((day, number) => HoursText.RangesOf(new HsdsRecord("schedule", $"{number}",
            [
                KeyValuePair.Create("freq", "WEEKLY"), KeyValuePair.Create("byday", day.Days), KeyValuePair.Create("opens_at", day.Opens), KeyValuePair.Create("closes_at", day.Closes),
            ])) ?? []);
            Assert.Equal(ranges.Order(Comparer), read.Order(Comparer));
        }
    }

    private static Comparer<OpeningRange> Comparer { get; } = Comparer<OpeningRange>.Create((a, b) => (a.Day, a.From, a.To).CompareTo((b.Day, b.From, b.To)));

    private static OpeningRange Range(Random random)
    {
        var from = random.Next(0, 95) * 15;
        return new((DayOfWeek)random.Next(7), from, from + (random.Next(1, 90) * 15));
    }
}
