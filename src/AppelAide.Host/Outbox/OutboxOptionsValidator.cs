using AppelAide.Host.Directory.Hours;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Outbox;

/// <summary>Finds every mistake in the <c>Outbox</c> section at start, one line each.</summary>
internal sealed class OutboxOptionsValidator : IValidateOptions<OutboxOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, OutboxOptions options)
    {
        var mistakes = Mistakes(options).ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> Mistakes(OutboxOptions options)
    {
        if (!HoursNotation.TryParse(options.Hours, out var ranges, out var mistake) || ranges.Length == 0)
            yield return $"Outbox:Hours must be like \"Mo-Fr 09:00-21:30; Sa-Su 10:00-18:00\": {mistake ?? "it is empty"}.";
        else if (ranges.Any(range => range.To <= range.From || range.To > 24 * 60))
            yield return "Outbox:Hours must begin and end on the same day: nobody is to be woken.";
        if (options.DailyCap is < 1 or > 100)
            yield return $"Outbox:DailyCap must be from 1 to 100, not {options.DailyCap}.";
        if (options.SegmentsPerSecond is not (> 0 and <= 1000))
            yield return FormattableString.Invariant($"Outbox:SegmentsPerSecond must be above 0 and at most 1000, not {options.SegmentsPerSecond}.");
        if (options.CallsPerSecond is not (> 0 and <= 100))
            yield return FormattableString.Invariant($"Outbox:CallsPerSecond must be above 0 and at most 100, not {options.CallsPerSecond}.");
        if (options.CostPerSegment < 0 || options.CostPerCallMinute < 0)
            yield return "Outbox:CostPerSegment and CostPerCallMinute must not be below 0.";
    }
}
