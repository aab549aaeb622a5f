using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Tests.Twilio;

/// <summary>The official SDK asks the provider for what we ask it for, in the same words.</summary>
public sealed class TwilioSdkOracleTests
{
    [OracleFact]
    public async Task It_would_send_a_text_as_we_do()
    {
        var text = SenderUnderTest.Text;
        var asked = new JsonObject { ["to"] = text.To, ["from"] = ProviderStub.PhoneNumber, ["body"] = text.Body, ["statusCallback"] = text.StatusCallback };
        await AssertSameAsync("create", "messages", asked, sender => sender.SendAsync(text, CancellationToken.None));
    }

    [OracleFact]
    public async Task It_would_make_a_call_as_we_do()
    {
        var call = SenderUnderTest.Call;
        var asked = new JsonObject
        {
            ["to"] = call.To,
            ["from"] = ProviderStub.PhoneNumber,
            ["url"] = call.Url,
            ["method"] = "POST",
            ["machineDetection"] = "DetectMessageEnd",
            ["timeout"] = 30,
            ["statusCallback"] = call.StatusCallback,
        };
        await AssertSameAsync("create", "calls", asked, sender => sender.CallAsync(call, CancellationToken.None));
    }

    [OracleFact]
    public async Task It_would_look_up_a_text_or_a_call_as_we_do()
    {
        JsonObject asked = new() { ["to"] = SenderUnderTest.Number, ["from"] = ProviderStub.PhoneNumber, ["pageSize"] = 200 };
        await AssertSameAsync("list", "messages", asked, sender => sender.FindTextAsync(SenderUnderTest.Text, DateTimeOffset.UnixEpoch, CancellationToken.None));
        await AssertSameAsync("list", "calls", asked, sender => sender.FindCallAsync(SenderUnderTest.Call, DateTimeOffset.UnixEpoch, CancellationToken.None));
    }

    private static async Task AssertSameAsync(string ask, string resource, JsonObject options, Func<IMessageSender, Task> send)
    {
        using var log = new RequestLog(HttpStatusCode.ServiceUnavailable);
        await using var line = new SenderUnderTest([$"Twilio:AccountSid={ProviderStub.AccountSid}", $"Twilio:PhoneNumber={ProviderStub.PhoneNumber}"], log.Into);
        await send(line.Sender);
        var ours = Assert.Single(log.Requests);

        var question = new JsonObject
        {
            ["ask"] = ask,
            ["account"] = ProviderStub.AccountSid,
            ["token"] = SenderUnderTest.Token,
            ["resource"] = resource,
            ["options"] = options.DeepClone(),
        };
        var theirs = (await TwilioOracle.AskAsync([question]))[0]!.AsObject();
        Assert.Equal(theirs["method"]!.GetValue<string>().ToUpperInvariant(), ours.Method.Method);
        Assert.Equal(theirs["uri"]!.GetValue<string>(), ours.Uri.GetLeftPart(UriPartial.Path));
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{theirs["username"]}:{theirs["password"]}")), ours.Authorization);
        Assert.Equal(
            theirs["fields"]!.AsObject().Select(field => (field.Key, field.Value!.ToString())).Order(),
            ours.Fields.Select(field => (field.Key, field.Value.ToString())).Order());
    }
}
