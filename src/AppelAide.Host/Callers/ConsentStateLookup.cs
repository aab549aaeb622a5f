using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;

namespace AppelAide.Host.Callers;

/// <summary>
/// <c>consent.state</c>: whether the citizen stopped messages (then the line promises none, and the provider would refuse it, 21610), whether
/// their telephone is a landline (then they are called), whether their number is hidden (then neither is possible), and its last two digits.
/// </summary>
internal sealed class ConsentStateLookup(CallerStore callers) : ILookup
{
    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Lookup,
        "consent.state",
        [],
        new Dictionary<string, string> { ["stopped"] = "yes", ["landline"] = "yes", ["hidden"] = "yes", ["tail"] = "42" }.ToImmutableDictionary());

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Answer(Question question, CallerContext caller)
    {
        var current = callers.FindAsync(caller.CallerId, CancellationToken.None).GetAwaiter().GetResult();
        return ImmutableDictionary<string, string>.Empty
            .Add("stopped", current is { Stopped: true } ? "yes" : "")
            .Add("landline", current is { Texts: false } ? "yes" : "")
            .Add("hidden", current is { PhoneTail: "" } ? "yes" : "")
            .Add("tail", current?.PhoneTail ?? "");
    }
}
