using System.Globalization;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Calls.Review;

/// <summary>
/// A filter as SQL. The rarest part of it leads: its rows are read from its index, which is in the log's order, a stream for each value (the
/// boroughs of a city, the minutes of a length), and the streams are merged. The rest is looked at in the rows that the streams give.
/// </summary>
internal sealed class CallConditions
{
    /// <summary>SQLite joins no more than 500.</summary>
    private const int MostStreams = 200;

    private static readonly string[] Languages = ["fr", "en"];
    private readonly List<(string Table, string Key, string Where)> streams = [];
    private readonly List<string> rest = [];
    private readonly CallFilter filter;

    public CallConditions(CallFilter filter)
    {
        this.filter = filter;
        Lead(OfWords(), OfTag(), OfStep(), OfPlaces(), OfTopic(), OfOutcome(), OfMinutes(), OfKind());
    }

    /// <summary>The values.</summary>
    public DynamicParameters Parameters { get; } = new();

    /// <summary>Whether the streams alone are the answer.</summary>
    public bool IsWhole => rest.Count == 0;

    /// <summary>What must hold besides, of the row of the conversation; empty when nothing must.</summary>
    public string Rest => rest.Count == 0 ? "" : "WHERE " + string.Join(" AND ", rest);

    /// <summary>The rows <c>(no, started_at)</c> in order, at most <c>@Scan</c> of them from each stream.</summary>
    /// <param name="dialect">How a page is said.</param>
    /// <param name="isForward">From the newest to the oldest; the other way for the page before.</param>
    /// <param name="isFirst">Whether it begins at the end of the log, and not beside <c>@At</c> and <c>@No</c>, which lie within the filter's dates.</param>
    public string Streams(SqlDialect dialect, bool isForward, bool isFirst)
    {
        var (order, beyond) = isForward ? ("DESC", '<') : ("ASC", '>');
        var page = dialect.Page.Replace("@Take", "@Scan", StringComparison.Ordinal);
        var parts = streams.Select((stream, i) =>
        {
            var range = isFirst ? "" : $" AND started_at {beyond}= @At AND (started_at {beyond} @At OR {stream.Key} {beyond} @No)";
            // An index is read from one bound to another: a second bound on the same side would be tried row by row.
            if (filter.From is not null && (isForward || isFirst)) range += " AND started_at >= @From";
            if (filter.Until is not null && (!isForward || isFirst)) range += " AND started_at < @Until";
            return $"SELECT no, started_at FROM (SELECT {stream.Key} AS no, started_at FROM {stream.Table} WHERE {stream.Where}{range} "
                + $"ORDER BY started_at {order}, {stream.Key} {order} {page}) stream{i.ToString(CultureInfo.InvariantCulture)}";
        });
        return string.Join(" UNION ALL ", parts);
    }

    private void Lead(params Part?[] parts)
    {
        Parameters.Add("From", filter.From);
        Parameters.Add("Until", filter.Until);
        var leads = true;
        foreach (var part in parts)
        {
            if (part is null) continue;
            if (leads)
            {
                streams.AddRange(part.Streams.Take(MostStreams));
                rest.AddRange(part.Besides);
            }
            else
            {
                rest.AddRange(part.Conditions);
            }

            leads = false;
        }
    }

    private Part? OfWords() => filter.Words.Count == 0 ? null : Listed("conversation_note_word", "word", [.. filter.Words.OrderByDescending(word => word.Length)]);

    private Part? OfTag() => filter.Tag is null ? null : Listed("conversation_tag", "tag", [filter.Tag]);

    private Part? OfTopic() => filter.Topic is null ? null : Listed("conversation_topic", "topic", [filter.Topic]);

    private Part? OfStep() => filter.Step is null ? null : Of("last_node", [filter.Step]);

    private Part? OfPlaces() => filter.Places.Count == 0 ? null : Of("place_id", filter.Places);

    private Part? OfOutcome() => filter.Outcome switch
    {
        null => null,
        CallFilter.Ongoing => new Part([("conversation", "no", "ended_at IS NULL")], [], ["conversation.ended_at IS NULL"]),
        var outcome => Of("outcome", [outcome]),
    };

    private Part? OfMinutes()
    {
        if (filter.AtLeast is null && filter.AtMost is null) return null;
        var (least, most) = (Math.Clamp(filter.AtLeast ?? 0, 0, CallFilter.MostMinutes), Math.Min(filter.AtMost ?? CallFilter.MostMinutes, CallFilter.MostMinutes));
        // Nothing lasts at least 5 and at most 2 minutes: a length that no row has.
        return Of<int>("minutes", least > most ? [-1] : [.. Enumerable.Range(least, most - least + 1)]);
    }

    /// <summary>Channel, language and trial share an index. What is not asked for is every value: so the log without a filter is read from there too.</summary>
    private Part OfKind()
    {
        string[] channels = filter.Channel is { } channel ? [channel.Text()] : ["voice", "sms"];
        var languages = filter.Language is { } language ? [language] : Languages;
        bool[] trials = filter.Trial is { } trial ? [trial] : [false, true];
        var conditions = new List<string>();
        if (filter.Channel is not null) conditions.Add($"conversation.channel = {Add(channels[0])}");
        if (filter.Language is not null) conditions.Add($"conversation.language = {Add(languages[0])}");
        if (filter.Trial is not null) conditions.Add($"conversation.trial = {Add(trials[0])}");
        return new Part(
            [
                .. from one in channels
                   from other in languages
                   from third in trials
                   select ("conversation", "no", $"channel = {Add(one)} AND language = {Add(other)} AND trial = {Add(third)}"),
            ],
            [],
            conditions);
    }

    /// <summary>A column of the conversation.</summary>
    private Part Of<T>(string column, IReadOnlyList<T> values)
    {
        var names = values.Take(MostStreams).Select(value => Add(value!)).ToList();
        return new Part([.. names.Select(name => ("conversation", "no", $"{column} = {name}"))], [], [$"conversation.{column} IN ({string.Join(", ", names)})"]);
    }

    /// <summary>A table of what conversations have: each value must be there.</summary>
    private Part Listed(string table, string column, IReadOnlyList<string> values)
    {
        var names = values.Select(value => Add(value)).ToList();
        var conditions = names.ConvertAll(name =>
            $"EXISTS (SELECT 1 FROM {table} WHERE {table}.{column} = {name} AND {table}.started_at = conversation.started_at AND {table}.conversation_no = conversation.no)");
        return new Part([(table, "conversation_no", $"{column} = {names[0]}")], conditions[1..], conditions);
    }

    private string Add(object value)
    {
        var name = $"P{Parameters.ParameterNames.Count().ToString(CultureInfo.InvariantCulture)}";
        Parameters.Add(name, value);
        return "@" + name;
    }

    /// <param name="Streams">Where its rows are, when it leads.</param>
    /// <param name="Besides">What must hold besides, when it leads.</param>
    /// <param name="Conditions">The same of the row of a conversation, when another leads.</param>
    private sealed record Part(IReadOnlyList<(string Table, string Key, string Where)> Streams, IReadOnlyList<string> Besides, IReadOnlyList<string> Conditions);
}
