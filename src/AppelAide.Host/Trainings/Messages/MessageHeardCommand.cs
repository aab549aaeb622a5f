using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Trainings.Messages;

/// <summary><c>message.heard</c>: the line called, and a person, not a machine, listened to what it had to say of their registration.</summary>
internal sealed class MessageHeardCommand(ReachedStore reached) : ICommand
{
    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(QuestionKind.Command, "message.heard", ["message"], ImmutableDictionary<string, string>.Empty);

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Execute(Question question, CallerContext caller, WriteScope scope)
    {
        if (long.TryParse(question["message"], NumberStyles.None, CultureInfo.InvariantCulture, out var message))
            reached.NoteHeard(scope, message, caller.CallerId, caller.Now);
        return ImmutableDictionary<string, string>.Empty;
    }
}
