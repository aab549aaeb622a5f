using Microsoft.Extensions.Options;

namespace AppelAide.Host.Scheduling;

/// <summary>Says each mistake of the <c>Scheduling</c> section in one line.</summary>
internal sealed class SchedulingOptionsValidator : IValidateOptions<SchedulingOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SchedulingOptions options) =>
        options.CheckIn >= TimeSpan.FromSeconds(1) && options.CheckIn <= TimeSpan.FromMinutes(5)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Scheduling:CheckIn must be from 00:00:01 to 00:05:00, not {options.CheckIn}.");
}
