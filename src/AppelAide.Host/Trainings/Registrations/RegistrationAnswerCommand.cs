using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;
using AppelAide.Host.Trainings.Messages;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary><c>registration.answer</c>: yes or no to a reminder, or to the offer of a seat.</summary>
internal sealed class RegistrationAnswerCommand(RegistrationStore registrations, RegistrationMessageStore messages) : ICommand
{
    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(QuestionKind.Command, "registration.answer", ["registration", "answer"], RegistrationResult.Examples);

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Execute(Question question, CallerContext caller, WriteScope scope)
    {
        if (registrations.Own(scope, question["registration"], caller.CallerId) is not { } own) return new RegistrationResult(RegistrationStatus.Gone, null).Fields();
        var isYes = question["answer"] == "yes";
        messages.Answer(scope, own.Id, isYes, caller.Now);
        if (!isYes) return registrations.Cancel(scope, own.Id, "citizen", own.State == Registration.Registered ? "not coming" : "declined", caller.Now).Fields();
        return registrations.Accept(scope, own.Id, caller.Now).Fields();
    }
}
