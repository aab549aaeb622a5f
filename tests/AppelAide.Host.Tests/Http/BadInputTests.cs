using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace AppelAide.Host.Tests.Http;

public sealed class BadInputTests
{
    private static readonly string[] Routes =
    [
        "/twilio/voice", "/twilio/voice/turn?c=1&t=1", "/twilio/voice/fallback", "/twilio/voice/status", "/twilio/recording", "/twilio/sms",
        "/twilio/sms/status",
    ];

    [Theory]
    [InlineData("")]
    [InlineData("&&&=&=")]
    [InlineData("CallSid")]
    [InlineData("%zz=%u&=%&%")]
    [InlineData("CallSid=CA1&CallSid=CA2&From=1&From=2&Digits=1&Digits=2")]
    [InlineData("SpeechResult=%ED%A0%80&Body=%ED%B0%80%ff%fe&From=%ff")]
    [InlineData("CallSid=../../etc&RecordingSid='%3B--&DialCallStatus=&DialCallDuration=-1&CallStatus=%F0%9F%92%A9&MessageSid=%F0%9F%92%A9")]
    [InlineData("MessageStatus=delivered&ErrorCode=99999999999999&RecordingDuration=1e9&RecordingSid=RE1&CallDuration=NaN&CallStatus=completed")]
    public async Task A_signed_form_of_any_kind_is_answered_with_something_usable(string body)
    {
        await using var line = await LineServer.StartAsync();
        await line.CallArrivesAsync();
        foreach (var route in Routes) AssertUsable(route, await PostRawAsync(line, route, body));
    }

    [Fact]
    public async Task A_signed_body_that_is_no_form_is_answered_with_something_usable()
    {
        await using var line = await LineServer.StartAsync();
        var json = Encoding.UTF8.GetBytes("""{"CallSid":"CA1","Body":["FORMATION"]}""");
        foreach (var route in Routes)
        {
            var path = $"{route}{(route.Contains('?', StringComparison.Ordinal) ? '&' : '?')}bodySHA256={Convert.ToHexStringLower(SHA256.HashData(json))}";
            var content = new ByteArrayContent(json) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/json") } };
            AssertUsable(route, await line.SendAsync(path, content, line.Sign(path)));
            AssertUsable(route, await line.SendAsync(route, new ByteArrayContent([]), line.Sign(route)));
        }
    }

    [Fact]
    public async Task What_is_not_signed_or_too_large_to_be_read_is_refused_and_changes_nothing()
    {
        await using var line = await LineServer.StartAsync();
        foreach (var route in Routes)
        {
            var form = new Dictionary<string, string> { ["CallSid"] = "CA1", ["MessageSid"] = "SM1", ["From"] = "+14185550137", ["Body"] = "FORMATION" };
            await RefusedAsync(line, route, new FormUrlEncodedContent(form), null);
            await RefusedAsync(line, route, new FormUrlEncodedContent(form), line.Sign(route, ("CallSid", "CA2")));
            await RefusedAsync(line, route, new ByteArrayContent([0xff, 0xfe, 0]), null);
            var large = new string('a', 1 << 20);
            form["Body"] = large;
            await RefusedAsync(line, route, new FormUrlEncodedContent(form), line.Sign(route, ("Body", large)));
        }

        Assert.Equal((0, 0), (await line.CountAsync("conversation"), await line.CountAsync("caller")));
    }

    [Fact]
    public async Task A_form_with_a_nul_which_the_framework_refuses_to_read_is_refused_and_changes_nothing()
    {
        await using var line = await LineServer.StartAsync();
        var reply = await line.TextsAsync("FORMATION\0Gaspé");
        Assert.Equal((HttpStatusCode.Forbidden, ""), (reply.Status, reply.Document));
        Assert.Equal(0, await line.CountAsync("caller"));
    }

    [Theory]
    [InlineData("c=-1&t=-1")]
    [InlineData("c=99999999999999999999999&t=1")]
    [InlineData("c=9223372036854775807&t=2147483647")]
    [InlineData("c=1&t=99999999999999999999999")]
    [InlineData("c=1")]
    [InlineData("t=1")]
    [InlineData("c=&t=")]
    [InlineData("c=1&c=2&t=1&t=2")]
    [InlineData("c=%00&t=%F0%9F%92%A9")]
    [InlineData("c=1;DROP%20TABLE%20turn&t=1")]
    public async Task A_turn_that_names_nothing_begins_again_where_the_call_stands(string query)
    {
        await using var line = await LineServer.StartAsync();
        var call = await line.CallArrivesAsync();
        await call.PressesAsync("1");
        var reply = await line.PostAsync($"/twilio/voice/turn?{query}", call.Form(("Digits", "1")));
        Assert.Equal(call.Reply.WithoutHints, reply.IsUsable().WithoutHints);
        Assert.Equal(2, await line.CountAsync("turn"));
        (await line.PostAsync($"/twilio/voice/turn?{query}", new PhoneCall(line, LineServer.NewSid("CA"), "+14185550138").Form())).IsUsable();
    }

    [Theory]
    [InlineData("SpeechResult", 10_000)]
    [InlineData("Digits", 10_000)]
    [InlineData("CallSid", 10_000)]
    [InlineData("From", 10_000)]
    [InlineData("RecordingSid", 10_000)]
    [InlineData("Confidence", 10_000)]
    public async Task A_field_of_absurd_length_is_heard_as_something_or_nothing(string field, int length)
    {
        await using var line = await LineServer.StartAsync();
        var call = await line.CallArrivesAsync();
        await call.PressesAsync("1");
        var fields = call.Form(("Digits", ""), ("SpeechResult", "Gaspé"), ("Confidence", "1"))
            .Where(given => given.Name != field).Append((field, string.Concat(Enumerable.Repeat("1234567890", length / 10))));
        (await line.PostAsync(call.Reply.Action, fields)).IsUsable();
        Assert.InRange(await line.CountAsync("turn"), 3, 3);
    }

