using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Referrals;

/// <summary><c>referral.note</c>: a citizen was told of a service.</summary>
internal sealed class ReferralNoteCommand(ReferralStore store) : ICommand
{
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Command,
        "referral.note",
        ["service", "need", "how"],
        ImmutableDictionary<string, string>.Empty);

    public ImmutableDictionary<string, string> Execute(Question question, CallerContext caller, WriteScope scope)
    {
        if (question["service"] is { Length: > 0 } service)
            store.Note(scope, caller.ConversationNo, caller.CallerId, service, question["need"], question["how"] is { Length: > 0 } how ? how : "told", caller.Now);
        return ImmutableDictionary<string, string>.Empty;
    }
}
