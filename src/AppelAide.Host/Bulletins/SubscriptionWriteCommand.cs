using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Bulletins;

/// <summary><c>subscription.write</c>: the citizen wants to be told of a topic, for a place or for everywhere, by text or by call.</summary>
internal sealed class SubscriptionWriteCommand(SubscriptionStore subscriptions) : ICommand
{
    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Command,
        "subscription.write",
        ["topic", "place", "channel", "words"],
        new Dictionary<string, string> { ["status"] = "subscribed", ["restarted"] = "yes" }.ToImmutableDictionary());

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Execute(Question question, CallerContext caller, WriteScope scope)
    {
        var (already, restarted) = subscriptions.Write(scope, Wish(question, caller));
        return ImmutableDictionary<string, string>.Empty.Add("status", already ? "already" : "subscribed").Add("restarted", restarted ? "yes" : "");
    }

    /// <summary>What a question of the dialogue asks for.</summary>
    internal static Subscription Wish(Question question, CallerContext caller) => new()
    {
        CallerId = caller.CallerId,
        Topic = question["topic"],
        PlaceId = question["place"],
        Channel = question["channel"] == "call" ? "call" : "sms",
        ConversationNo = caller.ConversationNo,
        Since = caller.Now,
        SaidBy = caller.Channel,
        Words = question["words"],
        Proof = caller.Delivery,
    };
}
