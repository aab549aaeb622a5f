using AppelAide.Host.Directory.Hours;
using AppelAide.Host.Twilio;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Conversations;

/// <summary>Says each mistake of the <c>Line</c> section in one line.</summary>
internal sealed class LineOptionsValidator : IValidateOptions<LineOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, LineOptions options)
    {
        var mistakes = new List<string>();
        if (options.Name.Trim().Length is 0 or > 40) mistakes.Add("Line:Name must be 1 to 40 characters.");
        if (options.NameEn.Trim().Length is 0 or > 40) mistakes.Add("Line:NameEn must be 1 to 40 characters.");
        if (options.Languages is not ("fr,en" or "fr" or "en,fr")) mistakes.Add($"Line:Languages is \"{options.Languages}\"; it must be \"fr,en\", \"en,fr\" or \"fr\".");
        if (options.TransferNumber.Length > 0 && !CallerNumber.IsE164(options.TransferNumber)) mistakes.Add("Line:TransferNumber must be a number in E.164, such as +14185550199.");
        if (!HoursNotation.TryParse(options.Hours, out _, out var problem)) mistakes.Add($"Line:Hours: {problem}.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _)) mistakes.Add($"Line:TimeZone is \"{options.TimeZone}\", which is no time zone; write one such as America/Toronto.");
        if (options.PublicBaseUrl.Length > 0 && !(Uri.TryCreate(options.PublicBaseUrl, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"))
            mistakes.Add("Line:PublicBaseUrl must be an address such as https://line.example.org.");
        if (options.Scripts.Length > 0 && !System.IO.Directory.Exists(options.Scripts)) mistakes.Add($"Line:Scripts: there is no folder \"{options.Scripts}\".");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
