using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AppelAide.Host.Twilio;
using Microsoft.AspNetCore.WebUtilities;

namespace AppelAide.Host.Tests.Twilio;

public sealed class TwilioRestClientTests
{
    private const string Sid = "AC0123456789abcdef0123456789abcdef";

    private static readonly OutgoingText Text = new("+14185550137", "Inscription notée: mar. 1er déc. 13h30 & \"bibliothèque\"", "https://ligne.example.org/twilio/sms/status");

    [Fact]
    public async Task A_message_is_posted_to_the_account_with_its_secret()
    {
        var provider = new Provider(HttpStatusCode.Created, """{"sid":"SM1","status":"queued","error_code":null}""");
        Assert.Equal(new SendResult("SM1", null, false, null), await provider.SendAsync(Text));
        Assert.Equal($"https://api.example.org/2010-04-01/Accounts/{Sid}/Messages.json", provider.Url);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Sid + ":token")), provider.Authorization);
        var fields = QueryHelpers.ParseQuery(provider.Body);
        Assert.Equal(["Body", "From", "StatusCallback", "To"], fields.Keys.Order());
        Assert.Equal([Text.To, Text.Body, "+15815550100", Text.StatusCallback!], new[] { "To", "Body", "From", "StatusCallback" }.Select(name => fields[name].ToString()));
    }

    [OracleFact]
    public async Task The_official_SDK_would_make_the_same_request()
    {
        var provider = new Provider(HttpStatusCode.Created, """{"sid":"SM1"}""");
        await provider.SendAsync(Text);
        var message = new JsonObject { ["to"] = Text.To, ["from"] = "+15815550100", ["body"] = Text.Body, ["statusCallback"] = Text.StatusCallback };
        var question = new JsonObject { ["ask"] = "send", ["account"] = Sid, ["token"] = "token", ["message"] = message };
        var theirs = (await TwilioOracle.AskAsync([question]))[0]!.AsObject();
        Assert.Equal(provider.Method, theirs["method"]!.GetValue<string>().ToUpperInvariant());
        Assert.Equal(provider.Url!.Replace("api.example.org", "api.twilio.com", StringComparison.Ordinal), theirs["uri"]!.GetValue<string>());
        Assert.Equal(provider.Authorization, "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{theirs["username"]}:{theirs["password"]}")));
        Assert.Equal(
            QueryHelpers.ParseQuery(provider.Body).Select(field => (field.Key, field.Value.ToString())).Order(),
            theirs["data"]!.AsObject().Select(field => (field.Key, field.Value!.GetValue<string>())).Order());
    }

    [Fact]
    public async Task No_report_is_asked_for_when_nobody_listens()
    {
        var provider = new Provider(HttpStatusCode.Created, """{"sid":"SM1"}""");
        await provider.SendAsync(Text with { StatusCallback = null });
        Assert.DoesNotContain("StatusCallback", provider.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, """{"code":21610,"message":"unsubscribed +14185550137","status":400}""", 21610, false)]
    [InlineData(400, """{"code":21635,"status":400}""", 21635, false)]
    [InlineData(400, """{"code":30006,"status":400}""", 30006, false)]
    [InlineData(400, """{"code":30003,"status":400}""", 30003, true)]
    [InlineData(401, """{"code":20003,"status":401}""", 20003, false)]
    [InlineData(429, """{"code":20429,"status":429}""", 20429, true)]
    [InlineData(503, "<html>Bad gateway</html>", null, true)]
    [InlineData(500, "", null, true)]
    [InlineData(404, "[]", null, false)]
    [InlineData(400, """{"code":"21610"}""", null, false)]
    [InlineData(200, """{"status":"queued"}""", null, false)]
    public async Task A_refusal_is_a_result(int status, string body, int? code, bool retryable) =>
        Assert.Equal(new SendResult(null, code, retryable, null), await new Provider((HttpStatusCode)status, body).SendAsync(Text));

    [Theory]
    [InlineData("30", 30)]
    [InlineData("Sat, 21 Nov 2026 12:01:00 GMT", 60)]
    [InlineData("Sat, 21 Nov 2026 11:00:00 GMT", 0)]
    public async Task The_wait_that_the_provider_asks_for_is_kept(string header, int seconds)
    {
        var provider = new Provider(HttpStatusCode.TooManyRequests, """{"code":20429}""", header);
        Assert.Equal(TimeSpan.FromSeconds(seconds), (await provider.SendAsync(Text)).RetryAfter);
    }

    [Fact]
    public async Task A_provider_that_cannot_be_reached_or_is_too_slow_is_tried_later()
    {
        Assert.Equal(new SendResult(null, null, true, null), await new Provider(new HttpRequestException("no route")).SendAsync(Text));
        Assert.Equal(new SendResult(null, null, true, null), await new Provider(new TaskCanceledException("timeout", new TimeoutException())).SendAsync(Text));
    }

    [Fact]
    public async Task Stopping_the_server_is_not_an_answer_of_the_provider()
    {
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Provider(HttpStatusCode.Created, "{}").SendAsync(Text, stopping.Token));
    }

    [Fact]
    public async Task Nothing_is_sent_while_sending_is_not_configured()
    {
        var provider = new Provider(HttpStatusCode.Created, """{"sid":"SM1"}""") { Options = new TwilioOptions { AuthToken = "token" } };
        Assert.Equal(new SendResult(null, null, false, null), await provider.SendAsync(Text));
        Assert.Null(provider.Url);
    }

    [Fact]
    public void A_message_as_text_tells_neither_number_nor_words() => Assert.Equal("OutgoingText", Text.ToString());

    /// <summary>Stands for the provider at the other end of the wire.</summary>
    private sealed class Provider(HttpStatusCode status, string body, string? retryAfter = null) : HttpMessageHandler
    {
        private readonly Exception? _failure;

        public Provider(Exception failure)
            : this(default, "") => _failure = failure;

        public TwilioOptions Options { get; init; } =
            new() { AccountSid = Sid, AuthToken = "token", PhoneNumber = "+15815550100", ApiBaseUrl = "https://api.example.org/" };

        public string? Method { get; private set; }

        public string? Url { get; private set; }

        public string? Authorization { get; private set; }

        public string Body { get; private set; } = "";

        public Task<SendResult> SendAsync(OutgoingText text, CancellationToken stopping = default) =>
            new TwilioRestClient(new HttpClient(this), Microsoft.Extensions.Options.Options.Create(Options), new Noon()).SendAsync(text, stopping);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_failure is not null)
                throw _failure;
            Method = request.Method.Method;
            Url = request.RequestUri!.ToString();
            Authorization = request.Headers.Authorization?.ToString();
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            var response = new HttpResponseMessage(status) { Content = new StringContent(body) };
            if (retryAfter is not null)
                response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return response;
        }
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    }
}
