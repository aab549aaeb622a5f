using AppelAide.Host.Callers;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace AppelAide.Host.Tests.Http;

/// <summary>The line calls a citizen to read a message: what the provider is told when somebody, or a machine, answers.</summary>
public sealed class MessageCallTests
{
    private const string Citizen = "+14185550142";
    private const string Spoken = "La bibliothèque ouvre aussi le samedi.";
    private const string Nothing = "Finalement, nous n'avons pas de message pour vous.";

    [Fact]
    public async Task Who_answers_hears_who_calls_the_message_and_the_choices_of_any_call()
    {
        await using var line = await LineServer.StartAsync();
        var id = await EnqueueAsync(line);
        var sid = LineServer.NewSid("CA");
        var reply = (await AnswerAsync(line, id, sid)).IsUsable();
        Assert.Equal("Gather", reply.Verb);
        Assert.StartsWith($"Bonjour, ici la Ligne AppelAide. C'est un appel automatisé. Vous avez demandé à recevoir nos nouvelles. En voici une. {Spoken}", reply.Said, StringComparison.Ordinal);
        var again = (await line.PostAsync(reply.Action, Form(sid, ("Digits", "1")))).IsUsable();
        Assert.StartsWith(Spoken, again.Said, StringComparison.Ordinal);
        Assert.Equal("Dial", (await line.PostAsync(again.Action, Form(sid, ("Digits", "0")))).IsUsable().Verb);
        await HasNotMadeAnybodyOfItselfAsync(line);
    }

    [Fact]
    public async Task A_second_delivery_gets_the_same_answer_even_once_the_call_is_over()
    {
        await using var line = await LineServer.StartAsync();
        var id = await EnqueueAsync(line);
        var sid = LineServer.NewSid("CA");
        var first = await AnswerAsync(line, id, sid);
        Assert.Equal(first.WithoutHints, (await AnswerAsync(line, id, sid)).WithoutHints);
        await EndsAsync(line, id, sid, "completed");
        Assert.Equal(first.WithoutHints, (await AnswerAsync(line, id, sid)).WithoutHints);
        Assert.Equal((1, 1), (await line.CountAsync("conversation"), await line.CountAsync("turn")));
    }

