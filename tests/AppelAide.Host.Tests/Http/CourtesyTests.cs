using AppelAide.Host.Outbox;
using AppelAide.Host.Tests.Twilio;

namespace AppelAide.Host.Tests.Http;

/// <summary>When the line may write or call first, to whom, and how often (FIELD: When the line may call or write first).</summary>
public sealed class CourtesyTests
{
    private const string Islander = "+14185550111";
    private const string Gaspesian = "+14185550112";
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task A_reminder_waits_for_morning_by_the_clock_on_the_citizens_own_wall()
    {
        await using var line = await LineWithProvider.StartAsync();
        // 21:15 in Gaspé, where it is still decent, and 22:15 on the Islands.
        line.Clock.Advance(TimeSpan.FromHours(11) + Quarter);
        var islands = await line.EnqueueAsync(Islander, OutboxPurpose.Reminder, "01023");
        await line.EnqueueAsync(Gaspesian, OutboxPurpose.Reminder, "03005");
        await line.WorkAsync();
        Assert.Equal([Gaspesian], line.Provider.Texts.Select(text => text.To));
        Assert.Equal(("due", "hours"), await line.StateAsync(islands));

        // 7:45 in Gaspé, 8:45 on the Islands; then 8:00 and 9:00.
        await line.PassAsync(TimeSpan.FromHours(10.5), Quarter);
        Assert.Single(line.Provider.Texts);
        await line.PassAsync(Quarter, Quarter);
        Assert.Equal([Gaspesian, Islander], line.Provider.Texts.Select(text => text.To));
        Assert.Equal(0, await line.Line.CountAsync("outbox_attempt", "attempt > 1"));
    }

    [Fact]
    public async Task What_a_citizen_has_just_asked_for_is_sent_at_any_hour()
    {
        await using var line = await LineWithProvider.StartAsync();
        line.Clock.Advance(TimeSpan.FromHours(16));
        await line.EnqueueAsync();
        await line.WorkAsync();
        Assert.Single(line.Provider.Texts);
    }

    [Fact]
    public async Task A_telephone_gets_three_messages_a_day_that_nobody_asked_for_and_the_others_the_next_morning()
    {
        await using var line = await LineWithProvider.StartAsync();
        for (var i = 0; i < 5; i++) await line.EnqueueAsync(purpose: OutboxPurpose.Notice, body: $"Ligne AppelAide: {i}. ARRET pour cesser");
        await line.EnqueueAsync(purpose: OutboxPurpose.Answer);
        await line.PassAsync(TimeSpan.FromHours(8), Quarter);
        Assert.Equal(4, line.Provider.Texts.Count);
        await line.PassAsync(TimeSpan.FromHours(15), Quarter);
        Assert.Equal(6, line.Provider.Texts.Count);
        Assert.All(line.Provider.Texts.Skip(4), text => Assert.Equal(13, text.At.UtcDateTime.Hour));
    }

    [Fact]
    public async Task A_landline_is_called_instead_in_decent_hours_and_its_next_messages_at_once()
    {
        await using var line = await LineWithProvider.StartAsync();
        line.Provider.AlwaysTo(Gaspesian, ProviderReply.Error(30006));
        // 22:00: a text would go, as it was asked for; a call would wake the house.
        line.Clock.Advance(TimeSpan.FromHours(12));
        var id = await line.EnqueueAsync(Gaspesian);
        await line.WorkAsync();
        Assert.Equal(("due", "hours"), await line.StateAsync(id));
        line.Provider.AlwaysTo(Gaspesian, ProviderReply.Take);
        await line.PassAsync(TimeSpan.FromHours(11), Quarter);
        var call = Assert.Single(line.Provider.Calls);
        Assert.Equal(($"https://ligne.example.org/twilio/voice/message?m={id}", 13), (call.Url, call.At.UtcDateTime.Hour));

        var next = await line.EnqueueAsync(Gaspesian, OutboxPurpose.Notice);
        await line.WorkAsync();
        Assert.Equal([id, next], line.Provider.Calls.Select(made => long.Parse(made.Url.Split('=')[1], null)));
        Assert.Empty(line.Provider.Texts);
    }

    [Fact]
    public async Task A_landline_that_only_the_delivery_report_tells_of_is_called_too()
    {
        await using var line = await LineWithProvider.StartAsync();
        var id = await line.EnqueueAsync(Gaspesian);
        await line.WorkAsync();
        var text = Assert.Single(line.Provider.Texts);
        Assert.Equal($"https://ligne.example.org/twilio/sms/status?m={id}", text.StatusCallback);
        await line.Line.PostAsync(
            $"/twilio/sms/status?m={id}", [("MessageSid", text.Sid), ("MessageStatus", "undelivered"), ("ErrorCode", "30006")]);
        await line.WorkAsync();
        Assert.Single(line.Provider.Calls);
    }

