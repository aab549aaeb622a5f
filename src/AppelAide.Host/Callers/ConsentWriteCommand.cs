using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Callers;

/// <summary><c>consent.write</c>: the citizen stops or starts messages. Written at once; what still waited to be sent is given up.</summary>
internal sealed class ConsentWriteCommand(ConsentStore consents, OutboxStore outbox) : ICommand
{
    /// <summary>What STOP and START are about.</summary>
    public const string Purpose = "sms";

    /// <summary>Twilio's error for a recipient who opted out.</summary>
    private const int OptedOut = 21610;

    private const int LongestWords = 200;

    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Command, "consent.write", ["given", "words"], new Dictionary<string, string> { ["status"] = "written" }.ToImmutableDictionary());

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Execute(Question question, CallerContext caller, WriteScope scope)
    {
        var given = question["given"] == "yes";
        var words = question["words"];
        consents.Append(scope, new Consent
        {
            CallerId = caller.CallerId,
            At = caller.Now,
            Channel = caller.Channel,
            Purpose = Purpose,
            Given = given,
            Words = words.Length > LongestWords ? words[..LongestWords] : words,
        });
        if (!given) outbox.RefuseAll(scope, caller.CallerId, OptedOut, caller.Now);
        return ImmutableDictionary<string, string>.Empty.Add("status", "written");
    }
}
