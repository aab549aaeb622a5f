using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Trainings;

/// <summary><c>training.register</c>: a seat in a session. The last seat goes to exactly one.</summary>
internal sealed class TrainingRegisterCommand(DirectorySource source, RegistrationStore store) : ICommand
{
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Command,
        "training.register",
        ["session"],
        new Dictionary<string, string> { ["status"] = "registered", ["code"] = "472" }.ToImmutableDictionary());

    public ImmutableDictionary<string, string> Execute(Question question, CallerContext caller, WriteScope scope)
    {
        var session = source.Current.SessionsById.GetValueOrDefault(question["session"]);
        var result = session is null or { IsCancelled: true } || session.Start <= caller.Now
            ? new RegistrationResult(RegistrationStatus.Gone, "")
            : store.Register(scope, session.Id, caller.CallerId, caller.ConversationNo, caller.Now);
        return ImmutableDictionary<string, string>.Empty
            .Add("status", result.Status switch
            {
                RegistrationStatus.Registered => "registered",
                RegistrationStatus.Full => "full",
                RegistrationStatus.Already => "already",
                _ => "gone",
            })
            .Add("code", result.Code);
    }
}
