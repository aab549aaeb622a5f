using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Callers;
using AppelAide.Host.Persistence;
using AppelAide.Host.Tests.Golden;
using Dapper;

namespace AppelAide.Host.Tests.Sheets;

public sealed class SummaryByCallTests
{
    [Fact]
    public async Task A_telephone_that_takes_no_texts_is_told_of_a_call_that_will_say_the_summary_twice()
    {
        const string From = "+14185552311";
        await using var line = await GoldenLine.OpenAsync();
        var callers = line.Get<CallerStore>();
        var caller = await callers.FindOrCreateAsync(From, "fr", line.Clock.GetUtcNow(), default);
        await line.Get<Database>().WriteAsync(scope => callers.NoteTexts(scope, caller.Id, texts: false), default);
        var arrival = await line.Conversations.StartCallAsync("CA1", From, null, trial: false, default);
        var sheet = await line.Conversations.AdvanceCallAsync(arrival.ConversationNo, arrival.Turn.Number, "CA1", new SpeechInput("une fiche sur la fraude", 0.9), null, default);
        var asked = await line.Conversations.AdvanceCallAsync(arrival.ConversationNo, sheet!.Turn.Number, "CA1", new DigitsInput("3"), null, default);
        Assert.Contains("on vous appellera", string.Join(' ', asked!.Turn.Said.Select(utterance => utterance.Text)), StringComparison.Ordinal);
        // The outbox makes a call of it when it is sent.
        var spoken = await line.Get<Database>().ReadAsync(c => c.QuerySingle<string>("SELECT spoken FROM outbox_message"), default);
        Assert.Equal(2, spoken.Split("Fraude: on vous presse").Length - 1);
    }
}