    [Fact]
    public async Task Nothing_is_sent_after_STOP_but_the_answer_to_a_new_message()
    {
        await using var line = await LineWithProvider.StartAsync();
        line.Clock.Advance(TimeSpan.FromHours(12));
        await line.EnqueueAsync(Gaspesian, OutboxPurpose.Reminder, "03005");
        Assert.Contains("vous ne recevrez plus", (await line.Line.TextsAsync("Arrêt svp", Gaspesian)).Message, StringComparison.Ordinal);
        await line.EnqueueAsync(Gaspesian, OutboxPurpose.Notice);
        await line.PassAsync(TimeSpan.FromDays(2), TimeSpan.FromHours(1));
        Assert.Empty(line.Provider.Requests);
        Assert.Equal(2, await line.Line.CountAsync("outbox_message", "state = 'cancelled' AND reason = 'stopped'"));
        Assert.Contains("Gaspé", (await line.Line.TextsAsync("formation gaspe", Gaspesian)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_opted_out_at_the_provider_is_in_the_register_of_consents()
    {
        await using var line = await LineWithProvider.StartAsync();
        line.Provider.Usual = ProviderReply.Error(21610);
        var id = await line.EnqueueAsync();
        await line.WorkAsync();
        await line.EnqueueAsync();
        await line.PassAsync(TimeSpan.FromHours(1), Quarter);
        Assert.Single(line.Provider.Requests);
        Assert.Equal(("cancelled", "stopped"), await line.StateAsync(id));
        Assert.Equal(["messages, 0, error 21610"], await line.Line.RowsAsync<string>("SELECT purpose || ', ' || given || ', ' || proof FROM consent"));
    }

    [Theory]
    [InlineData("Tiguidou", "STOP", true)]
    [InlineData("On y retourne", "START", false)]
    public async Task What_the_provider_took_for_STOP_or_START_by_its_own_list_is_in_the_register_too(string words, string type, bool stopped)
    {
        await using var line = await LineWithProvider.StartAsync();
        await line.Line.TextsAsync(stopped ? "DEBUT" : "ARRET", Gaspesian);
        for (var i = 0; i < 2; i++)
            Assert.Equal("", (await line.Line.PostAsync("/twilio/sms", [("MessageSid", $"SM5{i}"), ("From", Gaspesian), ("Body", words), ("OptOutType", type)])).Message);
        Assert.Equal(
            $"{words}, SM50 OptOutType {type}", (await line.Line.RowsAsync<string>("SELECT words || ', ' || proof FROM consent ORDER BY id"))[^1]);
        Assert.Equal((2, stopped ? 1 : 0), (await line.Line.CountAsync("consent"), await line.Line.CountAsync("caller", "stopped = 1")));
    }

    [Fact]
    public async Task A_telephone_that_texts_is_no_landline_after_all()
    {
        await using var line = await LineWithProvider.StartAsync();
        line.Provider.NextTo(Gaspesian, ProviderReply.Error(30006));
        await line.EnqueueAsync(Gaspesian);
        await line.WorkAsync();
        Assert.Equal(1, await line.Line.CountAsync("caller", "texts = 0"));
        await line.Line.TextsAsync("bonjour", Gaspesian);
        await line.EnqueueAsync(Gaspesian);
        await line.WorkAsync();
        Assert.Single(line.Provider.Texts);
    }

    [Fact]
    public async Task A_landline_is_promised_a_call_and_not_a_text()
    {
        await using var line = await LineWithProvider.StartAsync();
        line.Provider.NextTo("+14185550137", ProviderReply.Error(30006));
        await line.EnqueueAsync();
        await line.WorkAsync();
        var call = await line.Line.CallArrivesAsync();
        await call.AsksForATrainingAsync();
        Assert.Contains("on vous appellera pour vous le dire", (await call.PressesAsync("3")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_wants_any_more_is_not_sent()
    {
        await using var line = await LineWithProvider.StartAsync();
        line.Provider.IsDown = true;
        var id = await line.EnqueueAsync(expires: line.Clock.GetUtcNow().AddHours(1));
        await line.WorkAsync();
        line.Clock.Advance(TimeSpan.FromHours(2));
        line.Provider.IsDown = false;
        await line.WorkAsync();
        Assert.Equal(("failed", "expired"), await line.StateAsync(id));
        Assert.Empty(line.Provider.Texts);
    }

    [Fact]
    public async Task A_hidden_number_is_never_written_to()
    {
        await using var line = await LineWithProvider.StartAsync();
        var id = await line.EnqueueAsync("hidden:CA1");
        await line.WorkAsync();
        Assert.Equal(("failed", "no number"), await line.StateAsync(id));
        Assert.Empty(line.Provider.Requests);
    }
}
