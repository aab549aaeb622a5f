using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Callers;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using AppelAide.Host.Tests.Golden;
using AppelAide.Host.Tests.Outbox;
using Dapper;

namespace AppelAide.Host.Tests.Trainings.Messages;

/// <summary>What the line asked first is known to the conversation that answers it.</summary>
public sealed class AskedQuestionTests
{
    private const string Phone = "+14185550142";

    [Fact]
    public async Task A_text_after_a_question_begins_anew_and_the_next_one_goes_on()
    {
        await using var line = await GoldenLine.OpenAsync();
        var first = await TextAsync(line, "formation gaspé", 1);
        line.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(first.ConversationNo, (await TextAsync(line, "5", 2)).ConversationNo);
        line.Clock.Advance(TimeSpan.FromMinutes(10));
        await AskAsync(line, "reminder:2");
        line.Clock.Advance(TimeSpan.FromMinutes(1));
        var answer = await TextAsync(line, "formation", 3);
        Assert.NotEqual(first.ConversationNo, answer.ConversationNo);
        Assert.Equal(("7", "reminder"), await AskedInAsync(line, answer.ConversationNo));
        line.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(answer.ConversationNo, (await TextAsync(line, "5", 4)).ConversationNo);
    }

    [Fact]
    public async Task A_call_knows_what_was_asked()
    {
        await using var line = await GoldenLine.OpenAsync();
        await line.Get<CallerStore>().FindOrCreateAsync(Phone, "fr", line.Clock.GetUtcNow(), default);
        Assert.Equal(("", ""), await AskedInAsync(line, (await line.Conversations.StartCallAsync("CA1", Phone, null, trial: false, default)).ConversationNo));
        await AskAsync(line, "reminder:1");
        Assert.Equal(("7", "reminder"), await AskedInAsync(line, (await line.Conversations.StartCallAsync("CA2", Phone, null, trial: false, default)).ConversationNo));
        Assert.Equal(("", ""), await AskedInAsync(line, (await line.Conversations.StartCallAsync("CA3", "+14185550143", null, trial: false, default)).ConversationNo));
    }

    [Fact]
    public async Task A_call_that_the_line_makes_knows_what_it_is_about_and_a_person_who_hears_it_is_reached()
    {
        await using var line = await GoldenLine.OpenAsync();
        var message = await AskAsync(line, "changed:3", asks: false, kind: "call");
        Assert.NotNull(await line.Conversations.StartMessageAsync("CA1", message, machine: true, null, default));
        Assert.Null(await ReachedAsync(line));
        var call = (await line.Conversations.StartMessageAsync("CA2", message, machine: false, null, default))!;
        var session = await SessionAsync(line, call.ConversationNo);
        Assert.Equal(("7", "changed"), (session.Variables[MessageVariables.Registration], session.Variables[MessageVariables.Topic]));
        Assert.NotNull(await ReachedAsync(line));
    }

    private static async Task<long> AskAsync(GoldenLine line, string topic, bool asks = true, string kind = "sms")
    {
        var now = line.Clock.GetUtcNow();
        var caller = (await line.Get<CallerStore>().FindOrCreateAsync(Phone, "fr", now, default)).Id;
        var session = line.Get<DirectorySource>().Current.Sessions.First(one => one.Start > now.AddDays(1)).Id;
        return await line.Get<Database>().WriteAsync(
            scope =>
            {
                var id = line.Get<OutboxStore>().Enqueue(scope, SomeMessages.Message(caller, now) with { Kind = kind }, now);
                scope.Execute("UPDATE outbox_message SET state = 'sent', sent_at = @now WHERE id = @id", new { id, now });
                scope.Execute(
                    """
                    INSERT INTO registration (id, session_id, caller_id, contact_id, name, name_key, conversation_no, code, state, offers, registered_at, updated_at)
                    VALUES (7, @session, @caller, @caller, '', '', 0, '100', 'registered', 0, @now, @now)
                    """,
                    new { session, caller, now });
                scope.Execute(
                    "INSERT INTO registration_message (registration_id, topic, message_id, asks, tries, created_at) VALUES (7, @topic, @id, @asks, 1, @now)", new { topic, id, asks, now });
                return id;
            },
            default);
    }

    private static Task<TurnReply> TextAsync(GoldenLine line, string words, int number) => line.Conversations.ReceiveTextAsync($"SM{number}", Phone, new TextInput(words), trial: false, default);

    private static async Task<(string Registration, string Topic)> AskedInAsync(GoldenLine line, long no)
    {
        var variables = (await SessionAsync(line, no)).Variables;
        return (variables.GetValueOrDefault(StartVariables.AskedRegistration, ""), variables.GetValueOrDefault(StartVariables.AskedTopic, ""));
    }

    private static async Task<Session> SessionAsync(GoldenLine line, long no) => SessionJson.Read(
        await line.Get<Database>().ReadAsync(connection => connection.QuerySingle<string>("SELECT state FROM session WHERE conversation_no = @no", new { no }), default));

    private static Task<string?> ReachedAsync(GoldenLine line) => line.Get<Database>().ReadAsync(
        connection => connection.QuerySingle<string?>("SELECT reached_at FROM registration_message WHERE registration_id = 7"), default);
}
