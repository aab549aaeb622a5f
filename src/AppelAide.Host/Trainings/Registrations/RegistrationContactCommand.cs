using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Callers;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary><c>registration.contact</c>: another telephone is to be told: of reminders, changes, and a seat that becomes free.</summary>
internal sealed class RegistrationContactCommand(RegistrationStore registrations, CallerStore callers) : ICommand
{
    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(QuestionKind.Command, "registration.contact", ["registration", "phone"], RegistrationResult.Examples);

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Execute(Question question, CallerContext caller, WriteScope scope)
    {
        if (registrations.Own(scope, question["registration"], caller.CallerId) is not { } own) return new RegistrationResult(RegistrationStatus.Gone, null).Fields();
        var contact = callers.FindGiven(scope, caller.CallerId, question["phone"], caller.Language, caller.Now);
        registrations.Contact(scope, own.Id, contact, caller.Now);
        return new RegistrationResult(RegistrationStatus.Registered, own with { ContactId = contact, Tail = callers.Tail(scope, contact) }).Fields();
    }
}
