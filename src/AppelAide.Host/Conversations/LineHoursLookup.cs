using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;

namespace AppelAide.Host.Conversations;

/// <summary><c>line.hours</c>: whether a person can be reached now, and otherwise when.</summary>
internal sealed class LineHoursLookup(LineClock clock) : ILookup
{
    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Lookup,
        "line.hours",
        [],
        new Dictionary<string, string>
        {
            ["open"] = "yes",
            ["closesAt"] = "16:30",
            ["opensAt"] = "2026-09-30T09:30",
            ["transfer"] = "yes",
        }.ToImmutableDictionary());

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Answer(Question question, CallerContext caller)
    {
        var state = clock.At(caller.Now.DateTime);
        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        fields["open"] = state.IsOpen ? "yes" : "";
        fields["closesAt"] = state.ClosesAt?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";
        fields["opensAt"] = state.OpensAt?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) ?? "";
        fields["transfer"] = clock.TransferNumber.Length > 0 ? "yes" : "";
        return fields.ToImmutable();
    }
}
