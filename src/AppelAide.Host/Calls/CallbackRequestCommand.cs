using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Callers;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Calls;

/// <summary><c>callback.request</c>: a person will call back. Nothing is promised to a citizen whose number is hidden.</summary>
internal sealed class CallbackRequestCommand(CallbackStore callbacks, CallerStore callers, CallPromise promise, LineClock clock) : ICommand
{
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
        var promised = callbacks.Request(scope, caller.ConversationNo, caller.CallerId, caller.Now, promise.By(caller.Now));
        fields["by"] = clock.ToLocal(promised).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        fields["tail"] = tail;
        return fields.ToImmutable();
    }
}
