namespace AppelAide.Host.Tests.Http;

public sealed class CallTests
{
    [Fact]
    public async Task A_signed_call_goes_all_the_way_to_a_training_and_its_details_by_text()
    {
        await using var line = await LineServer.StartAsync();
        var call = await line.CallArrivesAsync();
        Assert.StartsWith("Bonjour, ici la Ligne AppelAide.", call.Reply.Said, StringComparison.Ordinal);
        Assert.Contains("For English, press 9.", call.Reply.Said, StringComparison.Ordinal);
        Assert.StartsWith("Dans quelle municipalité", (await call.PressesAsync("1")).Said, StringComparison.Ordinal);
        Assert.StartsWith("Gaspé. Si c'est bien ça", (await call.SaysAsync("Gaspé")).Said, StringComparison.Ordinal);
        Assert.StartsWith("Voici les prochaines formations près de Gaspé.", (await call.PressesAsync("1")).Said, StringComparison.Ordinal);
        Assert.StartsWith("C'est envoyé.", (await call.PressesAsync("3")).Said, StringComparison.Ordinal);
        await call.HangsUpAsync(95);
        Assert.Equal([(5L, "03005", "answered", 95L)], (await line.RowsAsync<Logged>("SELECT turns, place_id, outcome, seconds FROM conversation")).Select(row => (row.Turns, row.Place_Id, row.Outcome, row.Seconds)));
        Assert.Equal(1, await line.CountAsync("outbox_message", "state = 'due'"));
    }

    [Fact]
    public async Task A_place_is_registered_over_the_telephone()
    {
        await using var line = await LineServer.StartAsync();
        var call = await line.CallArrivesAsync();
        await call.AsksForATrainingAsync();
        Assert.StartsWith("C'est fait. Votre place est réservée", (await call.PressesAsync("1")).Said, StringComparison.Ordinal);
        Assert.Equal(1, await line.CountAsync("registration"));
    }

    [Fact]
    public async Task Zero_leads_to_a_person_in_opening_hours_and_to_a_call_back_otherwise()
    {
        await using var line = await LineServer.StartAsync();
        var call = await line.CallArrivesAsync();
        Assert.Equal(("Dial", LineServer.TransferNumber), ((await call.PressesAsync("0")).Verb, call.Reply.Dialled));
        Assert.StartsWith("Personne ne peut répondre tout de suite.", (await call.IsNotAnsweredAsync()).Said, StringComparison.Ordinal);
        Assert.StartsWith("C'est noté", (await call.PressesAsync("1")).Said, StringComparison.Ordinal);
        Assert.Equal(1, await line.CountAsync("callback_request"));

        line.Clock.Advance(TimeSpan.FromHours(10));
        var late = await line.CallArrivesAsync("+14185550138");
        Assert.StartsWith("Nos bureaux sont fermés.", (await late.PressesAsync("0")).Said, StringComparison.Ordinal);
        Assert.Equal("Record", (await late.PressesAsync("2")).Verb);
        Assert.StartsWith("J'ai bien votre message.", (await late.LeavesAMessageAsync(12)).Said, StringComparison.Ordinal);
        Assert.Equal(1, await line.CountAsync("recording", "seconds = 12"));
    }

    [Fact]
    public async Task A_call_of_ten_silences_is_led_to_a_person_and_ends()
    {
        await using var line = await LineServer.StartAsync(settings: ["Line:TransferNumber="]);
        var call = await line.CallArrivesAsync();
        for (var silence = 0; silence < 10 && call.Reply.Verb == "Gather"; silence++) await call.StaysSilentAsync();
        Assert.Equal("Hangup", call.Reply.Verb);
        Assert.Equal(1, await line.CountAsync("callback_request"));
    }

