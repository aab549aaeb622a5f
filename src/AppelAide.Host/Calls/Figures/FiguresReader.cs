using System.Collections.Immutable;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Calls.Figures;

/// <summary>How the line does, by week, place, language and need. Reads the tables of counts alone, never the log.</summary>
internal sealed class FiguresReader(Database database)
{
    private const string Weeks = """
        SELECT day, channel, SUM(conversations) AS conversations, SUM(answer_seconds) AS answer_seconds, SUM(answer_15) AS answer15, SUM(answer_30) AS answer30,
          SUM(answer_60) AS answer60, SUM(answer_90) AS answer90, SUM(answer_120) AS answer120, SUM(answer_180) AS answer180, SUM(answer_300) AS answer300,
          SUM(answer_more) AS answer_more
        FROM figure_day WHERE day >= @From AND day <= @To GROUP BY day, channel
        """;

    private const string WeeksOfPlace = "SELECT week, calls, texts FROM figure_place WHERE week >= @From AND week <= @To AND place_id = @Place";

    private const string Counts = """
        SUM(CASE WHEN channel = 'voice' THEN conversations ELSE 0 END) AS calls, SUM(CASE WHEN channel = 'sms' THEN conversations ELSE 0 END) AS texts
        """;

    private const string Gone = "SUM(CASE WHEN channel <> 'outgoing' THEN abandoned ELSE 0 END) AS abandoned";

    private const string Languages = $"SELECT language AS value, {Counts}, {Gone} FROM figure_day WHERE day >= @From AND day <= @To GROUP BY language";

    private const string Places = """
        SELECT place_id AS value, SUM(calls) AS calls, SUM(texts) AS texts, SUM(abandoned) AS abandoned
        FROM figure_place WHERE week >= @From AND week <= @To GROUP BY place_id
        """;

    private const string OutcomesOf = $"SELECT outcome, {Counts} FROM figure_outcome WHERE day >= @From AND day <= @To GROUP BY outcome";

    private const string People = """
        SELECT part, value, span, people FROM figure_people
        WHERE span >= @From AND span <= @To AND (part = 'week' OR part = 'language' OR (part = 'place' AND value = @Place))
        """;

    private const string PeopleOfPlaces = """
        SELECT value, SUM(people) AS people FROM figure_people WHERE span >= @From AND span <= @To AND part = 'place' GROUP BY value
        """;

    private const string Needs = "SELECT need AS value, SUM(asked) AS asked, SUM(found) AS found FROM figure_need WHERE week >= @From AND week <= @To GROUP BY need";

    private const string NeedsOfPlace = """
        SELECT need AS value, SUM(asked) AS asked, SUM(found) AS found FROM figure_need_place
        WHERE place_id = @Place AND week >= @From AND week <= @To GROUP BY need
        """;

    private const string NeedByPlace = """
        SELECT place_id AS value, SUM(asked) AS asked, SUM(found) AS found FROM figure_need_place
        WHERE need = @Need AND week >= @From AND week <= @To GROUP BY place_id
        """;

    private const string AskedByPlace = """
        SELECT place_id AS value, SUM(asked) AS asked, SUM(found) AS found FROM figure_place WHERE week >= @From AND week <= @To GROUP BY place_id
        """;

