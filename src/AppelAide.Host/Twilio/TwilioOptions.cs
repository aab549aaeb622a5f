namespace AppelAide.Host.Twilio;

/// <summary>The account at the telephone provider: configuration section <c>Twilio</c>.</summary>
internal sealed class TwilioOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Twilio";

    /// <summary>The account, <c>AC</c> and 32 hexadecimal digits. Default: none; needed to send messages.</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>
    /// The secret that signs webhooks and authenticates REST requests. Default: none, and then Development accepts unsigned webhooks
    /// from this machine only, while any other environment refuses to start.
    /// </summary>
    public string AuthToken { get; set; } = "";

    /// <summary>The line's own number, E.164. Default: none; needed to send messages.</summary>
    public string PhoneNumber { get; set; } = "";

    /// <summary>The root of the REST API. Default: Twilio's; any compatible provider or a mock may stand there.</summary>
    public string ApiBaseUrl { get; set; } = "https://api.twilio.com";

    /// <summary>Whether everything that sending needs is configured.</summary>
    public bool CanSend => AccountSid.Length > 0 && AuthToken.Length > 0 && PhoneNumber.Length > 0;
}