    [Fact]
    public async Task Language_speed_and_place_are_remembered_for_the_next_call()
    {
        await using var line = await LineServer.StartAsync();
        var call = await line.CallArrivesAsync();
        Assert.StartsWith("In English.", (await call.PressesAsync("9")).Said, StringComparison.Ordinal);
        await call.SaysAsync("slower");
        Assert.Contains("rate=\"85%\"", call.Reply.Document, StringComparison.Ordinal);
        await call.SaysAsync("Gaspé");
        await call.HangsUpAsync();
        line.Clock.Advance(TimeSpan.FromDays(3));

        var next = await line.CallArrivesAsync();
        Assert.StartsWith("Hello again, this is the AppelAide Line. Still in Gaspé?", next.Reply.Said, StringComparison.Ordinal);
        Assert.Contains("rate=\"85%\"", next.Reply.Document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slow_speech_asked_for_in_a_call_outlives_a_text()
    {
        await using var line = await LineServer.StartAsync();
        var call = await line.CallArrivesAsync();
        await call.SaysAsync("plus lentement");
        await call.HangsUpAsync();
        line.Clock.Advance(TimeSpan.FromHours(2));
        await line.TextsAsync("FORMATION Gaspé");
        Assert.Contains("rate=\"85%\"", (await line.CallArrivesAsync()).Reply.Document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_chosen_in_a_call_is_not_undone_by_a_text_begun_before()
    {
        await using var line = await LineServer.StartAsync();
        await line.TextsAsync("FORMATION Gaspé");
        var call = await line.CallArrivesAsync();
        await call.PressesAsync("9");
        await call.HangsUpAsync();
        await line.TextsAsync("2");
        line.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("en", (await line.CallArrivesAsync()).Reply.Languages);
    }

    [Fact]
    public async Task Hidden_numbers_never_share_anything()
    {
        await using var line = await LineServer.StartAsync();
        foreach (var hidden in new[] { "", "anonymous", "+266696687", "+7378742833" })
        {
            var call = await line.CallArrivesAsync(hidden);
            Assert.StartsWith("Bonjour, ici la Ligne AppelAide.", call.Reply.Said, StringComparison.Ordinal);
            await call.PressesAsync("9");
            await call.AsksForATrainingAsync();
        }

        var text = await line.TextsAsync("MENU", "anonymous");
        Assert.DoesNotContain("Gaspé:", text.Message, StringComparison.Ordinal);
        Assert.Equal(5, await line.CountAsync("caller"));
        Assert.Equal(5, (await line.RowsAsync<long>("SELECT DISTINCT caller_id FROM conversation")).Count);
    }

    [Fact]
    public async Task A_call_cut_off_is_gone_on_with_when_the_citizen_calls_again_within_the_hour()
    {
        await using var line = await LineServer.StartAsync();
        var call = await line.CallArrivesAsync();
        var offer = await call.AsksForATrainingAsync();
        await call.HangsUpAsync();
        line.Clock.Advance(TimeSpan.FromMinutes(59));

        var again = await line.CallArrivesAsync();
        Assert.Contains("La ligne a coupé pendant ", again.Reply.Said, StringComparison.Ordinal);
        Assert.Contains(Title(offer), (await again.PressesAsync("1")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_cut_off_is_not_gone_on_with_after_the_hour_nor_by_another_number()
    {
        await using var line = await LineServer.StartAsync();
        var call = await line.CallArrivesAsync();
        await call.AsksForATrainingAsync();
        await call.HangsUpAsync();

        Assert.DoesNotContain("coupé", (await line.CallArrivesAsync("+14185550138")).Reply.Said, StringComparison.Ordinal);
        line.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.DoesNotContain("coupé", (await line.CallArrivesAsync()).Reply.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_calls_of_one_number_at_once_go_on_side_by_side()
    {
        // A shelter's telephones all show the same number.
        await using var line = await LineServer.StartAsync();
        var first = await line.CallArrivesAsync();
        await first.AsksForATrainingAsync();
        line.Clock.Advance(TimeSpan.FromSeconds(5));
        var second = await line.CallArrivesAsync();
        Assert.DoesNotContain("coupé", second.Reply.Said, StringComparison.Ordinal);
        Assert.StartsWith("C'est fait.", (await first.PressesAsync("1")).Said, StringComparison.Ordinal);
        Assert.Equal("Gather", (await second.PressesAsync("2")).Verb);
    }

    private static string Title(LineReply offer) => offer.Said.Split("près de Gaspé. ")[1].Split('.')[0];

    private sealed record Logged
    {
        public long Turns { get; init; }

        public string? Place_Id { get; init; }

        public string? Outcome { get; init; }

        public long Seconds { get; init; }
    }
}