    [Theory]
    [InlineData("hangup")]
    [InlineData("*#*#*#")]
    [InlineData("1111111111111111111111111111111111111111111111111111111111111111111")]
    [InlineData("abcd")]
    [InlineData("１２３")]
    [InlineData("-1")]
    [InlineData(" 1 ")]
    [InlineData("1w1w")]
    public async Task Absurd_keys_are_answered_wherever_the_call_stands(string keys)
    {
        await using var line = await LineServer.StartAsync();
        foreach (var way in new[] { "", "1", "1 4843 1", "2", "2 1", "3", "0", "0 2" })
        {
            var call = await line.CallArrivesAsync($"+1418555{way.Length:0000}");
            foreach (var before in way.Split(' ', StringSplitOptions.RemoveEmptyEntries)) await call.PressesAsync(before);
            (await line.PostAsync(call.Reply.Action, call.Form(("Digits", keys)))).IsUsable();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("👵🏽👍🏿 🇨🇦")]
    [InlineData("FORMATION 👵🏽 Gaspé 🚲")]
    [InlineData("\u0007\u001b\u007f\u200f")]
    [InlineData("\ud83d")]
    [InlineData("' OR 1=1; --")]
    [InlineData("<Response><Hangup/></Response>]]>")]
    [InlineData("{place.name} {!line.frenchFirst x} [en]")]
    [InlineData("مرحبا שלום 你好")]
    public async Task A_text_of_any_kind_is_answered_and_noted(string body)
    {
        await using var line = await LineServer.StartAsync();
        (await line.TextsAsync(body)).IsUsableText();
        (await line.TextsAsync("FORMATION Gaspé")).IsUsableText();
        Assert.Equal(2, await line.CountAsync("turn"));
    }

    [Fact]
    public async Task The_longest_text_and_a_picture_without_words_are_answered_and_noted()
    {
        await using var line = await LineServer.StartAsync();
        var longest = string.Concat(Enumerable.Repeat("j'ai pus de chauffage à Gaspé, ça gèle ", 50))[..1600];
        (await line.TextsAsync(longest)).IsUsableText();
        Assert.Equal([longest], await line.RowsAsync<string>("SELECT heard FROM turn"));
        (await line.PostAsync(
            "/twilio/sms", [("MessageSid", LineServer.NewSid("MM")), ("From", "+14185550137"), ("Body", ""), ("NumMedia", "1"), ("MediaUrl0", "https://example.org/1")])).IsUsableText();
        (await line.PostAsync("/twilio/sms", [("MessageSid", LineServer.NewSid("MM")), ("From", "+14185550137"), ("NumMedia", "1")])).IsUsableText();
        Assert.Equal(3, await line.CountAsync("turn"));
    }

    [Fact]
    public async Task Random_calls_never_end_in_silence()
    {
        await using var line = await LineServer.StartAsync();
        var random = new Random(20260929);
        for (var caller = 0; caller < 25; caller++)
        {
            var call = await line.CallArrivesAsync(string.Create(CultureInfo.InvariantCulture, $"+1418555{1000 + caller}"));
            for (var turn = 0; turn < 15 && call.Reply.Verb != "Hangup"; turn++)
            {
                _ = await ((call.Reply.Verb, random.Next(10)) switch
                {
                    ("Dial", < 5) => call.IsNotAnsweredAsync(),
                    ("Dial", _) => call.IsPutThroughAsync(30),
                    ("Record", < 5) => call.LeavesAMessageAsync(8),
                    (_, < 6) => call.PressesAsync("0123456789*#"[random.Next(12)].ToString()),
                    (_, < 9) => call.SaysAsync(new[] { "Gaspé", "oui", "slower", "menu", "une formation", "food", "suivant", "blah blah", "42" }[random.Next(9)]),
                    _ => call.StaysSilentAsync(),
                });
            }
        }

        Assert.DoesNotContain("Error ", line.Log.All, StringComparison.Ordinal);
    }

    private static void AssertUsable(string route, LineReply reply)
    {
        if (route.StartsWith("/twilio/sms", StringComparison.Ordinal) && !route.EndsWith("status", StringComparison.Ordinal)) reply.IsUsableText();
        else if (route is "/twilio/voice/status" or "/twilio/recording" or "/twilio/sms/status") Assert.Equal(HttpStatusCode.NoContent, reply.Status);
        else reply.IsUsable();
    }

    private static async Task RefusedAsync(LineServer line, string route, HttpContent content, string? signature)
    {
        var reply = await line.SendAsync(route, content, signature);
        Assert.Equal((HttpStatusCode.Forbidden, ""), (reply.Status, reply.Document));
    }

    /// <summary>Signs the fields as whoever reads the form finds them.</summary>
    private static async Task<LineReply> PostRawAsync(LineServer line, string route, string body)
    {
        var fields = await new FormPipeReader(PipeReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(body))), Encoding.UTF8).ReadFormAsync();
        var signature = line.Sign(route, [.. fields.SelectMany(field => field.Value.Select(value => (field.Key, value ?? "")))]);
        return await line.SendAsync(route, new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"), signature);
    }
}
