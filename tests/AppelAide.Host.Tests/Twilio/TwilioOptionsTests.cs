using AppelAide.Host.Twilio;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace AppelAide.Host.Tests.Twilio;

public sealed class TwilioOptionsTests
{
    private const string Sid = "AC0123456789abcdefABCDEF0123456789";

    [Fact]
    public void Nothing_configured_is_fine_in_development_only()
    {
        Assert.Empty(Mistakes(new TwilioOptions(), "Development"));
        Assert.StartsWith("Twilio:AuthToken is missing", Assert.Single(Mistakes(new TwilioOptions(), "Production")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_configuration_is_fine_and_can_send()
    {
        var options = new TwilioOptions { AccountSid = Sid, AuthToken = "t", PhoneNumber = "+15815550100", ApiBaseUrl = "http://127.0.0.1:4010" };
        Assert.Empty(Mistakes(options, "Production"));
        Assert.True(options.CanSend);
        Assert.False(new TwilioOptions { AuthToken = "t" }.CanSend);
    }

    [Theory]
    [InlineData("AC123", "t", "", "https://x", "Twilio:AccountSid")]
    [InlineData("SK0123456789abcdef0123456789abcdef", "t", "", "https://x", "Twilio:AccountSid")]
    [InlineData("AC0123456789abcdef0123456789abcdeg", "t", "", "https://x", "Twilio:AccountSid")]
    [InlineData("", "a secret", "", "https://x", "Twilio:AuthToken")]
    [InlineData("", "t", "581 555-0100", "https://x", "Twilio:PhoneNumber")]
    [InlineData("", "t", "", "api.twilio.com", "Twilio:ApiBaseUrl")]
    [InlineData("", "t", "", "ftp://x", "Twilio:ApiBaseUrl")]
    [InlineData("", "t", "", "", "Twilio:ApiBaseUrl")]
    public void Each_mistake_is_one_line_that_names_its_key_and_never_the_secret(string sid, string token, string number, string api, string key)
    {
        var mistake = Assert.Single(Mistakes(new TwilioOptions { AccountSid = sid, AuthToken = token, PhoneNumber = number, ApiBaseUrl = api }, "Production"));
        Assert.StartsWith(key, mistake, StringComparison.Ordinal);
        Assert.DoesNotContain("a secret", mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_told_at_once() =>
        Assert.Equal(3, Mistakes(new TwilioOptions { AccountSid = "x", PhoneNumber = "x", ApiBaseUrl = "x", AuthToken = "t" }, "Production").Length);

    private static string[] Mistakes(TwilioOptions options, string environment) =>
        new TwilioOptionsValidator(new Environment(environment)).Validate(null, options).Failures?.ToArray() ?? [];

    private sealed class Environment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
