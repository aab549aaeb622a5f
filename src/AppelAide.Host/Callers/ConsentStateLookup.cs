using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;

namespace AppelAide.Host.Callers;

/// <summary><c>consent.state</c>: whether the citizen stopped messages; then the line promises none, and the provider would refuse it (21610).</summary>
internal sealed class ConsentStateLookup(ConsentStore consents) : ILookup
{
    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Lookup, "consent.state", [], new Dictionary<string, string> { ["stopped"] = "yes" }.ToImmutableDictionary());

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Answer(Question question, CallerContext caller)
    {
        var current = consents.CurrentAsync(caller.CallerId, ConsentWriteCommand.Purpose, CancellationToken.None).GetAwaiter().GetResult();
        return ImmutableDictionary<string, string>.Empty.Add("stopped", current is { Given: false } ? "yes" : "");
    }
}
