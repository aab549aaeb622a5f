using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Callers;

/// <summary><c>consent.write</c>: the citizen stops or starts messages.</summary>
internal sealed class ConsentWriteCommand(MessageConsent consent) : ICommand
{
    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Command, "consent.write", ["given"], new Dictionary<string, string> { ["status"] = "written" }.ToImmutableDictionary());

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Execute(Question question, CallerContext caller, WriteScope scope)
    {
        consent.Write(scope, caller.CallerId, question["given"] == "yes", caller.Channel, caller.Heard, caller.Delivery, caller.Now);
        return ImmutableDictionary<string, string>.Empty.Add("status", "written");
    }
}
