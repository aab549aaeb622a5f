using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AppelAide.Host.Twilio;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Tests.Twilio;

/// <summary>Every request that we make is one that Twilio's own description of its REST API allows, and we read the answers that it shows.</summary>
public sealed class TwilioDescriptionTests(PrismServer prism) : IClassFixture<PrismServer>
{
    /// <summary>The account and numbers of the description's own examples.</summary>
    private const string Account = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string MessageFrom = "+12019235161";
    private const string MessageTo = "+18182008801";
    private const string CallFrom = "+13051416799";
    private const string CallTo = "+13051913581";

    [PrismFact]
    public async Task A_text_with_and_without_a_report_is_taken()
    {
        await SendAsync(HttpStatusCode.Created, async sender =>
        {
            Assert.Matches("^(SM|MM)[0-9a-fA-F]{32}$", (await sender.SendAsync(SenderUnderTest.Text, CancellationToken.None)).Sid);
            var result = await sender.SendAsync(SenderUnderTest.Text with { StatusCallback = null }, CancellationToken.None);
            Assert.Equal(SendOutcome.Taken, result.Outcome);
        });
    }

    [PrismFact]
    public async Task A_call_with_and_without_a_report_is_taken()
    {
        await SendAsync(HttpStatusCode.Created, async sender =>
        {
            Assert.Matches("^CA[0-9a-fA-F]{32}$", (await sender.CallAsync(SenderUnderTest.Call, CancellationToken.None)).Sid);
            var result = await sender.CallAsync(SenderUnderTest.Call with { StatusCallback = null }, CancellationToken.None);
            Assert.Equal(SendOutcome.Taken, result.Outcome);
        });
    }

    [PrismFact]
    public async Task A_text_is_found_among_those_of_the_description()
    {
        var since = new DateTimeOffset(2019, 5, 24, 17, 44, 46, TimeSpan.Zero);
        var text = new OutgoingText(MessageTo, "testing", null);
        await SendAsync(HttpStatusCode.OK, async sender =>
            Assert.Equal(LookupResult.Found("SMded05904ccb347238880ca9264e8fe1c"), await sender.FindTextAsync(text, since, CancellationToken.None)), MessageFrom);
    }

    [PrismFact]
    public async Task A_call_is_found_among_those_of_the_description()
    {
        var since = new DateTimeOffset(2019, 10, 18, 17, 0, 0, TimeSpan.Zero);
        var call = new OutgoingCall(CallTo, "https://ligne.example.org/", null);
        await SendAsync(HttpStatusCode.OK, async sender =>
            Assert.Equal(LookupResult.Found("CAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), await sender.FindCallAsync(call, since, CancellationToken.None)), CallFrom);
    }

    [PrismFact]
    public async Task What_is_not_in_an_empty_record_is_absent()
    {
        await SendAsync(
            HttpStatusCode.OK,
            async sender => Assert.Equal(LookupResult.Absent, await sender.FindTextAsync(SenderUnderTest.Text, DateTimeOffset.UnixEpoch, CancellationToken.None)),
            prefer: "example=readEmptySentdateLess");
        await SendAsync(
            HttpStatusCode.OK,
            async sender => Assert.Equal(LookupResult.Absent, await sender.FindCallAsync(SenderUnderTest.Call, DateTimeOffset.UnixEpoch, CancellationToken.None)),
            prefer: "example=readEmptyDatesLess");
    }

    [PrismFact]
    public async Task A_recording_is_deleted()
    {
        using var http = new HttpClient();
        var options = Options.Create(new TwilioOptions { AccountSid = Account, AuthToken = SenderUnderTest.Token, ApiBaseUrl = prism.Address });
        var recordings = new TwilioRecordings(http, options);
        Assert.Equal(SoundOutcome.Done, await recordings.DeleteAsync("REaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", CancellationToken.None));
        // A name that the description does not allow.
        Assert.Equal(SoundOutcome.Refused, await recordings.DeleteAsync("REx", CancellationToken.None));
    }

    [PrismFact]
    public async Task The_description_refuses_what_it_does_not_allow()
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await AskAsync("Messages", ("From", MessageFrom), ("Body", "no number")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await AskAsync("Calls", ("To", CallTo), ("Url", "https://ligne.example.org/")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await AskAsync("Calls", ("To", CallTo), ("From", CallFrom), ("Method", "SHOUT")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await AskAsync("Messages", account: "ACnobody", fields: ("To", MessageTo)));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync("Messages", isSigned: false, fields: ("To", MessageTo)));
        Assert.Equal(HttpStatusCode.Created, await AskAsync("Messages", ("To", MessageTo), ("From", MessageFrom), ("Body", "all of it")));
    }

    private async Task SendAsync(HttpStatusCode expected, Func<IMessageSender, Task> ask, string from = MessageFrom, string? prefer = null)
    {
        using var log = new RequestLog(prefer: prefer);
        await using var line = new SenderUnderTest([$"Twilio:AccountSid={Account}", $"Twilio:PhoneNumber={from}", $"Twilio:ApiBaseUrl={prism.Address}"], log.Into);
        await ask(line.Sender);
        // The address of a next page is the provider's own, and in its examples has dates that its description does not allow.
        var ours = log.Requests.Where(request => !request.Fields.ContainsKey("PageToken")).ToList();
        Assert.NotEmpty(ours);
        Assert.All(ours, request => Assert.Equal(expected, request.Status));
    }

    private Task<HttpStatusCode> AskAsync(string resource, params (string Name, string Value)[] fields) => AskAsync(resource, Account, true, fields);

    private async Task<HttpStatusCode> AskAsync(string resource, string account = Account, bool isSigned = true, params (string Name, string Value)[] fields)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{prism.Address}/2010-04-01/Accounts/{account}/{resource}.json")
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        if (isSigned) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(account + ":token")));
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
