using System.Globalization;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Search;

/// <summary>
/// The days of the calendar that a text names, with their month: <c>le 3 décembre</c>, <c>December 3rd, 2027</c>, <c>2026-12-03</c>; a whole month;
/// or a day of this month or the next (<c>le 15</c>). Without a year the next such day is meant, unless the last one is hardly over.
/// </summary>
internal sealed class NamedDates
{
    // Somebody who names in November a day of October means the one that is over; of one of February, the next.
    private const int JustOver = 60, FarAhead = 120;

    private static readonly string[] Joining = ["de", "d", "of", "du"];
    private static readonly string[] BeforeMonth = ["en", "in", "de", "d", "of", "mois", "month", "this", "next", "fin", "debut", "mi", "late", "early", "during", "for"];
    private static readonly string[] BetweenDays = ["au", "a", "et", "ou", "to", "and", "or", "through", "till", "until"];

    // After a number, they make it a number of something else.
    private static readonly string[] Things =
        ["h", "heure", "heures", "hour", "hours", "am", "pm", "minutes", "min", "personnes", "people", "ans", "years", "dollars", "km", "jours", "days", "semaines", "weeks", "mois", "months", "places", "seats", "enfants", "kids"];

    // Both are said also of what is no month.
    private static readonly string[] Doubtful = ["march", "may"];

    private readonly NamedWords named;
    private readonly string[] words;
    private readonly DateOnly today;

    public NamedDates(NamedWords named, DateOnly today)
    {
        (this.named, words, this.today) = (named, named.Words, today);
        Taken = new bool[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            if (named.GroupAt(i) == WishWords.Month) ReadMonth(i);
            else if (i + 2 < words.Length && DayNumbers.Year(words[i]) is { } year && IsTwoDigits(words[i + 1]) && IsTwoDigits(words[i + 2]))
                Add(Whole(words[i + 2]), Whole(words[i + 1]), year, i, i + 3);
        }

        for (var i = 0; i < words.Length; i++)
            if (!Taken[i]) ReadDayAlone(i);
    }

    /// <summary>The first and last day of each that is named, with where it begins.</summary>
    public List<(DateOnly From, DateOnly To, int Start)> Found { get; } = [];

    /// <summary><c>date</c> when one does not exist, <c>past</c> when one is over; else empty.</summary>
    public string Impossible { get; private set; } = "";

    /// <summary>The impossible one, as it is said back.</summary>
    public Bilingual Named { get; private set; } = Bilingual.Empty;

    /// <summary>The words that named them.</summary>
    public bool[] Taken { get; }

    private void ReadMonth(int at)
    {
        // "Sept décembre": the number, and not September.
        if (words[at] == "sept" && named.GroupAt(at + 1) == WishWords.Month && named.NameAt(at + 1) != named.NameAt(at)) return;
        var month = Whole(named.NameAt(at));
        var before = at > 0 && Joining.Contains(words[at - 1]) ? at - 1 : at;
        if (DayNumbers.Before(words, before) is { } first && !Taken[first.Start])
        {
            var year = at + 1 < words.Length ? DayNumbers.Year(words[at + 1]) : null;
            Add(first.Number, month, year, first.Start, at + (year is null ? 1 : 2));
            // "Du 3 au 10 décembre": the other end of it.
            if (first.Start >= 2 && BetweenDays.Contains(words[first.Start - 1]) && DayNumbers.Before(words, first.Start - 1) is { } other)
                Add(other.Number, month, year, other.Start, first.Start);
            return;
        }

        var after = at + 1 < words.Length && words[at + 1] is "the" or "le" ? at + 2 : at + 1;
        if (DayNumbers.At(words, after) is { } last && !(last.End < words.Length && Things.Contains(words[last.End])))
        {
            var year = last.End < words.Length ? DayNumbers.Year(words[last.End]) : null;
            Add(last.Number, month, year, at, last.End + (year is null ? 0 : 1));
            return;
        }

        if (Doubtful.Contains(words[at]) && !(at > 0 && BeforeMonth.Contains(words[at - 1]))) return;
        AddMonth(month, at, at + 1 < words.Length ? DayNumbers.Year(words[at + 1]) : null);
    }

