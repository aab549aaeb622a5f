namespace AppelAide.Host.Tests.Golden;

/// <summary>A clock that moves only when told.</summary>
internal sealed class FakeClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now.ToUniversalTime();

    public override DateTimeOffset GetUtcNow() => now;

    public void Set(DateTimeOffset moment) => now = moment.ToUniversalTime();

    public void Advance(TimeSpan by) => now += by;
}
