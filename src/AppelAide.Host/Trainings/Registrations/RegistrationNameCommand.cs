using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary><c>registration.name</c>: the name for the roster, or the recording of it.</summary>
internal sealed class RegistrationNameCommand(RegistrationStore registrations) : ICommand
{
    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(QuestionKind.Command, "registration.name", ["registration", "name", "recording"], RegistrationResult.Examples);

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Execute(Question question, CallerContext caller, WriteScope scope)
    {
        if (registrations.Own(scope, question["registration"], caller.CallerId) is not { } own) return new RegistrationResult(RegistrationStatus.Gone, null).Fields();
        var recording = question["recording"].Length > 0 ? question["recording"] : own.NameRecording;
        registrations.Name(scope, own.Id, question["name"], recording, caller.Now);
        return new RegistrationResult(RegistrationStatus.Registered, own with { Name = question["name"], NameRecording = recording }).Fields();
    }
}
