using AppelAide.Host.Conversations;

namespace AppelAide.Host.Calls;

/// <summary>By when a person calls back: what a citizen is promised, and what staff promise themselves for a voice message.</summary>
internal sealed class CallPromise(LineClock clock)
{
    /// <summary>How long after the office opens, or after the request, the call is promised.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromHours(3);

    /// <summary>Before the office closes when there is time enough, otherwise in the first hours of its next day.</summary>
    public DateTimeOffset By(DateTimeOffset now) => clock.ToInstant(By(clock.ToLocal(now).DateTime));

    private DateTime By(DateTime now)
    {
        var soon = RoundUp(now + Within);
        var state = clock.At(now);
        if (state.IsOpen && (state.ClosesAt is not { } closes || soon <= closes)) return soon;
        var opens = state.OpensAt ?? clock.At(state.ClosesAt ?? now).OpensAt ?? now.Date.AddDays(1).AddHours(9);
        return opens + Within;
    }

    /// <summary>To the half hour: people are told "à 14 heures 30", not "à 14 heures 17".</summary>
    private static DateTime RoundUp(DateTime moment)
    {
        var half = TimeSpan.FromMinutes(30).Ticks;
        return new DateTime((moment.Ticks + half - 1) / half * half);
    }
}
