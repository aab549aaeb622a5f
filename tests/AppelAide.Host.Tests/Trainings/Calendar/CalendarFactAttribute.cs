using AppelAide.Host.Tests.Properties;
using AppelAide.Host.Tests.Twilio;

namespace AppelAide.Host.Tests.Trainings.Calendar;

/// <summary>A test against ical.js, over the sample calendars when it needs them; skipped, visibly, without Node, its packages or the samples.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CalendarFactAttribute : FactAttribute
{
    public CalendarFactAttribute()
    {
        if (!TwilioOracle.IsInstalled || !System.IO.Directory.Exists(Path.Combine(TwilioOracle.Folder, "node_modules", "ical.js")))
            Skip = "Needs Node and `npm ci` in tests/oracles.";
    }

    /// <summary>Whether the sample calendars are needed.</summary>
    public bool NeedsSamples
    {
        get => false;
        set
        {
            if (value && SharedData.Calendars is null)
                Skip ??= "There is no ../shared/data/ical beside this checkout.";
        }
    }
}
