using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Directory.Freshness;

/// <summary><c>record.report</c>: a citizen says that a service is closed, or that its number is wrong. Staff will look.</summary>
internal sealed class RecordReportCommand(FreshnessStore store) : ICommand
{
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Command,
        "record.report",
        ["service", "location", "kind"],
        ImmutableDictionary<string, string>.Empty);

    public ImmutableDictionary<string, string> Execute(Question question, CallerContext caller, WriteScope scope)
    {
        if (question["service"] is { Length: > 0 } service)
        {
            store.Report(scope, new()
            {
                ServiceId = service,
                LocationId = question["location"] is { Length: > 0 } location ? location : null,
                Kind = RecordReportKind.Of(question["kind"]),
                CallerId = caller.CallerId,
                ConversationNo = caller.ConversationNo,
                At = caller.Now,
            });
        }

        return ImmutableDictionary<string, string>.Empty;
    }
}
