using AppelAide.Host.Tests.Http;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Tests.Twilio;

/// <summary>What the provider's own record says of something whose sending nobody knows the end of.</summary>
public sealed class TwilioRecordTests
{
    private static readonly DateTimeOffset Now = HandClock.Start;
    private static readonly OutgoingText Text = SenderUnderTest.Text;

    [Fact]
    public async Task A_text_that_was_taken_before_the_cut_is_found_and_one_that_was_not_is_absent()
    {
        await using var provider = await ProviderStub.StartAsync(new HandClock());
        await using var line = new SenderUnderTest(provider.Settings);
        provider.Next(ProviderReply.CutBeforeTaken, ProviderReply.CutAfterTaken);
        Assert.Equal(SendOutcome.Unknown, (await line.SendAsync()).Outcome);
        Assert.Equal(LookupResult.Absent, await FindAsync(line));
        Assert.Equal(SendOutcome.Unknown, (await line.SendAsync()).Outcome);
        Assert.Equal(LookupResult.Found(Assert.Single(provider.Texts).Sid), await FindAsync(line));
    }

    [Fact]
    public async Task A_call_that_was_taken_before_the_cut_is_found_and_one_that_was_not_is_absent()
    {
        await using var provider = await ProviderStub.StartAsync(new HandClock());
        await using var line = new SenderUnderTest(provider.Settings);
        provider.Next(ProviderReply.CutBeforeTaken, ProviderReply.CutAfterTaken);
        await line.CallAsync();
        Assert.Equal(LookupResult.Absent, await line.Sender.FindCallAsync(SenderUnderTest.Call, Now, CancellationToken.None));
        await line.CallAsync();
        Assert.Equal(LookupResult.Found(Assert.Single(provider.Calls).Sid), await line.Sender.FindCallAsync(SenderUnderTest.Call, Now, CancellationToken.None));
        Assert.Equal(LookupResult.Absent, await FindAsync(line));
    }

    [Fact]
    public async Task A_text_whose_acceptance_was_garbled_is_found()
    {
        await using var provider = await ProviderStub.StartAsync(new HandClock());
        await using var line = new SenderUnderTest(provider.Settings);
        provider.Next(ProviderReply.TakeAndGarble);
        Assert.Equal(SendResult.Unknown, await line.SendAsync());
        Assert.Equal(LookupResult.Found(Assert.Single(provider.Texts).Sid), await FindAsync(line));
    }

    [Theory]
    [InlineData("queued")]
    [InlineData("sent")]
    [InlineData("delivered")]
    [InlineData("undelivered")]
    public async Task What_the_provider_took_is_found_wherever_it_has_got_to(string status)
    {
        await using var provider = await ProviderStub.StartAsync();
        await using var line = new SenderUnderTest(provider.Settings);
        var sid = provider.Put(Text.To, Text.Body, Now, status).Sid;
        Assert.Equal(LookupResult.Found(sid), await FindAsync(line));
    }

    [Fact]
    public async Task A_trial_account_puts_its_own_words_before_ours()
    {
        await using var provider = await ProviderStub.StartAsync();
        await using var line = new SenderUnderTest(provider.Settings);
        var sid = provider.Put(Text.To, "Sent from your Twilio trial account - " + Text.Body, Now).Sid;
        Assert.Equal(LookupResult.Found(sid), await FindAsync(line));
    }

    [Fact]
    public async Task Other_words_other_people_other_days_and_what_failed_are_not_it()
    {
        await using var provider = await ProviderStub.StartAsync();
        await using var line = new SenderUnderTest(provider.Settings);
        provider.Put(Text.To, Text.Body + ".", Now);
        provider.Put("+14185550138", Text.Body, Now);
        provider.Put(Text.To, Text.Body, Now.AddSeconds(-3));
        provider.Put(Text.To, Text.Body, Now.AddSeconds(1), "failed");
        Assert.Equal(LookupResult.Absent, await FindAsync(line));
    }

    [Fact]
    public async Task The_first_one_since_then_is_it_and_one_from_just_before_only_when_there_is_no_other()
    {
        await using var provider = await ProviderStub.StartAsync();
        await using var line = new SenderUnderTest(provider.Settings);
        var before = provider.Put(Text.To, Text.Body, Now.AddSeconds(-2)).Sid;
        Assert.Equal(LookupResult.Found(before), await FindAsync(line));
        var first = provider.Put(Text.To, Text.Body, Now).Sid;
        provider.Put(Text.To, Text.Body, Now.AddSeconds(40));
        Assert.Equal(LookupResult.Found(first), await FindAsync(line));
    }

    [Fact]
    public async Task It_is_found_on_a_later_page()
    {
        await using var provider = await ProviderStub.StartAsync();
        await using var line = new SenderUnderTest(provider.Settings);
        provider.MostOnAPage = 2;
        var sid = provider.Put(Text.To, Text.Body, Now).Sid;
        for (var i = 0; i < 8; i++) provider.Put(Text.To, "something else", Now);
        Assert.Equal(LookupResult.Found(sid), await FindAsync(line));
        Assert.Equal(5, provider.Requests.Count);
    }

    [Fact]
    public async Task A_record_too_long_to_read_is_not_known()
    {
        await using var provider = await ProviderStub.StartAsync();
        await using var line = new SenderUnderTest(provider.Settings);
        provider.MostOnAPage = 2;
        for (var i = 0; i < 11; i++) provider.Put(Text.To, "something else", Now);
        Assert.Equal(LookupResult.NotAsked, await FindAsync(line));
        Assert.Equal(5, provider.Requests.Count);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_the_question_leaves_it_open()
    {
        await using var provider = await ProviderStub.StartAsync();
        await using var line = new SenderUnderTest(provider.Settings);
        ProviderReply[] replies =
        [
            ProviderReply.Down(), ProviderReply.TooMany(), ProviderReply.WrongToken, ProviderReply.CutBeforeTaken, ProviderReply.Of(200, "<html>"),
            ProviderReply.Of(200, "[]"), ProviderReply.Of(200, "{}"), ProviderReply.Of(200, """{"messages":{}}"""), ProviderReply.Of(200, """{"messages":[{"sid":"SM1"}]}"""),
        ];
        provider.Put(Text.To, Text.Body, Now);
        provider.NextLookup(replies);
        // A cut of a question is not a cut of a message: asking again changes nothing, and the socket may do so by itself.
        foreach (var _ in replies.Where(reply => !reply.IsCut)) Assert.Equal(LookupResult.NotAsked, await FindAsync(line));
        await provider.CloseAsync();
        Assert.Equal(LookupResult.NotAsked, await FindAsync(line));
    }

    [Theory]
    [InlineData("https://elsewhere.example.org/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages.json")]
    [InlineData("//elsewhere.example.org/")]
    [InlineData("@elsewhere.example.org/")]
    public async Task The_secret_goes_nowhere_but_to_the_provider(string next)
    {
        await using var provider = await ProviderStub.StartAsync();
        using var log = new RequestLog();
        await using var line = new SenderUnderTest(provider.Settings, log.Into);
        provider.NextLookup(ProviderReply.Of(200, $$"""{"messages":[],"next_page_uri":"{{next}}"}"""));
        Assert.Equal(LookupResult.NotAsked, await FindAsync(line));
        Assert.Single(log.Requests);
    }

    private static Task<LookupResult> FindAsync(SenderUnderTest line) => line.Sender.FindTextAsync(Text, Now, CancellationToken.None);
}
