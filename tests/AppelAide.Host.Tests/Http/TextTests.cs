namespace AppelAide.Host.Tests.Http;

public sealed class TextTests
{
    [Fact]
    public async Task A_signed_text_gets_a_training_and_then_a_place_in_it()
    {
        await using var line = await LineServer.StartAsync();
        var offer = await line.TextsAsync("FORMATION Gaspé");
        Assert.StartsWith("Gaspé, ", offer.IsUsableText().Message, StringComparison.Ordinal);
        Assert.StartsWith("Inscription notée", (await line.TextsAsync("1")).Message, StringComparison.Ordinal);
        Assert.Equal((1, 2, 1), (await line.CountAsync("conversation"), await line.CountAsync("turn"), await line.CountAsync("registration")));
    }

    [Fact]
    public async Task Texts_of_one_sender_at_once_are_all_answered_in_order()
    {
        await using var line = await LineServer.StartAsync();
        await line.TextsAsync("FORMATION Gaspé");
        string[] bodies = ["2", "horaire", "2", "PLUS", "repas Gaspé", "2"];
        var replies = await Task.WhenAll(bodies.Select(body => line.TextsAsync(body)));
        Assert.All(replies, reply => reply.IsUsableText());
        Assert.Equal(Enumerable.Range(1, 7).Select(number => (long)number), await line.RowsAsync<long>("SELECT turn_no FROM turn ORDER BY turn_no"));
        Assert.Equal(bodies.Order(), (await line.RowsAsync<string>("SELECT heard FROM turn WHERE turn_no > 1")).Order());
        Assert.Equal(replies.Select(reply => reply.Message).Order(), (await line.RowsAsync<string>("SELECT said FROM turn WHERE turn_no > 1")).Order());
    }

    [Fact]
    public async Task The_first_two_texts_of_a_sender_at_once_are_one_conversation()
    {
        await using var line = await LineServer.StartAsync();
        await Task.WhenAll(line.TextsAsync("FORMATION Gaspé"), line.TextsAsync("repas Gaspé"));
        Assert.Equal((1, 2, 1), (await line.CountAsync("conversation"), await line.CountAsync("turn"), await line.CountAsync("caller")));
    }

    [Fact]
    public async Task A_text_after_four_hours_begins_anew()
    {
        await using var line = await LineServer.StartAsync();
        await line.TextsAsync("FORMATION Gaspé");
        line.Clock.Advance(TimeSpan.FromHours(3.9));
        Assert.StartsWith("Inscription notée", (await line.TextsAsync("1")).Message, StringComparison.Ordinal);
        line.Clock.Advance(TimeSpan.FromHours(4.1));
        Assert.DoesNotContain("Inscription", (await line.TextsAsync("1")).IsUsableText().Message, StringComparison.Ordinal);
        Assert.Equal(2, await line.CountAsync("conversation"));
    }

    [Fact]
    public async Task A_text_that_the_provider_answered_itself_is_noted_and_not_answered_twice()
    {
        await using var line = await LineServer.StartAsync();
        var reply = await line.PostAsync(
            "/twilio/sms", [("MessageSid", LineServer.NewSid("SM")), ("From", "+14185550137"), ("Body", "ARRET"), ("OptOutType", "STOP")]);
        Assert.Equal("", reply.Message);
        Assert.Equal(["optedout"], await line.RowsAsync<string>("SELECT outcome FROM conversation"));
        Assert.Equal(1, await line.CountAsync("consent", "given = 0"));
    }
}
