using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Callers;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary>
/// <c>training.register</c>: a seat in a session, or with <c>wait</c> a place on its waitlist. With <c>relative</c>, for somebody else: <c>name</c>
/// and <c>key</c>, or the <c>recording</c> of a name; <c>phone</c>, when another telephone is to be told.
/// </summary>
internal sealed class TrainingRegisterCommand(RegistrationStore registrations, CallerStore callers) : ICommand
{
    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Command, "training.register", ["session", "wait", "relative", "name", "key", "recording", "phone"], RegistrationResult.Examples);

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Execute(Question question, CallerContext caller, WriteScope scope)
    {
        var contact = question["phone"].Length > 0 ? callers.FindGiven(scope, caller.CallerId, question["phone"], caller.Language, caller.Now) : caller.CallerId;
        return registrations.Register(scope, Wish(question, caller, contact), caller.Now).Fields();
    }

    private static RegistrationWish Wish(Question question, CallerContext caller, long contact)
    {
        var recording = question["recording"];
        var key = question["key"].Length > 0 ? question["key"] : recording.Length > 0 ? $"recording {recording}" : "?";
        return new RegistrationWish
        {
            SessionId = question["session"],
            CallerId = caller.CallerId,
            ContactId = contact,
            Name = question["name"],
            NameKey = question["relative"].Length > 0 ? key : "",
            NameRecording = recording.Length > 0 ? recording : null,
            ConversationNo = caller.ConversationNo,
            Waits = question["wait"].Length > 0,
        };
    }
}
