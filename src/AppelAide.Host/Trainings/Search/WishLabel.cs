using System.Collections.Immutable;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Search;

/// <summary>How a wish is said back: "formations sur la tablette, en anglais, jeudi 3 décembre, le soir".</summary>
internal sealed class WishLabel(WishWords known, DateOnly today, Channel channel)
{
    /// <summary>Some parts of a wish.</summary>
    /// <param name="wish">The wish.</param>
    /// <param name="parts">Which of its parts; its kind is a noun, and the others follow it.</param>
    public Bilingual Of(TrainingWish wish, WishParts parts)
    {
        var said = new List<Bilingual>();
        if (parts.HasFlag(WishParts.Topic)) said.Add(wish.Topic.Length > 0 ? known.Label(WishWords.Topic, wish.Topic) : wish.About.Length > 0 ? new("sur ce sujet", "on that") : Bilingual.Empty);
        if (parts.HasFlag(WishParts.Language)) said.Add(known.Label(WishWords.Tongue, wish.Language));
        if (parts.HasFlag(WishParts.Way)) said.Add(known.Label(WishWords.Way, wish.Way));
        if (parts.HasFlag(WishParts.Dates)) said.Add(Dates(wish));
        if (parts.HasFlag(WishParts.Part)) said.Add(known.Label(WishWords.Part, wish.Part));
        said.RemoveAll(label => label.Fr.Length == 0);
        var (fr, en) = (string.Join(", ", said.Select(label => label.Fr)), string.Join(", ", said.Select(label => label.En)));
        if (!parts.HasFlag(WishParts.Kind)) return new(fr, en);
        var kind = known.Label(WishWords.Kind, wish.Kind.Length > 0 ? wish.Kind : "training");
        // "Formations sur la tablette", but "formations, le soir".
        var link = said.Count > 0 && parts.HasFlag(WishParts.Topic) && (wish.Topic.Length > 0 || wish.About.Length > 0) ? " " : ", ";
        return said.Count == 0 ? kind : new($"{kind.Fr}{link}{fr}", $"{kind.En}{link}{en}");
    }

    private Bilingual Dates(TrainingWish wish)
    {
        var days = wish.Days switch
        {
            "" => Bilingual.Empty,
            "12345" => known.Label(WishWords.When, "weekdays"),
            "06" => known.Label(WishWords.When, "weekends"),
            _ => Joined([.. wish.Days.Select(day => known.Label(WishWords.Day, day.ToString()))]),
        };
        var period = (wish.From, wish.To) switch
        {
            (null, null) => Bilingual.Empty,
            ({ } from, null) => new($"à partir du {Date(from, Languages.French)}", $"from {Date(from, Languages.English)}"),
            (null, { } to) => new($"d'ici le {Date(to, Languages.French)}", $"by {Date(to, Languages.English)}"),
            ({ } from, { } to) => Period(from, to),
        };
        if (days.Fr.Length == 0 || period.Fr.Length == 0) return days.Fr.Length > 0 ? days : period;
        return new($"{days.Fr}, {period.Fr}", $"{days.En}, {period.En}");
    }

    /// <summary>As it is called, when it is a period that has a name.</summary>
    private Bilingual Period(DateOnly from, DateOnly to)
    {
        foreach (var name in Periods.Names)
            if (Periods.Of(name, today) is { } period && period == (from, to) && known.Label(WishWords.When, name) is { Fr.Length: > 0 } label)
                return label;
        if (from == to) return new(Date(from, Languages.French), Date(from, Languages.English));
        var month = Periods.Month(to.Year, to.Month);
        if (to == month.To && (from == month.From || (from == today && from.Month == to.Month))) return known.Label(WishWords.Month, to.Month.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return new($"du {Date(from, Languages.French)} au {Date(to, Languages.French)}", $"from {Date(from, Languages.English)} to {Date(to, Languages.English)}");
    }

    private string Date(DateOnly date, string language) => Wording.Date(date, today, language, channel);

    private static Bilingual Joined(ImmutableArray<Bilingual> labels) =>
        new(string.Join(" et ", labels.Select(label => label.Fr)), string.Join(" and ", labels.Select(label => label.En)));
}
