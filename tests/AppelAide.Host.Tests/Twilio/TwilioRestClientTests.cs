using System.Net;
using System.Net.Sockets;
using AppelAide.Host.Twilio;
using Microsoft.Extensions.DependencyInjection;

namespace AppelAide.Host.Tests.Twilio;

/// <summary>What becomes of a text or call handed to the provider, whatever the provider does.</summary>
public sealed class TwilioRestClientTests
{
    [Fact]
    public async Task A_text_is_taken_under_the_name_that_the_provider_gives_it()
    {
        await using var provider = await ProviderStub.StartAsync();
        await using var line = new SenderUnderTest(provider.Settings);
        var result = await line.SendAsync();
        var taken = Assert.Single(provider.Texts);
        Assert.Equal(SendResult.Taken(taken.Sid), result);
        var text = SenderUnderTest.Text;
        Assert.Equal((text.To, ProviderStub.PhoneNumber, text.Body, text.StatusCallback), (taken.To, taken.From, taken.Body, taken.StatusCallback));
    }

    [Fact]
    public async Task A_call_is_taken_under_the_name_that_the_provider_gives_it()
    {
        await using var provider = await ProviderStub.StartAsync();
        await using var line = new SenderUnderTest(provider.Settings);
        var result = await line.CallAsync();
        Assert.Equal(SendResult.Taken(Assert.Single(provider.Calls).Sid), result);
        var fields = Assert.Single(provider.Requests).Fields;
        var call = SenderUnderTest.Call;
        var expected = new Dictionary<string, string>
        {
            ["To"] = call.To,
            ["From"] = ProviderStub.PhoneNumber,
            ["Url"] = call.Url,
            ["Method"] = "POST",
            ["MachineDetection"] = "DetectMessageEnd",
            ["Timeout"] = "30",
            ["StatusCallback"] = call.StatusCallback!,
        };
        Assert.Equal(expected.OrderBy(field => field.Key), fields.OrderBy(field => field.Key));
    }

