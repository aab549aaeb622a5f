using System.Net;
using System.Text;
using AppelAide.Host.Twilio;
using Microsoft.AspNetCore.Http;

namespace AppelAide.Host.Tests.Twilio;

public sealed class TwilioSignatureFilterTests
{
    private const string Token = "12345678901234567890123456789012";
    private const string Path = "/twilio/voice?c=12&t=3";

    private static readonly (string, string)[] Fields = [("From", "+14185550137"), ("SpeechResult", "j'ai pus de chauffage, ça gèle")];

    [Fact]
    public async Task A_rightly_signed_webhook_reaches_its_endpoint_with_its_form()
    {
        await using var server = await WebhookServer.StartAsync(Token);
        var answer = await server.PostAsync(Path, Form(), Sign(Token, server.Address.Authority, Path));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("+14185550137", server.LastFrom);
    }

    [Theory]
    [InlineData("/twilio/voice?place=Gasp%C3%A9&x=%2f%2F")]
    [InlineData("/twilio/voice?q=a+b%20c&q=&z")]
    [InlineData("/twilio/voice?it's=(true)!*")]
    [InlineData("/twilio/%76oice")]
    public async Task The_url_is_signed_as_it_came_over_the_wire(string path)
    {
        await using var server = await WebhookServer.StartAsync(Token, "https://ligne.example.org");
        var answer = await server.PostAsync(path, Form(), Sign(Token, "https://ligne.example.org", path, scheme: ""));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://ligne.example.org")]
    [InlineData("https://ligne.example.org/")]
    public async Task Behind_a_proxy_the_public_address_is_what_is_signed(string publicBaseUrl)
    {
        await using var server = await WebhookServer.StartAsync(Token, publicBaseUrl, "Production");
        await ExpectAsync(HttpStatusCode.OK, server, Path, Form(), Sign(Token, "ligne.example.org", Path, "https://"));
        await ExpectAsync(HttpStatusCode.OK, server, Path, Form(), Sign(Token, "ligne.example.org:443", Path, "https://"));
        await ExpectAsync(HttpStatusCode.Forbidden, server, Path, Form(), Sign(Token, server.Address.Authority, Path));
    }

    [Fact]
    public async Task Whatever_was_not_signed_as_it_is_gets_a_bare_403_and_reaches_nothing()
    {
        await using var server = await WebhookServer.StartAsync(Token);
        var here = server.Address.Authority;
        var right = Sign(Token, here, Path);
        await RefusedAsync(server, Path, Form(), null);
        await RefusedAsync(server, Path, Form(), "");
        await RefusedAsync(server, Path, Form(), "not base64 at all, é");
        await RefusedAsync(server, Path, Form(), right[..^1]);
        await RefusedAsync(server, Path, Form(), right.ToLowerInvariant());
        await RefusedAsync(server, Path, Form(), Sign("another token of the same length", here, Path));
        await RefusedAsync(server, Path, Form(), Sign(Token, "127.0.0.1:1", Path));
        await RefusedAsync(server, "/twilio/voice?c=12&t=4", Form(), right);
        await RefusedAsync(server, "/twilio/voice?t=3&c=12", Form(), right);
        await RefusedAsync(server, "/twilio/voice", Form(), right);
        await RefusedAsync(server, Path, Form(("From", "+14185550138"), Fields[1]), right);
        await RefusedAsync(server, Path, Form(Fields[0]), right);
        await RefusedAsync(server, Path, Form(Fields[0], Fields[1], ("Digits", "")), right);
        await RefusedAsync(server, Path, Form(Fields[0], Fields[1], ("From", "+14185550138")), right);
        await RefusedAsync(server, Path, Form(), right, HttpMethod.Put);
        await RefusedAsync(server, Path, Form(), right, HttpMethod.Get);
        await RefusedAsync(server, "/twilio/nowhere", Form(), right);
        await RefusedAsync(server, "/twilio", Form(), right);
        Assert.Equal(0, server.Reached);
    }

    [Fact]
    public async Task Two_signatures_are_none()
    {
        await using var server = await WebhookServer.StartAsync(Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, Path)) { Content = Form() };
        request.Headers.Add(TwilioHeaders.Signature, [Sign(Token, server.Address.Authority, Path), "x"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_signed_webhook_to_a_path_that_is_no_endpoint_is_not_found()
    {
        await using var server = await WebhookServer.StartAsync(Token);
        await ExpectAsync(HttpStatusCode.NotFound, server, "/twilio/nowhere", Form(), Sign(Token, server.Address.Authority, "/twilio/nowhere"));
    }

    [Fact]
    public async Task An_unreadable_body_is_a_403_and_never_a_500()
    {
        await using var server = await WebhookServer.StartAsync(Token);
        var any = Sign(Token, server.Address.Authority, Path);
        await RefusedAsync(server, Path, Form(("Body", new string('x', 300_000))), any);
        await RefusedAsync(server, Path, new StreamContent(new UnknownLength(300_000)) { Headers = { { "Content-Type", "application/x-www-form-urlencoded" } } }, any);
        await RefusedAsync(server, Path, new StringContent(string.Join('&', Enumerable.Range(0, 2_000).Select(i => $"f{i}=1")), Encoding.UTF8, "application/x-www-form-urlencoded"), any);
        await RefusedAsync(server, Path, new StringContent("%zz=%u&=&&%", Encoding.UTF8, "application/x-www-form-urlencoded"), any);
        await RefusedAsync(server, Path, new StringContent("--no boundary", Encoding.UTF8, "multipart/form-data"), any);
        await RefusedAsync(server, Path, new StringContent("not a part") { Headers = { ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x") } }, any);
        await RefusedAsync(server, Path, new StringContent("{}", Encoding.UTF8, "application/json"), any);
        await RefusedAsync(server, Path, new StringContent(new string(' ', 300_000), Encoding.UTF8, "application/json"), any);
        Assert.Equal(0, server.Reached);
    }

    [Fact]
    public async Task A_json_body_is_covered_by_its_hash_in_the_signed_url()
    {
        await using var server = await WebhookServer.StartAsync(Token);
        const string json = """{"état":"livré"}""";
        var path = "/twilio/voice?bodySHA256=" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        var signature = TwilioSignature.Compute(Encoding.UTF8.GetBytes(Token), $"http://{server.Address.Authority}{path}", FormCollection.Empty);
        var answer = await server.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"), signature);
        Assert.Equal("reached " + json, await answer.Content.ReadAsStringAsync());
        await RefusedAsync(server, path, new StringContent(json + " ", Encoding.UTF8, "application/json"), signature);
    }

    [Fact]
    public async Task Without_a_token_development_takes_this_machine_only()
    {
        await using var server = await WebhookServer.StartAsync("");
        await ExpectAsync(HttpStatusCode.OK, server, Path, Form(), null);
        foreach (var header in new[] { "x-forwarded-for", "X-Original-For", "Forwarded" })
        {
            using var tunnelled = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, Path)) { Content = Form() };
            tunnelled.Headers.Add(header, "203.0.113.9");
            Assert.Equal(HttpStatusCode.Forbidden, (await server.Client.SendAsync(tunnelled)).StatusCode);
        }

        await RefusedAsync(server, Path, Form(), null, HttpMethod.Get);
    }

    [Fact]
    public async Task Without_a_token_no_other_environment_takes_anything()
    {
        await using var server = await WebhookServer.StartAsync("", environment: "Staging");
        await RefusedAsync(server, Path, Form(), null);
        await RefusedAsync(server, Path, Form(), Sign("", server.Address.Authority, Path));
    }

    private static Task RefusedAsync(WebhookServer server, string path, HttpContent content, string? signature, HttpMethod? method = null) =>
        ExpectAsync(HttpStatusCode.Forbidden, server, path, content, signature, method);

    private static async Task ExpectAsync(
        HttpStatusCode status, WebhookServer server, string path, HttpContent content, string? signature, HttpMethod? method = null)
    {
        var answer = await server.PostAsync(path, content, signature, method);
        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.Forbidden)
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new((fields.Length == 0 ? Fields : fields).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));

    private static string Sign(string token, string authority, string path, string scheme = "http://") =>
        TwilioSignature.Compute(Encoding.UTF8.GetBytes(token), scheme + authority + path, Forms.Of(Fields));

    /// <summary>A body sent in chunks, so that no header tells its length.</summary>
    private sealed class UnknownLength(int length) : MemoryStream(Enumerable.Repeat((byte)'x', length).ToArray())
    {
        public override bool CanSeek => false;
    }
}