    /// <summary>"Le 15", "the 15th", "mardi 15": of this month, or of the next that has one.</summary>
    private void ReadDayAlone(int at)
    {
        var (afterDay, afterArticle) = (named.GroupAt(at - 1) == WishWords.Day, at > 0 && words[at - 1] is "le" or "the" or "au" or "du");
        if (afterArticle && named.GroupAt(at - 2) == WishWords.Day) afterDay = true;
        var isOrdinal = char.IsAsciiDigit(words[at][0]) && DayNumbers.IsOrdinal(words[at]);
        if (!afterDay && !isOrdinal && !(afterArticle && char.IsAsciiDigit(words[at][0]))) return;
        if (DayNumbers.At(words, at) is not { Number: >= 1 and <= 31 } day || (day.End < words.Length && Things.Contains(words[day.End]))) return;
        var (year, month) = (today.Year, today.Month);
        for (var i = 0; i < 3; i++, month++)
        {
            if (month > 12) (year, month) = (year + 1, 1);
            if (day.Number > DateTime.DaysInMonth(year, month) || new DateOnly(year, month, day.Number) < today) continue;
            Keep(new(year, month, day.Number), new(year, month, day.Number), at, day.End);
            return;
        }
    }

    private void Add(int day, int month, int? year, int start, int end)
    {
        Take(start, end);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year ?? 2028, month))
        {
            Refuse("date", day, month, year);
            return;
        }

        if (Nearest(year, from => day <= DateTime.DaysInMonth(from, month) ? new DateOnly(from, month, day) : null) is not { } date)
            Refuse("date", day, month, year);
        else if (date < today)
            Refuse("past", day, month, year);
        else
            Keep(date, date, start, end);
    }

    private void AddMonth(int month, int at, int? year)
    {
        var last = Nearest(year, one => Periods.Month(one, month).To)!.Value;
        var (from, to) = Periods.Month(last.Year, month);
        if (to < today)
        {
            Take(at, at + 1);
            Refuse("past", 0, month, year);
        }
        else
        {
            Keep(from < today ? today : from, to, at, at + (year is null ? 1 : 2));
        }
    }

    /// <summary>The day of a given year; else the next, or the last when that is hardly over and the next far away. Null when there is none.</summary>
    private DateOnly? Nearest(int? year, Func<int, DateOnly?> of)
    {
        if (year is { } given) return of(given);
        var next = Enumerable.Range(today.Year, 2).Select(of).FirstOrDefault(date => date >= today);
        var last = of(today.Year) is { } thisYear && thisYear < today ? thisYear : of(today.Year - 1);
        var isJustOver = last is { } over && today.DayNumber - over.DayNumber <= JustOver;
        return isJustOver && (next is not { } ahead || ahead.DayNumber - today.DayNumber > FarAhead) ? last : next;
    }

    private void Keep(DateOnly from, DateOnly to, int start, int end)
    {
        Take(start, end);
        Found.Add((from, to, start));
    }

    private void Take(int start, int end)
    {
        for (var i = start; i < end && i < Taken.Length; i++) Taken[i] = true;
    }

    /// <summary>Said back as it was named, though no calendar has it.</summary>
    private void Refuse(string why, int day, int month, int? year)
    {
        if (Impossible.Length > 0) return;
        Impossible = why;
        // A day that every month has: only the month's name is wanted.
        var some = new DateOnly(today.Year, Math.Clamp(month, 1, 12), 2);
        var french = Wording.Date(some, some, Languages.French, Channel.Voice).Split(' ')[^1];
        var english = Wording.Date(some, some, Languages.English, Channel.Voice).Split(' ')[1];
        var number = day.ToString(CultureInfo.InvariantCulture);
        var (ofYear, comma) = year is { } told ? ($" {told}", $", {told}") : ("", "");
        Named = day == 0 ? new($"{french}{ofYear}", $"{english}{ofYear}") : new($"{(why == "past" ? "le " : "")}{(day == 1 ? "1er" : number)} {french}{ofYear}", $"{english} {number}{comma}");
    }

    private static bool IsTwoDigits(string word) => word.Length is 1 or 2 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[^1]);

    private static int Whole(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
