using System.Text;
using System.Text.Json.Nodes;
using AppelAide.Host.Twilio;
using Microsoft.AspNetCore.Http;

namespace AppelAide.Host.Tests.Twilio;

/// <summary>The official SDK and the line agree on who is Twilio.</summary>
public sealed class TwilioSignatureOracleTests
{
    private const string Token = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private const int Cases = 400;

    private static readonly string[] Urls =
    [
        "https://ligne.example.org/twilio/voice", "https://ligne.example.org/twilio/voice/turn?c=12&t=3", "https://ligne.example.org:443/twilio/sms",
        "https://ligne.example.org:8443/twilio/sms?x", "http://127.0.0.1:5080/twilio/voice", "http://ligne.example.org/?q=a+b%20c&q=&z",
        "https://ligne.example.org/twilio/voice?ville=Gasp%C3%A9&x=%2f", "https://u:p@ligne.example.org/twilio/voice", "https://[2001:db8::1]:8443/a?b:c",
    ];

    private static readonly string[] Names = ["CallSid", "From", "To", "Digits", "SpeechResult", "Body", "a", "A_b", "Z", "é", "SipHeader_X-1"];

    private static readonly string[] Values =
        ["", " ", "+14185550137", "j'ai faim", "Gaspé", "œuvre « ça »", "日本", "😀", "a&b=c", "%2F+", "line\nfeed", "\tend ", "é", "1", "1"];

    [OracleFact]
    public async Task It_computes_the_signatures_we_compute()
    {
        var requests = Requests().ToList();
        var answers = await TwilioOracle.AskAsync(requests.Select(request => Question("sign", request.Url, request.Form)));
        Assert.Equal(
            requests.Select(request => TwilioSignature.Compute(Encoding.UTF8.GetBytes(Token), request.Url, request.Form)),
            answers.Select(answer => answer!.GetValue<string>()));
    }

    [OracleFact]
    public async Task It_accepts_and_refuses_what_we_accept_and_refuse()
    {
        var random = new Random(20261121);
        var attempts = Requests().SelectMany(request => Attempts(random, request.Url, request.Form)).ToList();
        var answers = await TwilioOracle.AskAsync(attempts.Select(attempt =>
        {
            var question = Question("validate", attempt.Url, attempt.Form);
            question["signature"] = attempt.Signature;
            return question;
        }));

        var ours = attempts.Select(attempt => TwilioSignature.Verify(Encoding.UTF8.GetBytes(Token), attempt.Url, attempt.Form, attempt.Signature)).ToList();
        Assert.Equal(answers.Select(answer => answer!.GetValue<bool>()), ours);
        Assert.InRange(ours.Count(accepted => accepted), Cases, attempts.Count - Cases);
    }

    [OracleFact]
    public async Task It_covers_a_json_body_as_we_do()
    {
        const string url = "https://ligne.example.org/twilio/status?bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
        var signature = TwilioSignature.Compute(Encoding.UTF8.GetBytes(Token), url, FormCollection.Empty);
        string[] bodies = ["{}", "{ }", ""];
        var answers = await TwilioOracle.AskAsync(bodies.Select(body => new JsonObject
        {
            ["ask"] = "validateBody",
            ["token"] = Token,
            ["url"] = url,
            ["signature"] = signature,
            ["body"] = body,
        }));
        Assert.Equal([true, false, false], answers.Select(answer => answer!.GetValue<bool>()));
        Assert.Equal([true, false, false], bodies.Select(body => TwilioSignature.CoversBody(url, Encoding.UTF8.GetBytes(body))));
    }

    /// <summary>One deliberate difference: the SDK also tries the query encoded anew. What Twilio sends is never decoded here, so that is no signature of it.</summary>
    [OracleFact]
    public async Task It_alone_accepts_a_signature_of_the_query_encoded_anew()
    {
        const string url = "https://ligne.example.org/a?q='x'";
        var signature = TwilioSignature.Compute(Encoding.UTF8.GetBytes(Token), url.Replace("'", "%27", StringComparison.Ordinal), FormCollection.Empty);
        var question = Question("validate", url, FormCollection.Empty);
        question["signature"] = signature;
        Assert.True((await TwilioOracle.AskAsync([question]))[0]!.GetValue<bool>());
        Assert.False(TwilioSignature.Verify(Encoding.UTF8.GetBytes(Token), url, FormCollection.Empty, signature));
    }

    private static IEnumerable<(string Url, IFormCollection Form)> Requests()
    {
        var random = new Random(40);
        for (var i = 0; i < Cases; i++)
        {
            var fields = Enumerable.Range(0, random.Next(12)).Select(_ => (Names[random.Next(Names.Length)], Values[random.Next(Values.Length)]));
            yield return (Urls[i % Urls.Length], Forms.Of(fields.ToArray()));
        }
    }

    /// <summary>The request signed rightly, with the other writing of the port, and then spoilt in one way.</summary>
    private static IEnumerable<(string Url, IFormCollection Form, string Signature)> Attempts(Random random, string url, IFormCollection form)
    {
        string Sign(string token, string signedUrl, IFormCollection signedForm) => TwilioSignature.Compute(Encoding.UTF8.GetBytes(token), signedUrl, signedForm);

        var uri = new Uri(url);
        var right = Sign(Token, url, form);
        yield return (url, form, right);
        yield return (url, form, Sign(Token, url.Replace($":{uri.Port}/", "/", StringComparison.Ordinal), form));
        yield return (url, form, Sign(Token, url.Replace("example.org/", $"example.org:{uri.Port}/", StringComparison.Ordinal), form));
        yield return (url, form, Sign(Token, url.Replace("example.org/", "example.org:444/", StringComparison.Ordinal), form));
        yield return (url + "#", form, right);
        var more = form.Select(field => (field.Key, field.Value.ToString())).Append(("Extra", Values[random.Next(Values.Length)])).ToArray();
        yield return random.Next(4) switch
        {
            0 => (url, form, Sign(Token[..^1] + "1", url, form)),
            1 => (url, Forms.Of(more), right),
            2 => (url + (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "t=4", form, right),
            _ => (url, form, right[..^2] + (right[^2] == 'A' ? "B=" : "A=")),
        };
    }

    private static JsonObject Question(string ask, string url, IFormCollection form) =>
        new() { ["ask"] = ask, ["token"] = Token, ["url"] = url, ["fields"] = TwilioOracle.Fields(form) };
}
