using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Search;

/// <summary>The days that a text wishes for: named dates, or else periods (next week) and days of the week, counted from today.</summary>
internal sealed class WishDates
{
    private const int Tomorrow = 1, DaysOfWeek = 7;

    private static readonly string[] Articles = ["le", "la", "les", "l", "du", "de", "the", "d"];
    private static readonly string[] Until = ["avant", "before", "jusqu", "jusque", "ici", "by", "until", "till"];
    private static readonly string[] Since = ["apres", "after", "partir", "from", "depuis", "des", "since", "starting"];
    private static readonly string[] Each = ["chaque", "every", "each", "tous"];
    private static readonly string[] Coming = ["prochain", "prochaine", "next", "coming"];

    private readonly NamedWords named;
    private readonly string[] words;
    private readonly DateOnly today;
    private readonly bool[] taken;

    private WishDates(NamedWords named, WishWords known, DateOnly today)
    {
        (this.named, words, this.today) = (named, named.Words, today);
        var dates = new NamedDates(named, today);
        taken = dates.Taken;
        (Impossible, Named) = (dates.Impossible, dates.Named);
        if (dates.Found.Count > 0)
        {
            (From, To) = dates.Found is [var only] ? Turned(only.From, only.To, only.Start) : (dates.Found.Min(date => date.From), dates.Found.Max(date => date.To));
            if (dates.Found is [{ From: var from, To: var to }] && from < to) Days = DaysNamed();
        }
        else if (Impossible.Length == 0)
        {
            ReadPeriods(known);
        }
    }

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public string Days { get; private set; } = "";

    /// <summary>The part of the day that a period is of: <c>ce soir</c>.</summary>
    public string Part { get; private set; } = "";

    public string Impossible { get; private set; }

    public Bilingual Named { get; private set; }

    /// <summary>Whether a word named a date.</summary>
    public bool Takes(int word) => taken[word];

    /// <summary>Reads them.</summary>
    public static WishDates Read(NamedWords named, WishWords known, DateOnly today) => new(named, known, today);

    private void ReadPeriods(WishWords known)
    {
        foreach (var (_, name, start) in named.Found.Where(found => found.Group == WishWords.When))
        {
            switch (name)
            {
                case "past":
                    (Impossible, Named) = ("past", known.Label(WishWords.When, name));
                    return;
                case "weekdays":
                    Days = "12345";
                    break;
                case "weekends":
                    Days = "06";
                    break;
                case var _ when Periods.Of(name, today) is { } period && From is null && To is null:
                    (From, To) = Turned(period.From, period.To, start);
                    Part = name switch { "tonight" => "evening", "this-morning" => "morning", "this-afternoon" => "afternoon", _ => "" };
                    break;
            }
        }

        if (From is null && To is null && InSomeTime() is { } later) (From, To) = later;
        if (DaysNamed() is not { Length: > 0 } days) return;
        // "Mardi la semaine prochaine": that day of it.
        if (From is not null || To is not null || days.Length > 1 || Days.Length > 0 || IsHabit()) Days = days;
        else (From, To) = NextDay(days[0] - '0');
    }

    private string DaysNamed() =>
        string.Concat(named.Found.Where(found => found.Group == WishWords.Day).Select(found => found.Name).Distinct().Order(StringComparer.Ordinal));

    private int StartOfDay => named.Found.Find(found => found.Group == WishWords.Day).Start;

    /// <summary>"Les mardis", "le mardi", "every Tuesday": any of them.</summary>
    private bool IsHabit()
    {
        var at = StartOfDay;
        var before = at > 0 ? words[at - 1] : "";
        var after = at + 1 < words.Length ? words[at + 1] : "";
        return words[at].EndsWith('s') && words[at] is not "tues" and not "thurs" || before is "les" || (before == "le" && !Coming.Contains(after)) || Each.Contains(before) || (at > 1 && Each.Contains(words[at - 2]));
    }

    /// <summary>The next of a day of the week. Today is called today, and tomorrow tomorrow: "mardi prochain", said the day before, is a week later.</summary>
    private (DateOnly? From, DateOnly? To) NextDay(int day)
    {
        var at = StartOfDay;
        var isComing = (at > 0 && Coming.Contains(words[at - 1])) || (at + 1 < words.Length && Coming.Contains(words[at + 1]));
        var isThis = at > 0 && words[at - 1] is "ce" or "this";
        var ahead = (day - (int)today.DayOfWeek + DaysOfWeek) % DaysOfWeek;
        if ((ahead == 0 && !isThis) || (ahead == Tomorrow && isComing)) ahead += DaysOfWeek;
        return Turned(today.AddDays(ahead), today.AddDays(ahead), at);
    }

    /// <summary>"Avant le 15", "from Monday on": one end is open.</summary>
    private (DateOnly? From, DateOnly? To) Turned(DateOnly from, DateOnly to, int start)
    {
        var before = start - 1;
        while (before >= 0 && (Articles.Contains(words[before]) || named.GroupAt(before) == WishWords.Day)) before--;
        // "Du 3" and "de lundi" begin something that has no end here.
        if (before >= 0 && named.GroupAt(before).Length == 0)
        {
            if (Until.Contains(words[before])) return (null, words[before] is "avant" or "before" ? from.AddDays(-1) : to);
            if (Since.Contains(words[before])) return (words[before] is "apres" or "after" ? to.AddDays(1) : from, null);
        }

        return (from, to);
    }

    /// <summary>"Dans deux semaines", "in 3 days": the day, or the week or month it falls in.</summary>
    private (DateOnly From, DateOnly To)? InSomeTime()
    {
        for (var i = 0; i + 2 < words.Length; i++)
        {
            if (words[i] is not ("dans" or "in")) continue;
            if (DayNumbers.At(words, i + 1) is not { Number: >= 1 and <= 60 } some || some.End >= words.Length) continue;
            (DateOnly, DateOnly)? found = words[some.End] switch
            {
                "jour" or "jours" or "day" or "days" => (today.AddDays(some.Number), today.AddDays(some.Number)),
                "semaine" or "semaines" or "week" or "weeks" => Periods.Of("next-week", today.AddDays(DaysOfWeek * (some.Number - 1))),
                "mois" or "month" or "months" => Periods.Of("next-month", today.AddMonths(some.Number - 1)),
                _ => null,
            };
            if (found is null) continue;
            for (var word = i; word <= some.End; word++) taken[word] = true;
            return found;
        }

        return null;
    }
}
