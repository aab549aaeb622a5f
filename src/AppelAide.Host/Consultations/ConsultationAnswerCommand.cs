using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Consultations;

/// <summary><c>consultation.answer</c>: keeps an answer. Given again, it replaces the one before.</summary>
internal sealed class ConsultationAnswerCommand(DirectorySource source, ConsultationStore store) : ICommand
{
    // An open answer by text message may run over several messages; Twilio joins at most 1,600 characters.
    private const int LongestValue = 1600;

    public QuestionSignature Signature { get; } = new(
        QuestionKind.Command,
        "consultation.answer",
        ["consultation", "number", "value", "recording", "seconds"],
        new Dictionary<string, string> { ["status"] = "kept" }.ToImmutableDictionary());

    public ImmutableDictionary<string, string> Execute(Question question, CallerContext caller, WriteScope scope)
    {
        var consultation = source.Current.Consultations.FirstOrDefault(consultation => consultation.Id == question["consultation"]);
        if (!int.TryParse(question["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || consultation?.Questions.Any(asked => asked.Number == number) != true)
            return Status("gone");

        var value = question["value"];
        _ = int.TryParse(question["seconds"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
        store.Answer(scope, new(
            consultation.Id,
            number,
            caller.CallerId,
            caller.ConversationNo,
            value.Length > LongestValue ? value[..LongestValue] : value,
            question["recording"] is { Length: > 0 } recording ? recording : null,
            seconds,
            caller.Now));
        return Status("kept");
    }

    private static ImmutableDictionary<string, string> Status(string status) => ImmutableDictionary<string, string>.Empty.Add("status", status);
}
