using AppelAide.Host.Persistence;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Privacy;

/// <summary>Says each mistake of the section <c>Privacy</c> in one line, before the line opens. Never says the key.</summary>
internal sealed class PrivacyOptionsValidator(IOptions<DatabaseOptions> database) : IValidateOptions<PrivacyOptions>
{
    public ValidateOptionsResult Validate(string? name, PrivacyOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.PhoneKey))
        {
            return database.Value.IsSqlServer
                ? ValidateOptionsResult.Fail("Privacy:PhoneKey must be set with SQL Server: 32 random bytes in base64 (openssl rand -base64 32).")
                : ValidateOptionsResult.Success;
        }

        return PhoneKey.TryRead(options.PhoneKey, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Privacy:PhoneKey is not 32 bytes in base64 (openssl rand -base64 32).");
    }
}
