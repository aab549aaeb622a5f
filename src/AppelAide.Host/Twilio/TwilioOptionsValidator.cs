using Microsoft.Extensions.Options;

namespace AppelAide.Host.Twilio;

/// <summary>Finds every mistake in the <c>Twilio</c> section at start, one line each; a secret is never repeated in the line.</summary>
internal sealed class TwilioOptionsValidator(IHostEnvironment environment) : IValidateOptions<TwilioOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, TwilioOptions options)
    {
        var mistakes = Mistakes(options).ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private IEnumerable<string> Mistakes(TwilioOptions options)
    {
        if (options.AuthToken.Length == 0 && !environment.IsDevelopment())
            yield return "Twilio:AuthToken is missing: without it anybody could pretend to be the telephone provider.";
        if (options.AuthToken.AsSpan().IndexOfAny(" \t\r\n") >= 0)
            yield return "Twilio:AuthToken contains a blank; copy it again, without blanks.";
        if (options.AccountSid.Length > 0 && !IsAccountSid(options.AccountSid))
            yield return "Twilio:AccountSid must be AC followed by 32 hexadecimal digits.";
        if (options.PhoneNumber.Length > 0 && !CallerNumber.IsE164(options.PhoneNumber))
            yield return "Twilio:PhoneNumber must be in the form +15815550100.";
        if (!Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var api) || api.Scheme is not ("http" or "https"))
            yield return $"Twilio:ApiBaseUrl must be an http or https address, not '{options.ApiBaseUrl}'.";
    }

    private static bool IsAccountSid(string sid) =>
        sid.Length == 34 && sid.StartsWith("AC", StringComparison.Ordinal) && sid.AsSpan(2).IndexOfAnyExcept(HexDigits) < 0;

    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
}
