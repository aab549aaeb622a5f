using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary><c>registration.cancel</c>: a seat, or a place on a waitlist, given back by whoever has it.</summary>
internal sealed class RegistrationCancelCommand(RegistrationStore registrations) : ICommand
{
    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(QuestionKind.Command, "registration.cancel", ["registration"], RegistrationResult.Examples);

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Execute(Question question, CallerContext caller, WriteScope scope)
    {
        if (registrations.Own(scope, question["registration"], caller.CallerId) is not { } own) return new RegistrationResult(RegistrationStatus.Gone, null).Fields();
        return registrations.Cancel(scope, own.Id, "citizen", "asked", caller.Now).Fields();
    }
}
