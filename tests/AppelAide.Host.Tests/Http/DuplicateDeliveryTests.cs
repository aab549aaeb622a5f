namespace AppelAide.Host.Tests.Http;

public sealed class DuplicateDeliveryTests
{
    [Theory]
    [InlineData("one", "one")]
    [InlineData("one", "two")]
    [InlineData(null, null)]
    public async Task An_arrival_delivered_twice_is_one_call_with_one_greeting(string? token, string? again)
    {
        await using var line = await LineServer.StartAsync();
        var call = new PhoneCall(line, LineServer.NewSid("CA"), "+14185550137");
        var first = await line.PostAsync("/twilio/voice", call.Form(), token);
        var second = await line.PostAsync("/twilio/voice", call.Form(), again);
        Assert.Equal(first.Document, second.Document);
        Assert.Equal((1, 1), (await line.CountAsync("conversation"), await line.CountAsync("turn")));
    }

    [Theory]
    [InlineData("one", "one")]
    [InlineData("one", "two")]
    [InlineData(null, null)]
    public async Task A_turn_delivered_twice_is_taken_once(string? token, string? again)
    {
        await using var line = await LineServer.StartAsync();
        var call = await line.CallArrivesAsync();
        var action = call.Reply.Action;
        var first = await line.PostAsync(action, call.Form(("Digits", "1")), token);
        var second = await line.PostAsync(action, call.Form(("Digits", "1")), again);
        Assert.Equal(first.Document, second.Document);
        Assert.Equal(2, await line.CountAsync("turn"));
    }

    [Fact]
    public async Task A_text_delivered_twice_gets_the_same_reply_even_after_others()
    {
        await using var line = await LineServer.StartAsync();
        var sid = LineServer.NewSid("SM");
        var first = await line.TextsAsync("FORMATION Gaspé", sid: sid);
        await line.TextsAsync("2");
        Assert.Equal(first.Document, (await line.TextsAsync("FORMATION Gaspé", sid: sid)).Document);
        Assert.Equal((1, 2), (await line.CountAsync("conversation"), await line.CountAsync("turn")));
    }

