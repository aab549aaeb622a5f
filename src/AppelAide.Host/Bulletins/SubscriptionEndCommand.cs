using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Bulletins;

/// <summary><c>subscription.end</c>: the citizen wants to hear no more of a topic; of the others they still do.</summary>
internal sealed class SubscriptionEndCommand(SubscriptionStore subscriptions) : ICommand
{
    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Command, "subscription.end", ["topic", "place", "words"], new Dictionary<string, string> { ["status"] = "ended" }.ToImmutableDictionary());

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Execute(Question question, CallerContext caller, WriteScope scope) =>
        ImmutableDictionary<string, string>.Empty.Add("status", subscriptions.End(scope, SubscriptionWriteCommand.Wish(question, caller)) ? "ended" : "none");
}