    [Theory]
    [InlineData("machine_start")]
    [InlineData("machine_end_beep")]
    [InlineData("fax")]
    public async Task A_machine_is_told_once_with_the_number_to_call_back_and_the_line_hangs_up(string answeredBy)
    {
        await using var line = await LineServer.StartAsync();
        var reply = (await AnswerAsync(line, await EnqueueAsync(line), LineServer.NewSid("CA"), answeredBy)).IsUsable();
        Assert.Equal("Hangup", reply.Verb);
        Assert.Contains($"{Spoken} Pour nous rappeler: 5 8 1, 5 5 5, 0 1 0 0.", reply.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("human")]
    [InlineData("unknown")]
    [InlineData("")]
    public async Task Who_may_be_a_person_is_offered_the_choices(string answeredBy)
    {
        await using var line = await LineServer.StartAsync();
        Assert.Equal("Gather", (await AnswerAsync(line, await EnqueueAsync(line), LineServer.NewSid("CA"), answeredBy)).IsUsable().Verb);
    }

    [Theory]
    [InlineData("?m=999999")]
    [InlineData("?m=-1")]
    [InlineData("?m=one")]
    [InlineData("?m=99999999999999999999")]
    [InlineData("")]
    public async Task A_message_that_is_none_is_a_polite_sentence_and_nobody_s_conversation(string query)
    {
        await using var line = await LineServer.StartAsync();
        var reply = (await line.PostAsync("/twilio/voice/message" + query, Form(LineServer.NewSid("CA")))).IsUsable();
        Assert.Equal("Hangup", reply.Verb);
        Assert.Contains(Nothing, reply.Said, StringComparison.Ordinal);
        Assert.Contains("We have no message for you after all.", reply.Said, StringComparison.Ordinal);
        Assert.Equal((0, 0), (await line.CountAsync("conversation"), await line.CountAsync("caller")));
    }

    [Theory]
    [InlineData("state = 'cancelled'")]
    [InlineData("state = 'failed'")]
    [InlineData("state = 'delivered'")]
    [InlineData("kind = 'sms'")]
    public async Task A_message_that_is_no_longer_to_be_said_is_a_polite_sentence(string change)
    {
        await using var line = await LineServer.StartAsync();
        var id = await EnqueueAsync(line);
        await ChangeAsync(line, $"UPDATE outbox_message SET {change}");
        var reply = (await AnswerAsync(line, id, LineServer.NewSid("CA"))).IsUsable();
        Assert.Equal("Hangup", reply.Verb);
        Assert.Contains(Nothing, reply.Said, StringComparison.Ordinal);
        Assert.Equal("fr", reply.Languages);
        Assert.Equal(0, await line.CountAsync("conversation"));
    }

    [Fact]
    public async Task Two_stops_the_messages_and_the_call_is_the_proof()
    {
        await using var line = await LineServer.StartAsync();
        var (id, next) = (await EnqueueAsync(line), await EnqueueAsync(line));
        var sid = LineServer.NewSid("CA");
        var reply = (await line.PostAsync((await AnswerAsync(line, id, sid)).Action, Form(sid, ("Digits", "2")))).IsUsable();
        Assert.Equal("Hangup", reply.Verb);
        Assert.StartsWith("C'est noté. Nous ne vous appellerons plus", reply.Said, StringComparison.Ordinal);
        Assert.Equal([(0L, "voice", "messages", "2", sid)], await line.RowsAsync<(long, string, string, string, string)>("SELECT given, channel, purpose, words, proof FROM consent"));
        Assert.Equal(1, await line.CountAsync("caller", "stopped = 1"));
        Assert.Equal(1, await line.CountAsync("outbox_message", $"id = {next} AND state = 'cancelled'"));
        Assert.Contains(Nothing, (await AnswerAsync(line, next, LineServer.NewSid("CA"))).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_of_a_message_is_not_taken_for_that_of_the_citizen()
    {
        await using var line = await LineServer.StartAsync();
        var reply = await AnswerAsync(line, await EnqueueAsync(line, "en"), LineServer.NewSid("CA"));
        Assert.Equal("en", reply.Languages);
        Assert.Equal(["fr"], await line.RowsAsync<string>("SELECT language FROM caller"));
    }

    [Fact]
    public async Task A_call_that_is_answered_before_the_provider_s_reply_was_noted_is_known_as_made()
    {
        await using var line = await LineServer.StartAsync();
        var id = await EnqueueAsync(line);
        await ChangeAsync(line, "UPDATE outbox_message SET state = 'sending'");
        var sid = LineServer.NewSid("CA");
        await AnswerAsync(line, id, sid);
        Assert.Equal([("sent", sid)], await line.RowsAsync<(string, string)>("SELECT state, provider_sid FROM outbox_message"));
    }

    [Theory]
    [InlineData("completed", "delivered")]
    [InlineData("no-answer", "due")]
    [InlineData("busy", "due")]
    [InlineData("ringing", "sent")]
    [InlineData("nonsense", "sent")]
    public async Task What_became_of_a_call_is_told_to_the_outbox(string status, string state)
    {
        await using var line = await LineServer.StartAsync();
        var id = await EnqueueAsync(line);
        var sid = LineServer.NewSid("CA");
        await ChangeAsync(line, $"UPDATE outbox_message SET state = 'sent', attempts = 1, provider_sid = '{sid}'");
        await EndsAsync(line, id, sid, status);
        await EndsAsync(line, id, sid, status);
        Assert.Equal([state], await line.RowsAsync<string>("SELECT state FROM outbox_message"));
    }

    [Fact]
    public async Task A_call_whose_conversation_is_lost_begins_anew_with_the_citizen_and_not_with_the_line()
    {
        await using var line = await LineServer.StartAsync();
        await EnqueueAsync(line);
        Assert.Contains("Ligne AppelAide", (await line.PostAsync("/twilio/voice/turn?c=12345&t=3", Form(LineServer.NewSid("CA"), ("Digits", "1")))).IsUsable().Said, StringComparison.Ordinal);
        await HasNotMadeAnybodyOfItselfAsync(line);
    }

    [Fact]
    public async Task When_the_line_fails_a_person_is_apologised_to_and_a_machine_is_not_put_through()
    {
        TroubledDatabase? database = null;
        await using var line = await LineServer.StartAsync(services => database = services.Trouble());
        var id = await EnqueueAsync(line);
        database!.WritesFail = true;
        var person = (await AnswerAsync(line, id, LineServer.NewSid("CA"))).IsUsable();
        Assert.Equal("Dial", person.Verb);
        Assert.StartsWith("Je m'excuse, la ligne a un problème.", person.Said, StringComparison.Ordinal);
        Assert.Equal("Hangup", (await AnswerAsync(line, id, LineServer.NewSid("CA"), "machine_start")).Verb);
    }

    [Fact]
    public async Task Spoken_words_stop_and_start_messages_in_any_call()
    {
        await using var line = await LineServer.StartAsync();
        var call = await line.CallArrivesAsync();
        Assert.StartsWith("C'est noté. Nous ne vous appellerons plus, et nous ne vous écrirons plus.", (await call.SaysAsync("Arrêtez de m'appeler")).Said, StringComparison.Ordinal);
        Assert.Equal(1, await line.CountAsync("caller", "stopped = 1"));
        Assert.StartsWith("C'est noté. Vous recevrez de nouveau nos messages.", (await call.SaysAsync("Recommencez les messages")).Said, StringComparison.Ordinal);
        Assert.Equal(1, await line.CountAsync("caller", "stopped = 0"));
        Assert.Equal(["Arrêtez de m'appeler", "Recommencez les messages"], await line.RowsAsync<string>("SELECT words FROM consent ORDER BY id"));
    }

    private static Task<LineReply> AnswerAsync(LineServer line, long id, string sid, string answeredBy = "human") =>
        line.PostAsync($"/twilio/voice/message?m={id}", Form(sid, ("AnsweredBy", answeredBy)));

    private static Task<LineReply> EndsAsync(LineServer line, long id, string sid, string status) =>
        line.PostAsync($"/twilio/voice/status?m={id}", [.. Form(sid).Where(field => field.Name != "CallStatus"), ("CallStatus", status), ("CallDuration", "30")]);

    /// <summary>The line's own number is the one that calls.</summary>
    private static (string Name, string Value)[] Form(string sid, params (string Name, string Value)[] fields) =>
        [("CallSid", sid), ("From", "+15815550100"), ("To", Citizen), ("Direction", "outbound-api"), ("CallStatus", "in-progress"), .. fields];

    private static async Task<long> EnqueueAsync(LineServer line, string language = "fr")
    {
        var now = line.Clock.GetUtcNow();
        var caller = await line.Services.GetRequiredService<CallerStore>().FindOrCreateAsync(Citizen, "fr", now, CancellationToken.None);
        var message = new OutboxMessage
        {
            CallerId = caller.Id,
            Kind = "call",
            Purpose = OutboxPurpose.Bulletin,
            Language = language,
            Body = "",
            Spoken = language == "fr" ? Spoken : "The library is open on Saturdays too.",
            Segments = 0,
            DueAt = now,
        };
        return await line.Services.GetRequiredService<Database>().WriteAsync(
            scope => line.Services.GetRequiredService<OutboxStore>().Enqueue(scope, message, now), CancellationToken.None);
    }

    private static Task<int> ChangeAsync(LineServer line, string sql) =>
        line.Services.GetRequiredService<Database>().WriteAsync(scope => scope.Execute(sql, new { }), CancellationToken.None);

    private static async Task HasNotMadeAnybodyOfItselfAsync(LineServer line)
    {
        Assert.Equal(1, await line.CountAsync("caller"));
        Assert.DoesNotContain(Citizen[1..], line.Log.All);
    }
}
