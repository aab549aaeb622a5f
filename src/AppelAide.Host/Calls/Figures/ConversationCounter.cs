using AppelAide.Dialogue.Events;
using AppelAide.Host.Conversations;

namespace AppelAide.Host.Calls.Figures;

/// <summary>What one conversation counts for. Pure, so that what is not counted yet can be added to what is.</summary>
/// <param name="clock">Tells the local day.</param>
/// <param name="startCall">The dialogue that speaks when the line calls somebody.</param>
/// <param name="startSms">The node where texts begin.</param>
internal sealed class ConversationCounter(LineClock clock, string startCall, string startSms)
{
    /// <summary>The local day on which a conversation began.</summary>
    public DateOnly DayOf(CountedConversation conversation) => DateOnly.FromDateTime(clock.ToLocal(conversation.StartedAt).DateTime);

    /// <summary>How the figures tell a conversation apart.</summary>
    public string ChannelOf(CountedConversation conversation, IReadOnlyList<CountedTurn> turns) =>
        conversation.Channel == FigureChannels.Text ? FigureChannels.Text
        : turns is [var first, ..] && TurnPath.Nodes(first.Events).FirstOrDefault(first.Node).StartsWith(startCall + ".", StringComparison.Ordinal) ? FigureChannels.Outgoing
        : FigureChannels.Call;

    /// <summary>Adds a conversation. A trial counts for nothing.</summary>
    /// <param name="tally">Where to.</param>
    /// <param name="conversation">The conversation.</param>
    /// <param name="turns">Its turns, in order.</param>
    /// <param name="found">The needs for which a service was found.</param>
    public void Count(FigureTally tally, CountedConversation conversation, IReadOnlyList<CountedTurn> turns, IReadOnlyCollection<string> found)
    {
        if (conversation.Trial) return;
        var date = DayOf(conversation);
        var (day, week) = (FigureSpan.Text(date), FigureSpan.Text(FigureSpan.Monday(date)));
        var (channel, language, place) = (ChannelOf(conversation, turns), conversation.Language, conversation.PlaceId ?? "");
        long gaveUp = conversation.Outcome == Outcomes.Abandoned ? 1 : 0;
        var asked = turns.Select(turn => turn.Need).OfType<string>().Concat(found).Where(need => need.Length > 0).ToHashSet(StringComparer.Ordinal);

        tally.Add(FigureTables.Day, [day, channel, language], ("conversations", 1), ("abandoned", gaveUp), ("turns", turns.Count), ("seconds", conversation.Seconds ?? 0));
        if (conversation.Outcome is { } outcome) tally.Add(FigureTables.Outcome, [day, channel, language, outcome], ("conversations", 1));
        if (turns.FirstOrDefault(turn => TurnPath.HasOutcome(turn.Events)) is { } answer)
        {
            var seconds = Math.Max(0, (long)(answer.At - conversation.StartedAt).TotalSeconds);
            tally.Add(FigureTables.Day, [day, channel, language], ("answered", 1), ("answer_seconds", seconds), (AnswerTimes.ColumnOf(seconds), 1));
        }

        var came = channel switch { FigureChannels.Text => "texts", FigureChannels.Outgoing => "outgoing", _ => "calls" };
        tally.Add(
            FigureTables.Place,
            [week, place],
            (came, 1),
            ("abandoned", channel == FigureChannels.Outgoing ? 0 : gaveUp),
            ("asked", asked.Count),
            ("found", asked.Count(found.Contains)));
        foreach (var need in asked)
        {
            long had = found.Contains(need) ? 1 : 0;
            tally.Add(FigureTables.Need, [week, need], ("asked", 1), ("found", had));
            tally.Add(FigureTables.NeedPlace, [need, place, week], ("asked", 1), ("found", had));
        }

        if (channel != FigureChannels.Outgoing)
        {
            tally.People.Add((day, conversation.CallerId, FigureParts.Day, ""));
            tally.People.Add((week, conversation.CallerId, FigureParts.Week, ""));
            tally.People.Add((week, conversation.CallerId, FigureParts.Language, language));
            tally.People.Add((week, conversation.CallerId, FigureParts.Place, place));
        }

        CountWay(tally, week, channel, language, conversation, turns, gaveUp);
    }

    private void CountWay(
        FigureTally tally, string week, string channel, string language, CountedConversation conversation, IReadOnlyList<CountedTurn> turns, long gaveUp)
    {
        var at = channel == FigureChannels.Text ? startSms : "";
        foreach (var turn in turns)
        {
            if (at.Length > 0 && turn.HeardKind is "digits" or "speech" or "text" or "silence")
            {
                tally.Add(
                    FigureTables.Node,
                    [week, at, channel, language],
                    ("heard", 1),
                    ("no_match", turn.Intent == Intents.Unknown ? 1 : 0),
                    ("no_input", turn.HeardKind == "silence" ? 1 : 0));
            }

            foreach (var node in TurnPath.Nodes(turn.Events))
            {
                tally.Add(FigureTables.Edge, [week, at, node], ("passed", 1));
                tally.Add(FigureTables.Node, [week, node, channel, language], ("entered", 1));
                at = node;
            }

            // Back to a question that was put before: it is put again, and not entered.
            if (turn.Node != at) tally.Add(FigureTables.Edge, [week, at, turn.Node], ("passed", 1));
            at = turn.Node;
        }

        if ((conversation.LastNode ?? at) is { Length: > 0 } last && conversation.EndedAt is not null)
            tally.Add(FigureTables.Node, [week, last, channel, language], ("ended", 1), ("abandoned", gaveUp));
    }
}
