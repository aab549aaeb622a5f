using AppelAide.Host.Tests.Start;
using AppelAide.Host.Tests.Twilio;

namespace AppelAide.Host.Tests.Http;

/// <summary>Whatever happens between the line and the provider: nothing is lost, and the provider's own record shows what went twice.</summary>
public sealed class DeliveryTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_provider_that_is_dead_for_an_hour_loses_nothing_and_gets_nothing_twice()
    {
        await using var line = await LineWithProvider.StartAsync();
        var numbers = await EnqueueAsync(line, 25);
        line.Provider.IsDown = true;
        await line.PassAsync(TimeSpan.FromMinutes(20), Moment);
        await line.Provider.CloseAsync();
        await line.PassAsync(TimeSpan.FromMinutes(20), Moment);
        line.Provider.IsDown = false;
        line.Provider.Usual = ProviderReply.WrongToken;
        await line.Provider.OpenAsync();
        await line.PassAsync(TimeSpan.FromMinutes(20), Moment);
        Assert.Empty(line.Provider.Texts);
        Assert.Equal(25, await line.Line.CountAsync("outbox_message", "state = 'due'"));

        line.Provider.Usual = ProviderReply.Take;
        await line.PassAsync(TimeSpan.FromMinutes(15), Moment);
        Assert.Equal(numbers, line.Provider.Texts.Select(text => text.To).Order());
        Assert.Equal(25, await line.Line.CountAsync("outbox_message", "state = 'sent'"));
        // Most of the hour the worker rested: the dead provider was not asked again for each message.
        Assert.InRange(line.Provider.Requests.Count, 25, 400);
    }

    [Fact]
    public async Task Two_hosts_and_a_provider_that_fails_in_every_way_lose_nothing_and_send_nothing_twice()
    {
        using var folder = await LineFolder.CreateAsync();
        var clock = new HandClock();
        await using var provider = await ProviderStub.StartAsync(clock);
        await using var one = await LineWithProvider.StartAsync(provider, folder, clock);
        await using var two = await one.AnotherHostAsync(folder);
        var numbers = await EnqueueAsync(one, 60);
        ProviderReply[] ways =
        [
            ProviderReply.CutAfterTaken, ProviderReply.Take, ProviderReply.CutBeforeTaken, ProviderReply.TakeAndGarble, ProviderReply.Down(), ProviderReply.TooMany(),
            ProviderReply.Take, ProviderReply.Down(500),
        ];
        for (var i = 0; i < 90; i++) provider.Next(ways[i * 7 % ways.Length]);
        for (var round = 0; round < 400; round++)
        {
            clock.Advance(Moment);
            await Task.WhenAll(one.WorkAsync(), two.WorkAsync());
        }

        Assert.Equal(60, await one.Line.CountAsync("outbox_message", "state = 'sent'"));
        Assert.Equal(numbers, provider.Texts.Select(text => text.To).Order());
        // Each that was taken without an answer was found in the provider's record under its own name.
        Assert.Equal(
            provider.Texts.Select(text => text.Sid).Order(),
            (await one.Line.RowsAsync<string>("SELECT provider_sid FROM outbox_message")).Order());
    }

    [Fact]
    public async Task A_host_that_is_killed_while_the_provider_takes_a_message_leaves_it_to_another_that_does_not_send_it_again()
    {
        using var folder = await LineFolder.CreateAsync();
        await using var provider = await ProviderStub.StartAsync();
        var clock = new HandClock();
        clock.Advance(TimeProvider.System.GetUtcNow() - HandClock.Start);
        List<string> numbers;
        await using (var line = await LineWithProvider.StartAsync(provider, folder, clock)) numbers = await EnqueueAsync(line, 4);

        provider.Next(ProviderReply.TakeAndHold, ProviderReply.Take, ProviderReply.TakeAndHold, ProviderReply.TakeAndHold);
        using (var host = await LineProcess.ServeAsync(
            folder, [$"--Twilio:AuthToken={LineServer.AuthToken}", "--Outbox:SegmentsPerSecond=1000", .. provider.Settings.Select(setting => "--" + setting)]))
        {
            await provider.UntilAsync(stub => stub.Requests.Count == 4);
            await host.IsKilledAsync();
        }

        Assert.Equal(4, provider.Texts.Count);
        clock.Advance(TimeSpan.FromMinutes(5));
        await using var other = await LineWithProvider.StartAsync(provider, folder, clock);
        await other.PassAsync(TimeSpan.FromMinutes(10), Moment);
        Assert.Equal(4, await other.Line.CountAsync("outbox_message", "state = 'sent'"));
        Assert.Equal(numbers, provider.Texts.Select(text => text.To).Order());
    }

    [Fact]
    public async Task A_host_that_is_killed_before_the_provider_took_a_message_leaves_it_to_another_that_sends_it()
    {
        using var folder = await LineFolder.CreateAsync();
        await using var provider = await ProviderStub.StartAsync();
        var clock = new HandClock();
        clock.Advance(TimeProvider.System.GetUtcNow() - HandClock.Start);
        await using (var line = await LineWithProvider.StartAsync(provider, folder, clock)) await EnqueueAsync(line, 1);

        // Held without being kept: for the host it is the same as a provider that thinks.
        provider.Next(ProviderReply.Hold);
        using (var host = await LineProcess.ServeAsync(
            folder, [$"--Twilio:AuthToken={LineServer.AuthToken}", .. provider.Settings.Select(setting => "--" + setting)]))
        {
            await provider.UntilAsync(stub => stub.Requests.Count == 1);
            await host.IsKilledAsync();
        }

        Assert.Empty(provider.Texts);
        clock.Advance(TimeSpan.FromMinutes(5));
        await using var other = await LineWithProvider.StartAsync(provider, folder, clock);
        await other.PassAsync(TimeSpan.FromMinutes(10), Moment);
        Assert.Single(provider.Texts);
        Assert.Equal(1, await other.Line.CountAsync("outbox_attempt", "outcome = 'absent'"));
        Assert.Equal(1, await other.Line.CountAsync("outbox_message", "state = 'sent' AND attempts = 2"));
    }

    [Fact]
    public async Task While_the_providers_record_cannot_be_read_a_message_in_doubt_waits()
    {
        await using var line = await LineWithProvider.StartAsync();
        var id = await line.EnqueueAsync();
        line.Provider.Next(ProviderReply.CutAfterTaken);
        line.Provider.NextLookup([.. Enumerable.Repeat(ProviderReply.Down(), 9)]);
        await line.PassAsync(TimeSpan.FromMinutes(2), Moment);
        Assert.Equal(("due", "in doubt"), await line.StateAsync(id));
        await line.PassAsync(TimeSpan.FromMinutes(10), Moment);
        Assert.Equal("sent", (await line.StateAsync(id)).State);
        Assert.Single(line.Provider.Texts);
    }

    [Fact]
    public async Task Too_many_requests_slow_the_worker_for_as_long_as_the_provider_asks()
    {
        await using var line = await LineWithProvider.StartAsync();
        line.Provider.Next(ProviderReply.TooMany(TimeSpan.FromSeconds(40)));
        await line.EnqueueAsync("+14185550101");
        await line.WorkAsync();
        await line.EnqueueAsync("+14185550102");
        await line.PassAsync(TimeSpan.FromSeconds(35), TimeSpan.FromSeconds(5));
        Assert.Single(line.Provider.Requests);
        await line.PassAsync(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(5));
        Assert.Equal(["+14185550101", "+14185550102"], line.Provider.Texts.Select(text => text.To).Order());
    }

    [Fact]
    public async Task The_trouble_of_one_telephone_does_not_hold_up_the_others()
    {
        await using var line = await LineWithProvider.StartAsync();
        line.Provider.AlwaysTo("+14185550101", ProviderReply.Down(500));
        await line.EnqueueAsync("+14185550101");
        for (var i = 0; i < 3; i++)
        {
            await line.WorkAsync();
            await line.EnqueueAsync($"+1418555020{i}");
            await line.WorkAsync();
            Assert.Equal(i + 1, line.Provider.Texts.Count);
            line.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task A_message_refused_for_good_is_never_tried_again()
    {
        await using var line = await LineWithProvider.StartAsync();
        line.Provider.Usual = ProviderReply.Error(21211);
        var id = await line.EnqueueAsync();
        await line.PassAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(5));
        Assert.Equal(("failed", "refused"), await line.StateAsync(id));
        Assert.Single(line.Provider.Requests);
    }

    private static async Task<List<string>> EnqueueAsync(LineWithProvider line, int count)
    {
        List<string> numbers = [.. Enumerable.Range(0, count).Select(i => $"+14185550{100 + i}")];
        foreach (var number in numbers) await line.EnqueueAsync(number);
        return numbers;
    }
}