    /// <summary>The figures of a period.</summary>
    /// <param name="period">The weeks.</param>
    /// <param name="place">The weeks are those of a place; null for everywhere. Empty: where no place was settled on.</param>
    /// <param name="ct">Gives up.</param>
    public Task<PeriodFigures> ReadAsync(FigurePeriod period, string? place, CancellationToken ct)
    {
        var span = new { From = FigureSpan.Text(period.From), To = FigureSpan.Text(period.To), Place = place ?? "" };
        return database.ReadAsync(
            connection =>
            {
                var days = connection.Query<DayRow>(Weeks, span).AsList();
                var weeks = place is null
                    ? days.GroupBy(row => FigureSpan.Monday(FigureSpan.Read(row.Day))).ToDictionary(week => week.Key, week => (Calls: Of(week, FigureChannels.Call), Texts: Of(week, FigureChannels.Text)))
                    : connection.Query<PlaceWeek>(WeeksOfPlace, span).ToDictionary(row => FigureSpan.Read(row.Week), row => (row.Calls, row.Texts));
                var people = connection.Query<PeopleRow>(People, span).AsList();
                var peopleOfPlaces = connection.Query<PartFigures>(PeopleOfPlaces, span).ToDictionary(row => row.Value, row => row.People);
                var peopleByWeek = people.Where(row => row.Part == (place is null ? FigureParts.Week : FigureParts.Place))
                    .ToDictionary(row => FigureSpan.Read(row.Span), row => row.People);
                var calls = days.FindAll(row => row.Channel == FigureChannels.Call);
                var answered = calls.Sum(row => row.Answers.Sum());
                return new PeriodFigures
                {
                    Weeks =
                    [
                        .. period.Weeks.Select(week => new WeekFigures(
                            week, weeks.GetValueOrDefault(week).Calls, weeks.GetValueOrDefault(week).Texts, peopleByWeek.GetValueOrDefault(week))),
                    ],
                    Languages = Sorted(connection.Query<PartFigures>(Languages, span)
                        .Select(row => row with { People = people.Where(other => other.Part == FigureParts.Language && other.Value == row.Value).Sum(other => other.People) })),
                    Places = Sorted(connection.Query<PartFigures>(Places, span).Select(row => row with { People = peopleOfPlaces.GetValueOrDefault(row.Value) })),
                    Outcomes = [.. connection.Query<OutcomeFigures>(OutcomesOf, span).Where(row => row.Calls + row.Texts > 0).OrderByDescending(row => row.Calls + row.Texts)],
                    Answers = [.. Enumerable.Range(0, AnswerTimes.Columns.Length).Select(column => calls.Sum(row => row.Answers[column]))],
                    MeanAnswer = answered > 0 ? (double)calls.Sum(row => row.AnswerSeconds) / answered : null,
                    Outgoing = Of(days, FigureChannels.Outgoing),
                };
            },
            ct);
    }

    /// <summary>Needs, the most frequent first.</summary>
    /// <param name="period">The weeks.</param>
    /// <param name="place">At a place; null for everywhere.</param>
    /// <param name="ct">Gives up.</param>
    public Task<ImmutableArray<NeedFigures>> NeedsAsync(FigurePeriod period, string? place, CancellationToken ct) =>
        NeedsAsync(place is null ? Needs : NeedsOfPlace, period, place, "", ct);

    /// <summary>How often needs were asked for in each place, the most frequent first.</summary>
    /// <param name="period">The weeks.</param>
    /// <param name="need">One need; null for all.</param>
    /// <param name="ct">Gives up.</param>
    public Task<ImmutableArray<NeedFigures>> PlacesAsync(FigurePeriod period, string? need, CancellationToken ct) =>
        NeedsAsync(need is null ? AskedByPlace : NeedByPlace, period, "", need, ct);

    private Task<ImmutableArray<NeedFigures>> NeedsAsync(string sql, FigurePeriod period, string? place, string? need, CancellationToken ct) => database.ReadAsync(
        connection => connection
            .Query<NeedFigures>(sql, new { From = FigureSpan.Text(period.From), To = FigureSpan.Text(period.To), Place = place, Need = need })
            .Where(row => row.Asked > 0).OrderByDescending(row => row.Asked).ThenBy(row => row.Value, StringComparer.Ordinal).ToImmutableArray(),
        ct);

    private static long Of(IEnumerable<DayRow> rows, string channel) => rows.Where(row => row.Channel == channel).Sum(row => row.Conversations);

    private static ImmutableArray<PartFigures> Sorted(IEnumerable<PartFigures> parts) =>
        [.. parts.Where(part => part.Calls + part.Texts > 0).OrderByDescending(part => part.Calls + part.Texts).ThenBy(part => part.Value, StringComparer.Ordinal)];

    private sealed record DayRow
    {
        public required string Day { get; init; }

        public required string Channel { get; init; }

        public long Conversations { get; init; }

        public long AnswerSeconds { get; init; }

        public long Answer15 { get; init; }

        public long Answer30 { get; init; }

        public long Answer60 { get; init; }

        public long Answer90 { get; init; }

        public long Answer120 { get; init; }

        public long Answer180 { get; init; }

        public long Answer300 { get; init; }

        public long AnswerMore { get; init; }

        public ImmutableArray<long> Answers => [Answer15, Answer30, Answer60, Answer90, Answer120, Answer180, Answer300, AnswerMore];
    }

    private sealed record PlaceWeek
    {
        public required string Week { get; init; }

        public long Calls { get; init; }

        public long Texts { get; init; }
    }

    private sealed record PeopleRow
    {
        public required string Part { get; init; }

        public required string Value { get; init; }

        public required string Span { get; init; }

        public long People { get; init; }
    }
}
