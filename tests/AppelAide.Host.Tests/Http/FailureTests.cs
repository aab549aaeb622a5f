using System.Net;
using AppelAide.Host.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace AppelAide.Host.Tests.Http;

public sealed class FailureTests
{
    private static readonly string[] NoTransfer = ["Line:TransferNumber="];

    [Theory]
    [InlineData("trainings.next")]
    [InlineData("places.find")]
    public async Task When_a_look_up_fails_the_citizen_hears_an_apology_and_is_led_to_a_person(string lookup)
    {
        await using var line = await LineServer.StartAsync(services => services.Break(lookup));
        var call = await line.CallArrivesAsync();
        await call.PressesAsync("9");
        await call.PressesAsync("1");
        await call.SaysAsync("Gaspé");
        if (call.Reply.Verb == "Gather") await call.PressesAsync("1");
        Assert.StartsWith("I'm sorry, the line has a problem.", call.Reply.Said, StringComparison.Ordinal);
        Assert.Equal(("en", "Dial"), (call.Reply.Languages, call.Reply.Verb));
        Assert.Equal("Gather", (await call.IsNotAnsweredAsync()).Verb);
        Assert.Equal(1, await line.CountAsync("turn", "events LIKE '%!%'"));
    }

    [Fact]
    public async Task When_a_look_up_fails_a_sender_is_told_so_and_called_back()
    {
        await using var line = await LineServer.StartAsync(services => services.Break("trainings.next"));
        var reply = await line.TextsAsync("FORMATION Gaspé");
        Assert.StartsWith("Je m'excuse, la ligne a un problème.", reply.IsUsableText().Message, StringComparison.Ordinal);
        Assert.Equal(1, await line.CountAsync("callback_request"));
    }

