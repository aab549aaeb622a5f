namespace AppelAide.Host.Tests.Http;

public sealed class TwoHostsTests
{
    [Fact]
    public async Task Two_hosts_on_one_database_take_turns_of_one_call()
    {
        using var folder = await LineFolder.CreateAsync();
        var clock = new HandClock();
        await using var one = await LineServer.StartAsync(folder: folder, clock: clock);
        await using var two = await LineServer.StartAsync(folder: folder, clock: clock);
        var call = await one.CallArrivesAsync();
        Assert.StartsWith("Dans quelle municipalité", (await call.Through(two).PressesAsync("1")).Said, StringComparison.Ordinal);
        Assert.StartsWith("Gaspé. Si c'est bien ça", (await call.Through(one).SaysAsync("Gaspé")).Said, StringComparison.Ordinal);
        Assert.StartsWith("Voici les prochaines formations", (await call.Through(two).PressesAsync("1")).Said, StringComparison.Ordinal);
        Assert.StartsWith("C'est envoyé.", (await call.Through(one).PressesAsync("3")).Said, StringComparison.Ordinal);
        Assert.StartsWith("C'est fait.", (await call.Through(two).PressesAsync("1")).Said, StringComparison.Ordinal);
        Assert.Equal((6, 1), (await one.CountAsync("turn"), await two.CountAsync("registration")));
    }

    [Fact]
    public async Task A_host_that_missed_turns_gives_the_current_reply_to_a_second_delivery()
    {
        using var folder = await LineFolder.CreateAsync();
        await using var one = await LineServer.StartAsync(folder: folder);
        await using var two = await LineServer.StartAsync(folder: folder);
        var call = await one.CallArrivesAsync();
        var action = call.Reply.Action;
        var reply = await call.Through(two).PressesAsync("1");
        Assert.Equal(reply.WithoutHints, (await one.PostAsync(action, call.Form(("Digits", "1")))).WithoutHints);
        Assert.Equal(2, await one.CountAsync("turn"));
    }

    [Fact]
    public async Task A_turn_delivered_to_both_hosts_at_once_is_taken_once()
    {
        using var folder = await LineFolder.CreateAsync();
        await using var one = await LineServer.StartAsync(folder: folder);
        await using var two = await LineServer.StartAsync(folder: folder);
        var call = await one.CallArrivesAsync();
        for (var turn = 2; turn <= 8; turn++)
        {
            var action = call.Reply.Action;
            var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? one : two).PostAsync(action, call.Form(("Digits", "*")))));
            Assert.Single(replies.Select(reply => reply.IsUsable().WithoutHints).Distinct());
            await call.Through(turn % 2 == 0 ? one : two).PressesAsync("*");
            Assert.Equal(turn, await one.CountAsync("turn"));
        }
    }

    [Fact]
    public async Task Ten_arrivals_of_one_call_at_two_hosts_are_one_call()
    {
        using var folder = await LineFolder.CreateAsync();
        await using var one = await LineServer.StartAsync(folder: folder);
        await using var two = await LineServer.StartAsync(folder: folder);
        var call = new PhoneCall(one, LineServer.NewSid("CA"), "+14185550137");
        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? one : two).PostAsync("/twilio/voice", call.Form())));
        Assert.Single(replies.Select(reply => reply.IsUsable().WithoutHints).Distinct());
        Assert.Equal((1, 1, 1), (await one.CountAsync("conversation"), await one.CountAsync("turn"), await one.CountAsync("caller")));
    }

    [Fact]
    public async Task A_call_that_ended_on_one_host_has_ended_on_the_other()
    {
        using var folder = await LineFolder.CreateAsync();
        await using var one = await LineServer.StartAsync(folder: folder, settings: ["Line:TransferNumber="]);
        await using var two = await LineServer.StartAsync(folder: folder, settings: ["Line:TransferNumber="]);
        var call = await one.CallArrivesAsync();
        await call.PressesAsync("0");
        var (action, turns) = await call.Through(two).EndsAsync();
        Assert.Equal(call.Reply.Document, (await one.PostAsync(action, call.Form(("Digits", "1")))).Document);
        Assert.Equal(turns, await one.CountAsync("turn"));
    }

    [Fact]
    public async Task Texts_that_reach_both_hosts_at_once_are_all_answered()
    {
        using var folder = await LineFolder.CreateAsync();
        await using var one = await LineServer.StartAsync(folder: folder);
        await using var two = await LineServer.StartAsync(folder: folder);
        await one.TextsAsync("FORMATION Gaspé");
        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? one : two).TextsAsync("2")));
        Assert.All(replies, reply => reply.IsUsableText());
        Assert.Equal((1, 7), (await one.CountAsync("conversation"), await one.CountAsync("turn")));
    }
}
