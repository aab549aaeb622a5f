namespace AppelAide.Host.Tests.Twilio;

/// <summary>A test against Twilio's own description of its REST API; skipped, visibly, where it or Prism is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PrismFactAttribute : FactAttribute
{
    public PrismFactAttribute()
    {
        if (PrismServer.Missing is { } reason) Skip = reason;
    }
}