    [Fact]
    public async Task No_report_is_asked_for_when_nobody_listens()
    {
        await using var provider = await ProviderStub.StartAsync();
        await using var line = new SenderUnderTest(provider.Settings);
        await line.Sender.SendAsync(SenderUnderTest.Text with { StatusCallback = null }, CancellationToken.None);
        await line.Sender.CallAsync(SenderUnderTest.Call with { StatusCallback = null }, CancellationToken.None);
        Assert.DoesNotContain(provider.Requests, request => request.Fields.Keys.Any(name => name.StartsWith("StatusCallback", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(21211)]
    [InlineData(21408)]
    [InlineData(21606)]
    [InlineData(21610)]
    [InlineData(21612)]
    [InlineData(21614)]
    [InlineData(21635)]
    [InlineData(30006)]
    [InlineData(21617)]
    [InlineData(21408, 403)]
    [InlineData(21215, 403)]
    [InlineData(21610, 429)]
    public async Task What_the_provider_will_never_take_is_refused(int code, int status = 400) =>
        Assert.Equal(new SendResult(SendOutcome.Refused, null, code, null, false, false), await ResultAsync(ProviderReply.Error(code, status)));

    [Theory]
    [InlineData(30001)]
    [InlineData(30003)]
    [InlineData(30008)]
    [InlineData(10000, 408)]
    [InlineData(20409, 409)]
    public async Task What_the_provider_cannot_take_now_may_be_tried_later(int code, int status = 400) =>
        Assert.Equal(new SendResult(SendOutcome.Later, null, code, null, false, false), await ResultAsync(ProviderReply.Error(code, status)));

    [Theory]
    [InlineData(20429, 429)]
    [InlineData(21611, 400)]
    public async Task A_provider_that_is_asked_too_much_is_told_from_one_that_is_down(int code, int status) =>
        Assert.Equal(new SendResult(SendOutcome.Later, null, code, null, true, false), await ResultAsync(ProviderReply.Error(code, status)));

    [Fact]
    public async Task The_wait_that_the_provider_asks_for_is_kept() =>
        Assert.Equal(
            new SendResult(SendOutcome.Later, null, 20429, TimeSpan.FromSeconds(30), true, false),
            await ResultAsync(ProviderReply.TooMany(TimeSpan.FromSeconds(30))));

    [Theory]
    [InlineData(401, """{"code":20003,"status":401}""", 20003)]
    [InlineData(403, """{"code":20005,"status":403}""", 20005)]
    [InlineData(403, "Forbidden", null)]
    [InlineData(404, """{"code":20404,"status":404}""", 20404)]
    [InlineData(404, "[]", null)]
    [InlineData(407, "<html>Sign in to the proxy", null)]
    [InlineData(302, "", null)]
    public async Task A_mistake_of_the_operator_loses_no_message(int status, string body, int? code) =>
        Assert.Equal(new SendResult(SendOutcome.Later, null, code, null, false, true), await ResultAsync(ProviderReply.Of(status, body)));

    [Theory]
    [InlineData(500, "", null)]
    [InlineData(503, """{"code":20503,"status":503}""", 20503)]
    public async Task A_provider_that_is_down_is_unreachable(int status, string body, int? code) =>
        Assert.Equal(new SendResult(SendOutcome.Later, null, code, null, false, true), await ResultAsync(ProviderReply.Of(status, body)));

    [Theory]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_gateway_that_did_not_hear_the_provider_may_hide_a_message_that_was_taken(int status) =>
        Assert.Equal(SendResult.Unknown, await ResultAsync(ProviderReply.Of(status, "<html>Bad gateway</html>")));

    [Theory]
    [InlineData("[]")]
    [InlineData("not JSON")]
    [InlineData("""{"code":"21610"}""")]
    public async Task A_refusal_needs_no_reason(string body) =>
        Assert.Equal(new SendResult(SendOutcome.Refused, null, null, null, false, false), await ResultAsync(ProviderReply.Of(400, body)));

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"status":"queued"}""")]
    [InlineData("""{"sid":""}""")]
    [InlineData("""{"sid":null}""")]
    public async Task An_acceptance_without_a_name_is_not_known_to_be_one(string body) =>
        Assert.Equal(SendResult.Unknown, await ResultAsync(ProviderReply.Of(201, body)));

    [Fact]
    public async Task Nobody_knows_what_became_of_a_request_that_left_and_was_cut()
    {
        Assert.Equal(SendResult.Unknown, await ResultAsync(ProviderReply.CutAfterTaken));
        Assert.Equal(SendResult.Unknown, await ResultAsync(ProviderReply.CutBeforeTaken));
    }

    [Fact]
    public async Task Nobody_knows_what_became_of_a_request_that_left_and_has_no_answer()
    {
        await using var provider = await ProviderStub.StartAsync();
        using var patience = new PatienceUntil(() => provider.UntilAsync(stub => stub.Texts.Count == 1));
        await using var line = new SenderUnderTest(
            provider.Settings, services => services.AddHttpClient(nameof(IMessageSender)).AddHttpMessageHandler(() => patience));
        provider.Next(ProviderReply.TakeAndHold);
        Assert.Equal(SendResult.Unknown, await line.SendAsync());
        Assert.Single(provider.Texts);
    }

    [Fact]
    public async Task A_request_that_finds_the_port_closed_never_left()
    {
        await using var provider = await ProviderStub.StartAsync();
        await using var line = new SenderUnderTest(provider.Settings);
        await line.SendAsync();
        await provider.CloseAsync();
        Assert.Equal(SendResult.Unreachable, await line.SendAsync());
        Assert.Equal(SendResult.Unreachable, await line.CallAsync());
        await provider.OpenAsync();
        Assert.Equal(SendOutcome.Taken, (await line.SendAsync()).Outcome);
        Assert.Equal(2, provider.Texts.Count);
    }

    [Fact]
    public async Task A_request_that_is_cut_before_the_connection_is_secure_never_left()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var line = new SenderUnderTest(Account($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
        var sending = line.SendAsync();
        using (await listener.AcceptTcpClientAsync())
        {
        }

        Assert.Equal(SendResult.Unreachable, await sending);
    }

    [Fact]
    public async Task A_request_that_waits_in_vain_for_a_connection_never_left()
    {
        // Takes connections and says nothing: what is to be secure is never connected.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var line = new SenderUnderTest(
            Account($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"), services => ProviderStub.Hurry(services, TimeSpan.FromMilliseconds(200)));
        Assert.Equal(SendResult.Unreachable, await line.SendAsync());
    }

    [Fact]
    public async Task A_name_that_nobody_knows_is_unreachable()
    {
        await using var line = new SenderUnderTest(Account("http://provider.invalid"));
        Assert.Equal(SendResult.Unreachable, await line.SendAsync());
    }

    [Fact]
    public async Task Nothing_is_tried_twice()
    {
        await using var provider = await ProviderStub.StartAsync();
        await using var line = new SenderUnderTest(provider.Settings);
        await line.SendAsync();
        provider.Next(ProviderReply.CutBeforeTaken, ProviderReply.Down(), ProviderReply.TooMany(TimeSpan.Zero));
        for (var i = 0; i < 3; i++) await line.SendAsync();
        Assert.Equal(4, provider.Requests.Count);
    }

    [Fact]
    public async Task Stopping_the_server_is_not_an_answer_of_the_provider()
    {
        await using var provider = await ProviderStub.StartAsync();
        await using var line = new SenderUnderTest(provider.Settings);
        using var stopping = new CancellationTokenSource();
        provider.Next(ProviderReply.TakeAndHold);
        var sending = line.SendAsync(stopping.Token);
        await provider.UntilAsync(stub => stub.Texts.Count == 1);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task Nothing_is_sent_while_sending_is_not_configured()
    {
        await using var provider = await ProviderStub.StartAsync();
        await using var line = new SenderUnderTest([$"Twilio:ApiBaseUrl={provider.Address}"]);
        Assert.Equal(SendResult.Unreachable, await line.SendAsync());
        Assert.Equal(SendResult.Unreachable, await line.CallAsync());
        Assert.Equal(LookupResult.NotAsked, await line.Sender.FindTextAsync(SenderUnderTest.Text, DateTimeOffset.UnixEpoch, CancellationToken.None));
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public void What_is_to_be_sent_tells_as_text_neither_number_nor_words() =>
        Assert.Equal("OutgoingText OutgoingCall", $"{SenderUnderTest.Text} {SenderUnderTest.Call}");

    private static string[] Account(string address) =>
        [$"Twilio:AccountSid={ProviderStub.AccountSid}", $"Twilio:PhoneNumber={ProviderStub.PhoneNumber}", $"Twilio:ApiBaseUrl={address}"];

    /// <summary>What a text and a call come to, which is the same.</summary>
    private static async Task<SendResult> ResultAsync(ProviderReply reply)
    {
        await using var provider = await ProviderStub.StartAsync();
        await using var line = new SenderUnderTest(provider.Settings);
        provider.Next(reply, reply);
        var result = await line.SendAsync();
        Assert.Equal(result, await line.CallAsync());
        return result;
    }

    /// <summary>Times out as a client does, not after a while but after something else has happened.</summary>
    private sealed class PatienceUntil(Func<Task> isOver) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var answer = base.SendAsync(request, patience.Token);
            await isOver();
            await patience.CancelAsync();
            return await answer;
        }
    }
}
