using AppelAide.Host.Tests.Twilio;

namespace AppelAide.Host.Tests.Directory.Hours;

/// <summary>A test against ical.js; skipped, visibly, where Node or the package is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecurrenceFactAttribute : FactAttribute
{
    public RecurrenceFactAttribute()
    {
        if (!TwilioOracle.IsInstalled || !System.IO.Directory.Exists(Path.Combine(TwilioOracle.Folder, "node_modules", "ical.js")))
            Skip = "Needs Node and `npm ci` in tests/oracles.";
    }
}
