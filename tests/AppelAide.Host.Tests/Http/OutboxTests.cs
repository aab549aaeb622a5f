using AppelAide.Host.Outbox;
using AppelAide.Host.Twilio;
using Microsoft.Extensions.DependencyInjection;

namespace AppelAide.Host.Tests.Http;

public sealed class OutboxTests
{
    private static readonly string[] Account =
        ["Twilio:AccountSid=AC0123456789abcdef0123456789abcdef", "Twilio:PhoneNumber=+15815550100", "Line:PublicBaseUrl="];

    private readonly Postman postman = new();

    [Fact]
    public async Task Details_asked_for_by_key_are_sent_once_to_the_number_that_called()
    {
        await using var line = await LineServer.StartAsync(With, settings: Account);
        await AsksForDetailsAsync(line);
        await line.UntilAsync(async () => await line.CountAsync("outbox_message", "state = 'sent'") == 1, TimeSpan.FromSeconds(2));
        line.Clock.Advance(TimeSpan.FromHours(1));
        await WorkAsync(line);
        var sent = Assert.Single(postman.Given);
        Assert.Equal("+14185550137", sent.To);
        Assert.StartsWith("Ligne AppelAide: ", sent.Body, StringComparison.Ordinal);
        Assert.Contains("Gaspé", sent.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citizen_who_stopped_messages_is_promised_none_until_they_start_again()
    {
        await using var line = await LineServer.StartAsync();
        await line.TextsAsync("ARRET");
        var call = await line.CallArrivesAsync();
        await call.AsksForATrainingAsync();
        Assert.Contains("Vous avez arrêté nos textos.", (await call.PressesAsync("3")).Said, StringComparison.Ordinal);
        Assert.Equal(0, await line.CountAsync("outbox_message"));

        await line.TextsAsync("DEBUT");
        await call.PressesAsync("2");
        Assert.Contains("C'est envoyé.", (await call.PressesAsync("3")).Said, StringComparison.Ordinal);
        Assert.Equal(1, await line.CountAsync("outbox_message"));
    }

    [Fact]
    public async Task A_message_is_in_the_outbox_exactly_when_the_turn_that_asked_for_it_is_in_the_log()
    {
        TroubledDatabase? database = null;
        await using var line = await LineServer.StartAsync(services => database = services.Trouble());
        var call = await line.CallArrivesAsync();
        await call.AsksForATrainingAsync();
        var action = call.Reply.Action;
        database!.WritesFail = true;
        Assert.Equal("Dial", (await line.PostAsync(action, call.Form(("Digits", "3")))).IsUsable().Verb);
        Assert.Equal((4, 0), (await line.CountAsync("turn"), await line.CountAsync("outbox_message")));
        database.WritesFail = false;
        Assert.StartsWith("C'est envoyé.", (await line.PostAsync(action, call.Form(("Digits", "3")))).Said, StringComparison.Ordinal);
        Assert.Equal((5, 1), (await line.CountAsync("turn"), await line.CountAsync("outbox_message")));
    }

    [Fact]
    public async Task A_message_that_the_provider_could_not_take_is_tried_again_later()
    {
        postman.Answer = _ => new SendResult(SendOutcome.Later, null, 20503, null, false, false);
        await using var line = await LineServer.StartAsync(With);
        await AsksForDetailsAsync(line);
        await WorkAsync(line);
        await WorkAsync(line);
        Assert.Single(postman.Given);
        Assert.Equal(1, await line.CountAsync("outbox_message", "state = 'due' AND error_code = 20503"));
        postman.Answer = _ => null;
        line.Clock.Advance(TimeSpan.FromSeconds(20));
        await WorkAsync(line);
        Assert.Equal(1, await line.CountAsync("outbox_message", "state = 'sent' AND attempts = 2"));
    }

    [Fact]
    public async Task A_message_is_given_up_after_six_attempts()
    {
        postman.Answer = _ => new SendResult(SendOutcome.Later, null, null, null, false, false);
        await using var line = await LineServer.StartAsync(With);
        await AsksForDetailsAsync(line);
        for (var i = 0; i < 10; i++)
        {
            await WorkAsync(line);
            line.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(6, postman.Given.Count);
        Assert.Equal(1, await line.CountAsync("outbox_message", "state = 'failed'"));
    }

    [Fact]
    public async Task Whoever_opted_out_is_not_written_to_again()
    {
        postman.Answer = _ => new SendResult(SendOutcome.Refused, null, 21610, null, false, false);
        await using var line = await LineServer.StartAsync(With);
        await AsksForDetailsAsync(line);
        await WorkAsync(line);
        line.Clock.Advance(TimeSpan.FromDays(1));
        await WorkAsync(line);
        Assert.Single(postman.Given);
        Assert.Equal(1, await line.CountAsync("outbox_message", "state = 'cancelled' AND error_code = 21610"));
    }

    [Fact]
    public async Task The_provider_is_asked_nothing_for_a_telephone_of_a_trial()
    {
        await using var line = await LineServer.StartAsync(With, settings: Account);
        await AsksForDetailsAsync(line, Host.Callers.TrialNumbers.Of(7));
        await WorkAsync(line);
        Assert.Empty(postman.Given);
        Assert.Equal(1, await line.CountAsync("outbox_message", "state = 'cancelled' AND reason = 'trial' AND attempts = 0"));
    }

    [Fact]
    public async Task A_message_that_breaks_the_sender_does_not_hold_up_the_others()
    {
        postman.Answer = text => text.To == "+14185550137" ? throw new InvalidOperationException("broken") : null;
        await using var line = await LineServer.StartAsync(With);
        await AsksForDetailsAsync(line);
        await AsksForDetailsAsync(line, "+14185550138");
        await WorkAsync(line);
        Assert.Equal((1, 1), (await line.CountAsync("outbox_message", "state = 'sent'"), await line.CountAsync("outbox_message", "state = 'due'")));
    }

    [Fact]
    public async Task Two_hosts_send_each_message_once_and_take_over_from_one_that_died()
    {
        using var folder = await LineFolder.CreateAsync();
        var clock = new HandClock();
        await using var one = await LineServer.StartAsync(With, folder, clock: clock);
        await using var two = await LineServer.StartAsync(With, folder, clock: clock);
        for (var i = 0; i < 12; i++) await AsksForDetailsAsync(i % 2 == 0 ? one : two, $"+14185550{100 + i}");
        // A host takes some, and dies.
        await one.Services.GetRequiredService<OutboxStore>().ClaimAsync(clock.GetUtcNow(), TimeSpan.FromMinutes(2), 4, CancellationToken.None);
        await Task.WhenAll(WorkAsync(one), WorkAsync(two), WorkAsync(one), WorkAsync(two));
        Assert.Equal((8, 8), (postman.Given.Count, await one.CountAsync("outbox_message", "state = 'sent'")));
        clock.Advance(TimeSpan.FromMinutes(3));
        await Task.WhenAll(WorkAsync(one), WorkAsync(two));
        Assert.Equal((12, 12), (postman.Given.Select(text => text.To).Distinct().Count(), await one.CountAsync("outbox_message", "state = 'sent'")));
        Assert.Equal(12, postman.Given.Count);
    }

    [Fact]
    public async Task A_hidden_number_is_never_written_to()
    {
        await using var line = await LineServer.StartAsync(With);
        await AsksForDetailsAsync(line, "anonymous");
        await WorkAsync(line);
        Assert.Empty(postman.Given);
        Assert.Equal(0, await line.CountAsync("outbox_message", "state IN ('due', 'sending')"));
    }

    [Fact]
    public async Task A_delivery_report_is_noted_once_and_a_strange_one_is_ignored()
    {
        await using var line = await LineServer.StartAsync(With);
        await AsksForDetailsAsync(line);
        await WorkAsync(line);
        var sid = (await line.RowsAsync<string>("SELECT provider_sid FROM outbox_message"))[0];
        foreach (var status in new[] { "queued", "delivered", "failed", "nonsense", "" })
            await line.PostAsync("/twilio/sms/status", [("MessageSid", sid), ("MessageStatus", status), ("ErrorCode", "30003")]);
        await line.PostAsync("/twilio/sms/status", [("MessageSid", LineServer.NewSid("SM")), ("MessageStatus", "failed")]);
        Assert.Equal(1, await line.CountAsync("outbox_message", "state = 'delivered'"));
    }

    private void With(IServiceCollection services) => services.AddSingleton<IMessageSender>(postman);

    private static Task<int> WorkAsync(LineServer line) => line.Services.GetRequiredService<OutboxWorker>().SendDueAsync(CancellationToken.None);

    private static async Task AsksForDetailsAsync(LineServer line, string from = "+14185550137")
    {
        var call = await line.CallArrivesAsync(from);
        await call.AsksForATrainingAsync();
        await call.PressesAsync("3");
    }
}
