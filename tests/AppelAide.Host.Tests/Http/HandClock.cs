namespace AppelAide.Host.Tests.Http;

/// <summary>A clock that stands still until a test moves it; its timers ring when it passes them.</summary>
internal sealed class HandClock : TimeProvider
{
    /// <summary>A Tuesday, 10:00 in Québec: a person answers.</summary>
    public static readonly DateTimeOffset Start = new(2026, 9, 29, 14, 0, 0, TimeSpan.Zero);

    private readonly Lock gate = new();
    private readonly List<HandTimer> timers = [];
    private DateTimeOffset now = Start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (gate) timers.Add(timer);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        HandTimer[] ringing;
        lock (gate)
        {
            now += by;
            ringing = [.. timers];
        }

        foreach (var timer in ringing) timer.RingIfDue();
    }

    private sealed class HandTimer(HandClock clock, Action ring) : ITimer
    {
        private DateTimeOffset? due;
        private TimeSpan every;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                due = dueTime < TimeSpan.Zero ? null : clock.now + dueTime;
                every = period;
            }

            return true;
        }

        public void RingIfDue()
        {
            lock (clock.gate)
            {
                if (due is not { } at || at > clock.now) return;
                due = every > TimeSpan.Zero ? clock.now + every : null;
            }

            ring();
        }

        public void Dispose()
        {
            lock (clock.gate) clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
