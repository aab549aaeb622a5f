using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary><c>registration.move</c>: the seat moves to another session, if that has one left; else nothing changes.</summary>
internal sealed class RegistrationMoveCommand(RegistrationStore registrations) : ICommand
{
    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(QuestionKind.Command, "registration.move", ["registration", "session"], RegistrationResult.Examples);

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Execute(Question question, CallerContext caller, WriteScope scope)
    {
        if (registrations.Own(scope, question["registration"], caller.CallerId) is not { } own) return new RegistrationResult(RegistrationStatus.Gone, null).Fields();
        return registrations.Move(scope, own.Id, question["session"], caller.ConversationNo, "citizen", caller.Now).Fields();
    }
}
