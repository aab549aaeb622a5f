namespace AppelAide.Host.Tests.Calls.Figures;

/// <summary>The tables of counts as plain questions to a list of conversations, without a tally, a batch or a mark.</summary>
internal sealed class FigureOracle(IReadOnlyList<SomeConversations.One> all)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");
    private readonly List<SomeConversations.One> real = [.. all.Where(one => !one.Row.Trial)];

    public Dictionary<string, long> Rows(string table) => table switch
    {
        "figure_day" => By(one => $"{Day(one)}|{Channel(one)}|{one.Row.Language}"),
        "figure_outcome" => By(one => $"{Day(one)}|{Channel(one)}|{one.Row.Language}|{one.Row.Outcome}"),
        "figure_place" => By(one => $"{Week(one)}|{one.Row.PlaceId}"),
        "figure_people" => Incoming().SelectMany(one => new[] { ($"{Day(one)}|day|", one), ($"{Week(one)}|week|", one), ($"{Week(one)}|language|{one.Row.Language}", one), ($"{Week(one)}|place|{one.Row.PlaceId}", one) })
            .GroupBy(pair => pair.Item1).ToDictionary(group => group.Key, group => (long)group.Select(pair => pair.one.Row.CallerId).Distinct().Count()),
        "figure_need" => Sum(real.SelectMany(one => Asked(one).Select(need => $"{Week(one)}|{need}"))),
        "figure_need_place" => Sum(real.SelectMany(one => Asked(one).Select(need => $"{need}|{one.Row.PlaceId}|{Week(one)}"))),
        "figure_edge" => Sum(real.SelectMany(one => Steps(one).Select(step => $"{Week(one)}|{step.From}|{step.To}"))),
        _ => throw new ArgumentOutOfRangeException(nameof(table)),
    };

    public long Found => real.Sum(one => one.Found.Distinct().Count());

    public long Abandoned => real.Count(one => one.Row.Outcome == "abandoned");

    public long Answered => real.Count(one => one.Turns.Exists(turn => (turn.Events ?? "").Contains('=')));

    public long AnswerSeconds => real.Where(one => one.Turns.Exists(turn => (turn.Events ?? "").Contains('=')))
        .Sum(one => (long)Math.Floor((one.Turns.First(turn => (turn.Events ?? "").Contains('=')).At - one.Row.StartedAt).TotalSeconds));

    /// <summary>By node: entered, heard, meant nothing, silent, ended, gave up.</summary>
    public Dictionary<string, string> Nodes()
    {
        var names = real.SelectMany(one => one.Turns.SelectMany(turn => Words(turn).Append(turn.Node))).Append("texto.debut").Distinct();
        var counts = names.ToDictionary(
            name => name,
            name => string.Join(
                ' ',
                real.Sum(one => one.Turns.Sum(turn => Words(turn).Count(word => word == name))),
                Heard(name).Count(),
                Heard(name).Count(turn => turn.Intent == "unknown"),
                Heard(name).Count(turn => turn.HeardKind == "silence"),
                real.Count(one => one.Turns[^1].Node == name),
                real.Count(one => one.Turns[^1].Node == name && one.Row.Outcome == "abandoned")));
        return counts.Where(row => row.Value != "0 0 0 0 0 0").ToDictionary();
    }

    private IEnumerable<Host.Calls.Figures.CountedTurn> Heard(string node) => real.SelectMany(one => one.Turns.Where((turn, index) =>
        turn.HeardKind is "digits" or "speech" or "silence" or "text" && node == (index > 0 ? one.Turns[index - 1].Node : one.Row.Channel == "sms" ? "texto.debut" : "")));

    private static IEnumerable<(string From, string To)> Steps(SomeConversations.One one)
    {
        // All nodes stood at, one after another; a turn that ends where it already stands goes nowhere.
        List<string> way = [one.Row.Channel == "sms" ? "texto.debut" : ""];
        foreach (var turn in one.Turns)
        {
            way.AddRange(Words(turn));
            if (way[^1] != turn.Node) way.Add(turn.Node);
        }

        return way.Zip(way.Skip(1));
    }

    private static List<string> Words(Host.Calls.Figures.CountedTurn turn) =>
        [.. (turn.Events ?? "").Split(' ').Where(word => word.Length > 0 && char.IsAsciiLetter(word[0]))];

    private IEnumerable<SomeConversations.One> Incoming() => real.Where(one => Channel(one) != "outgoing");

    private static string Channel(SomeConversations.One one) =>
        one.Row.Channel == "sms" ? "sms" : Words(one.Turns[0]).First().StartsWith("message.", StringComparison.Ordinal) ? "outgoing" : "voice";

    private static HashSet<string> Asked(SomeConversations.One one) => [.. one.Turns.Where(turn => turn.Need is not null).Select(turn => turn.Need!), .. one.Found];

    private Dictionary<string, long> By(Func<SomeConversations.One, string> key) => Sum(real.Select(key));

    private static Dictionary<string, long> Sum(IEnumerable<string> keys) => keys.GroupBy(key => key).ToDictionary(group => group.Key, group => (long)group.Count());

    private static DateTime Local(SomeConversations.One one) => TimeZoneInfo.ConvertTime(one.Row.StartedAt, Zone).DateTime.Date;

    private static string Day(SomeConversations.One one) => $"{Local(one):yyyy-MM-dd}";

    private static string Week(SomeConversations.One one)
    {
        var day = Local(one);
        while (day.DayOfWeek != DayOfWeek.Monday) day = day.AddDays(-1);
        return $"{day:yyyy-MM-dd}";
    }
}