    [Fact]
    public async Task Of_twenty_deliveries_of_a_turn_at_once_exactly_one_steps()
    {
        await using var line = await LineServer.StartAsync();
        var call = await line.CallArrivesAsync();
        await call.AsksForATrainingAsync();
        var action = call.Reply.Action;
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => line.PostAsync(action, call.Form(("Digits", "3")), $"{i}")));
        Assert.Single(replies.Select(reply => reply.IsUsable().Document).Distinct());
        Assert.StartsWith("C'est envoyé.", replies[0].Said, StringComparison.Ordinal);
        Assert.Equal((5, 1), (await line.CountAsync("turn"), await line.CountAsync("outbox_message")));
    }

    [Fact]
    public async Task Of_ten_arrivals_of_one_call_at_once_exactly_one_begins()
    {
        await using var line = await LineServer.StartAsync();
        var call = new PhoneCall(line, LineServer.NewSid("CA"), "+14185550137");
        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => line.PostAsync("/twilio/voice", call.Form())));
        Assert.Single(replies.Select(reply => reply.IsUsable().Document).Distinct());
        Assert.Equal((1, 1, 1), (await line.CountAsync("conversation"), await line.CountAsync("turn"), await line.CountAsync("caller")));
    }

    [Fact]
    public async Task Of_ten_deliveries_of_a_text_at_once_exactly_one_is_taken()
    {
        await using var line = await LineServer.StartAsync();
        var sid = LineServer.NewSid("SM");
        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => line.TextsAsync("FORMATION Gaspé", sid: sid)));
        Assert.Single(replies.Select(reply => reply.IsUsableText().Document).Distinct());
        Assert.Equal(1, await line.CountAsync("turn"));
    }

    [Fact]
    public async Task A_late_turn_changes_nothing()
    {
        await using var line = await LineServer.StartAsync();
        var call = await line.CallArrivesAsync();
        var old = call.Reply.Action;
        await call.PressesAsync("1");
        var current = await call.SaysAsync("Gaspé");
        Assert.Equal(current.Document, (await line.PostAsync(old, call.Form(("Digits", "2")))).Document);
        Assert.Equal(3, await line.CountAsync("turn"));
        Assert.StartsWith("Voici les prochaines formations", (await call.PressesAsync("1")).Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9")]
    [InlineData("2147483647")]
    [InlineData("4294967297")]
    [InlineData("999999999999")]
    public async Task A_turn_from_the_future_is_harmless(string turn)
    {
        await using var line = await LineServer.StartAsync();
        var call = await line.CallArrivesAsync();
        var reply = await line.PostAsync(call.Reply.Action.Replace("t=1", $"t={turn}", StringComparison.Ordinal), call.Form(("Digits", "1")));
        Assert.Equal(call.Reply.WithoutHints, reply.WithoutHints);
        Assert.Equal(1, await line.CountAsync("turn"));
        Assert.StartsWith("Dans quelle municipalité", (await call.PressesAsync("1")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_of_an_unknown_conversation_begins_a_call_for_that_citizen()
    {
        await using var line = await LineServer.StartAsync();
        var call = new PhoneCall(line, LineServer.NewSid("CA"), "+14185550137");
        var reply = await line.PostAsync("/twilio/voice/turn?c=4242&t=3", call.Form(("Digits", "1")));
        Assert.StartsWith("Bonjour, ici la Ligne AppelAide.", reply.IsUsable().Said, StringComparison.Ordinal);
        Assert.Equal(1, await line.CountAsync("turn"));
    }

    [Fact]
    public async Task A_turn_of_anothers_conversation_tells_nothing_of_it()
    {
        await using var line = await LineServer.StartAsync();
        var other = await line.CallArrivesAsync();
        await other.AsksForATrainingAsync();
        var stranger = new PhoneCall(line, LineServer.NewSid("CA"), "+14185550138");
        var reply = await line.PostAsync(other.Reply.Action, stranger.Form(("Digits", "1")));
        Assert.StartsWith("Bonjour, ici la Ligne AppelAide.", reply.IsUsable().Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Gaspé", reply.Said, StringComparison.Ordinal);
        Assert.Equal(0, await line.CountAsync("registration"));
        Assert.Equal(4, await line.CountAsync("turn", "conversation_no = 1"));
    }

    [Fact]
    public async Task A_turn_of_a_call_by_text_is_not_taken_for_one_of_a_call()
    {
        await using var line = await LineServer.StartAsync();
        var sid = LineServer.NewSid("SM");
        await line.TextsAsync("FORMATION Gaspé", sid: sid);
        var reply = await line.PostAsync("/twilio/voice/turn?c=1&t=1", new PhoneCall(line, sid, "+14185550138").Form(("Digits", "1")));
        reply.IsUsable();
        Assert.DoesNotContain("Gaspé", reply.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_of_a_call_that_said_good_bye_says_it_again()
    {
        await using var line = await LineServer.StartAsync(settings: ["Line:TransferNumber="]);
        var call = await line.CallArrivesAsync();
        var (action, turns) = await call.EndsAsync();
        var end = call.Reply;
        Assert.Equal(end.Document, (await line.PostAsync(action, call.Form(("Digits", "1")))).Document);
        Assert.Equal(end.Document, (await line.PostAsync($"{action.Split("&t=")[0]}&t={turns}", call.Form(("Digits", "1")))).Document);
        Assert.Equal(turns, await line.CountAsync("turn"));
    }

    [Fact]
    public async Task What_the_provider_says_of_a_call_may_come_early_twice_and_out_of_order()
    {
        await using var line = await LineServer.StartAsync();
        var call = new PhoneCall(line, LineServer.NewSid("CA"), "+14185550137");
        await call.HangsUpAsync(status: "ringing");
        await call.HangsUpAsync(7);
        await call.ArrivesAsync();
        Assert.Equal("Gather", (await call.PressesAsync("1")).Verb);
        await call.HangsUpAsync(33);
        line.Clock.Advance(TimeSpan.FromMinutes(1));
        await call.HangsUpAsync(44);
        await call.HangsUpAsync(status: "in-progress");
        await call.HangsUpAsync(55, "failed");
        Assert.Equal([33], await line.RowsAsync<long>("SELECT seconds FROM conversation"));
        Assert.Equal(["abandoned"], await line.RowsAsync<string>("SELECT outcome FROM conversation"));
    }

    [Fact]
    public async Task A_message_that_arrives_after_the_end_of_the_call_is_kept()
    {
        await using var line = await LineServer.StartAsync(settings: ["Line:TransferNumber="]);
        var call = await line.CallArrivesAsync();
        await call.PressesAsync("0");
        await call.PressesAsync("2");
        await call.HangsUpAsync();
        await call.LeavesAMessageAsync(20);
        Assert.Equal(["voicemail"], await line.RowsAsync<string>("SELECT outcome FROM conversation"));
        Assert.Equal(1, await line.CountAsync("recording", "purpose = 'voicemail' AND seconds = 20"));
    }

    [Fact]
    public async Task A_recording_told_of_twice_is_kept_once_and_of_a_stranger_never()
    {
        await using var line = await LineServer.StartAsync();
        var call = await line.CallArrivesAsync();
        var recording = LineServer.NewSid("RE");
        for (var i = 0; i < 2; i++)
            await line.PostAsync("/twilio/recording", call.Form(("RecordingSid", recording), ("RecordingDuration", "9")));
        await line.PostAsync("/twilio/recording", [("CallSid", LineServer.NewSid("CA")), ("RecordingSid", LineServer.NewSid("RE"))]);
        Assert.Equal(1, await line.CountAsync("recording"));
    }
}
