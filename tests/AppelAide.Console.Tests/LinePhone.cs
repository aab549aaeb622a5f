using System.Globalization;
using System.Net;
using System.Xml.Linq;

namespace AppelAide.Console.Tests;

/// <summary>A citizen's telephone: calls the program through its webhooks, as the provider does on a machine without a token.</summary>
public sealed class LinePhone : IAsyncDisposable
{
    private static int calls;

    private readonly HttpClient client;
    private readonly string from;
    private readonly string sid = $"CA{Interlocked.Increment(ref calls).ToString("x32", CultureInfo.InvariantCulture)}";
    private bool isOver;

    private LinePhone(ConsoleHost host, string from)
    {
        client = new HttpClient { BaseAddress = host.Address };
        this.from = from;
    }

    /// <summary>What was last said.</summary>
    public XElement Said { get; private set; } = new("Response");

    /// <summary>Calls.</summary>
    public static async Task<LinePhone> CallAsync(ConsoleHost host, string from)
    {
        var phone = new LinePhone(host, from);
        await phone.PostAsync("/twilio/voice", []);
        return phone;
    }

    /// <summary>Sends a text.</summary>
    public static async Task<string> TextAsync(ConsoleHost host, string from, string body)
    {
        await using var phone = new LinePhone(host, from) { isOver = true };
        using var answer = await phone.client.PostAsync("/twilio/sms", Form([("MessageSid", $"SM{Interlocked.Increment(ref calls):x32}"), ("From", from), ("To", "+15815550100"), ("Body", body), ("NumMedia", "0")]));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return XElement.Parse(await answer.Content.ReadAsStringAsync()).Value;
    }

    /// <summary>Presses keys.</summary>
    public Task PressAsync(string keys) => AnswerAsync([("Digits", keys)]);

    /// <summary>Speaks.</summary>
    public Task SayAsync(string words) => AnswerAsync([("SpeechResult", words), ("Confidence", "0.87")]);

    /// <summary>Leaves a message after the signal; its sound is at the provider.</summary>
    public Task RecordAsync(int seconds, string recording) => AnswerAsync([("RecordingSid", recording), ("RecordingDuration", seconds.ToString(CultureInfo.InvariantCulture)), ("RecordingUrl", "http://127.0.0.1/" + recording)]);

    /// <summary>Puts the receiver down.</summary>
    public async Task HangUpAsync()
    {
        if (isOver) return;
        isOver = true;
        using var answer = await client.PostAsync("/twilio/voice/status", Form([("CallSid", sid), ("From", from), ("To", "+15815550100"), ("CallStatus", "completed"), ("CallDuration", "34")]));
        Assert.True(answer.IsSuccessStatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        await HangUpAsync();
        client.Dispose();
    }

    private Task AnswerAsync(IEnumerable<(string Name, string Value)> fields) =>
        PostAsync(Said.Descendants().Select(verb => verb.Attribute("action")?.Value).First(action => action is not null)!, fields);

    private async Task PostAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var answer = await client.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), Form([("CallSid", sid), ("From", from), ("To", "+15815550100"), ("CallStatus", "in-progress"), .. fields]));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Said = XElement.Parse(await answer.Content.ReadAsStringAsync());
    }

    private static FormUrlEncodedContent Form(IEnumerable<(string Name, string Value)> fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
