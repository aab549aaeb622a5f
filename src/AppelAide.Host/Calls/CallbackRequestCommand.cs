using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Callers;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Calls;

/// <summary><c>callback.request</c>: a person will call back. Nothing is promised to a citizen whose number is hidden.</summary>
internal sealed class CallbackRequestCommand(CallbackStore callbacks, CallerStore callers, LineClock clock) : ICommand
{
    /// <summary>How long after the office opens, or after the request, the call is promised.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromHours(3);

    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Command,
        "callback.request",
        [],
        new Dictionary<string, string> { ["by"] = "2026-09-30T12:30", ["tail"] = "42" }.ToImmutableDictionary());

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Execute(Question question, CallerContext caller, WriteScope scope)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        if (callers.Tail(scope, caller.CallerId) is not { Length: > 0 } tail) return fields.ToImmutable();
        var promised = callbacks.Request(scope, caller.ConversationNo, caller.CallerId, caller.Now, clock.ToInstant(DueBy(caller.Now.DateTime)));
        fields["by"] = clock.ToLocal(promised).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        fields["tail"] = tail;
        return fields.ToImmutable();
    }

    /// <summary>Before the office closes when there is time enough, otherwise in the first hours of its next day.</summary>
    private DateTime DueBy(DateTime now)
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
