namespace AppelAide.Host.Tests.Twilio;

/// <summary>A test against the official SDK; skipped, visibly, where Node or its packages are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OracleFactAttribute : FactAttribute
{
    public OracleFactAttribute()
    {
        if (!TwilioOracle.IsInstalled)
            Skip = "Needs Node and `npm ci` in tests/oracles.";
    }
}