    [Fact]
    public async Task When_a_command_fails_nothing_of_it_is_left()
    {
        await using var line = await LineServer.StartAsync(services => services.Break("training.register"), settings: NoTransfer);
        var call = await line.CallArrivesAsync();
        await call.AsksForATrainingAsync();
        await call.PressesAsync("1");
        Assert.StartsWith("Je m'excuse, la ligne a un problème.", call.Reply.Said, StringComparison.Ordinal);
        Assert.Equal("Gather", call.Reply.Verb);
        Assert.Equal((5, 0), (await line.CountAsync("turn"), await line.CountAsync("registration")));
        Assert.StartsWith("C'est noté", (await call.PressesAsync("1")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_even_the_way_to_a_person_fails_the_telephone_rings_once_and_then_a_message_is_taken()
    {
        await using var line = await LineServer.StartAsync(services => services.Break("line.hours"));
        var call = await line.CallArrivesAsync();
        Assert.Equal("Dial", (await call.PressesAsync("0")).Verb);
        Assert.Equal("Record", (await call.IsNotAnsweredAsync()).Verb);
        Assert.Equal("Hangup", (await call.LeavesAMessageAsync(10)).Verb);
    }

    [Fact]
    public async Task When_nothing_can_be_written_the_caller_is_put_through_and_then_not_rung_for_ever()
    {
        TroubledDatabase? database = null;
        await using var line = await LineServer.StartAsync(services => database = services.Trouble());
        var call = await line.CallArrivesAsync();
        await call.PressesAsync("9");
        database!.WritesFail = true;
        Assert.StartsWith("I'm sorry, the line has a problem.", (await call.PressesAsync("1")).Said, StringComparison.Ordinal);
        Assert.Equal(("Dial", LineServer.TransferNumber), (call.Reply.Verb, call.Reply.Dialled));
        Assert.Equal("Record", (await call.IsNotAnsweredAsync()).Verb);
        Assert.Equal("Hangup", (await call.LeavesAMessageAsync(10)).Verb);
        Assert.Equal("en", call.Reply.Languages);
        Assert.Equal(2, await line.CountAsync("turn"));
    }

    [Fact]
    public async Task When_nothing_can_be_written_a_message_is_taken_where_nobody_can_be_rung()
    {
        TroubledDatabase? database = null;
        await using var line = await LineServer.StartAsync(services => database = services.Trouble(), settings: NoTransfer);
        var call = await line.CallArrivesAsync();
        database!.WritesFail = true;
        Assert.Equal("Record", (await call.PressesAsync("1")).Verb);
        Assert.StartsWith("Je m'excuse", call.Reply.Said, StringComparison.Ordinal);
        Assert.Equal("Hangup", (await call.StaysSilentAsync()).Verb);
    }

    [Fact]
    public async Task When_the_database_is_gone_a_stranger_hears_both_languages_and_a_known_caller_theirs()
    {
        TroubledDatabase? database = null;
        await using var line = await LineServer.StartAsync(services => database = services.Trouble());
        var call = await line.CallArrivesAsync();
        await call.PressesAsync("9");
        (database!.WritesFail, database.ReadsFail) = (true, true);
        Assert.Equal("en", (await call.PressesAsync("1")).Languages);

        var stranger = new PhoneCall(line, LineServer.NewSid("CA"), "+14185550138");
        Assert.Equal("fr en", (await stranger.ArrivesAsync()).IsUsable().Languages);
        Assert.Equal("Dial", stranger.Reply.Verb);
        var text = await line.TextsAsync("FORMATION Gaspé", "+14185550138");
        Assert.Contains("Je m'excuse", text.IsUsableText().Message, StringComparison.Ordinal);
        Assert.Contains("I'm sorry", text.Message, StringComparison.Ordinal);

        database.ReadsFail = false;
        Assert.Equal("en", (await new PhoneCall(line, LineServer.NewSid("CA"), "+14185550137").ArrivesAsync()).IsUsable().Languages);
        Assert.StartsWith("I'm sorry", (await line.TextsAsync("TRAINING Gaspé")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_database_is_gone_reports_are_taken_all_the_same_and_ready_says_so()
    {
        TroubledDatabase? database = null;
        await using var line = await LineServer.StartAsync(services => database = services.Trouble());
        var call = await line.CallArrivesAsync();
        (database!.WritesFail, database.ReadsFail) = (true, true);
        foreach (var path in new[] { "/twilio/voice/status", "/twilio/recording", "/twilio/sms/status" })
        {
            var reply = await line.PostAsync(
                path, [("CallSid", call.Sid), ("CallStatus", "completed"), ("RecordingSid", "RE1"), ("MessageSid", "SM1"), ("MessageStatus", "failed")]);
            Assert.Equal(HttpStatusCode.NoContent, reply.Status);
        }

        Assert.Equal(503, (await line.ReadyAsync()).Status);
        (database.WritesFail, database.ReadsFail) = (false, false);
        Assert.Equal(200, (await line.ReadyAsync()).Status);
    }

    [Fact]
    public async Task Once_the_database_is_back_the_call_goes_on_where_it_was()
    {
        TroubledDatabase? database = null;
        await using var line = await LineServer.StartAsync(services => database = services.Trouble());
        var call = await line.CallArrivesAsync();
        var action = call.Reply.Action;
        database!.WritesFail = true;
        await line.PostAsync(action, call.Form(("Digits", "1")));
        database.WritesFail = false;
        Assert.StartsWith("Dans quelle municipalité", (await line.PostAsync(action, call.Form(("Digits", "1")))).Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9", "en")]
    [InlineData("*", "fr")]
    public async Task The_fallback_speaks_the_callers_language_and_leads_to_a_person_once(string key, string language)
    {
        await using var line = await LineServer.StartAsync();
        var call = await line.CallArrivesAsync();
        await call.PressesAsync(key);
        var reply = await line.PostAsync("/twilio/voice/fallback", call.Form(("ErrorCode", "11200"), ("ErrorUrl", "https://example.org")));
        Assert.Equal((language, "Dial"), (reply.IsUsable().Languages, reply.Verb));
        Assert.Equal("Hangup", (await line.PostAsync(reply.Action, call.Form(("DialCallStatus", "completed"), ("DialCallDuration", "60")))).IsUsable().Verb);
        var missed = await line.PostAsync(reply.Action, call.Form(("DialCallStatus", "busy")));
        Assert.Equal("Record", missed.IsUsable().Verb);
        Assert.Equal("Hangup", (await line.PostAsync(missed.Action, call.Form())).IsUsable().Verb);

        await call.HangsUpAsync();
        var later = new PhoneCall(line, LineServer.NewSid("CA"), call.From);
        Assert.Equal(language, (await line.PostAsync("/twilio/voice/fallback", later.Form())).IsUsable().Languages);
    }

    [Fact]
    public async Task When_sqlite_itself_refuses_to_write_the_caller_is_put_through()
    {
        // The real thing: SQLite itself refuses every write.
        await using var line = await LineServer.StartAsync();
        var call = await line.CallArrivesAsync();
        await line.Services.GetRequiredService<Database>().WriteAsync(scope => scope.Execute("PRAGMA query_only = ON"), CancellationToken.None);
        Assert.Equal("Dial", (await call.PressesAsync("1")).Verb);
        Assert.Equal("Dial", (await new PhoneCall(line, LineServer.NewSid("CA"), "+14185550138").ArrivesAsync()).IsUsable().Verb);
    }
}
