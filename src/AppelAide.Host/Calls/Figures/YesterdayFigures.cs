using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Calls.Figures;

/// <summary>Yesterday in five figures, those that are not counted yet added: texts of the evening end in the night.</summary>
internal sealed class YesterdayFigures(Database database, FigureStore store, Func<ConversationCounter> counters, LineClock clock)
{
    /// <summary>More than that are not counted only where the line was just brought up to date; the counting will have them in minutes.</summary>
    private const int Most = 1000;

    private const string Day = """
        SELECT channel, SUM(conversations) AS conversations, SUM(answered) AS answered, SUM(abandoned) AS abandoned
        FROM figure_day WHERE day = @Day GROUP BY channel
        """;

    private const string People = "SELECT people FROM figure_people WHERE span = @Day AND part = 'day'";

    private const string Known = "SELECT caller_id FROM figure_person WHERE span = @Day AND part = 'day' AND caller_id IN @Callers";

    /// <summary>Reads them.</summary>
    public Task<DayFigures> ReadAsync(CancellationToken ct) => ReadAsync(DateOnly.FromDateTime(clock.Now.DateTime).AddDays(-1), ct);

    /// <summary>Reads those of a day: today's as far as it went.</summary>
    public async Task<DayFigures> ReadAsync(DateOnly day, CancellationToken ct)
    {
        var (from, to) = (clock.ToInstant(day.ToDateTime(TimeOnly.MinValue)), clock.ToInstant(day.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        var recent = await store.RecentAsync(from, to, Most, ct).ConfigureAwait(false);
        var tally = new FigureTally();
        if (recent.Count > 0)
        {
            var counter = counters();
            var (turns, found) = await store.ReadAsync(recent.ConvertAll(conversation => conversation.No), ct).ConfigureAwait(false);
            foreach (var conversation in recent) counter.Count(tally, conversation, [.. turns[conversation.No]], [.. found[conversation.No]]);
        }

        var span = FigureSpan.Text(day);
        return await database.ReadAsync(
            connection =>
            {
                var rows = connection.Query<Row>(Day, new { Day = span }).AsList();
                foreach (var (key, counts) in tally.Rows(FigureTables.Day))
                    rows.Add(new Row { Channel = key[1], Conversations = counts[0], Abandoned = counts[1], Answered = counts[4] });
                var callers = tally.People.Where(person => person.Part == FigureParts.Day).Select(person => person.Caller).ToHashSet();
                var people = connection.QueryFirstOrDefault<long>(People, new { Day = span }) + callers.Count;
                if (callers.Count > 0) people -= connection.Query<long>(Known, new { Day = span, Callers = callers }).Count();
                var asked = rows.FindAll(row => row.Channel != FigureChannels.Outgoing);
                return new DayFigures
                {
                    Day = day,
                    Calls = asked.Where(row => row.Channel == FigureChannels.Call).Sum(row => row.Conversations),
                    Texts = asked.Where(row => row.Channel == FigureChannels.Text).Sum(row => row.Conversations),
                    People = people,
                    Answered = asked.Sum(row => row.Answered),
                    Abandoned = asked.Sum(row => row.Abandoned),
                };
            },
            ct).ConfigureAwait(false);
    }

    private sealed record Row
    {
        public required string Channel { get; init; }

        public long Conversations { get; init; }

        public long Answered { get; init; }

        public long Abandoned { get; init; }
    }
}
