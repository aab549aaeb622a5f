using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary><c>registration.about</c>: one registration, told to the telephone that registered or that is told; nothing to any other.</summary>
internal sealed class RegistrationAboutLookup(RegistrationReader reader, RegistrationFields fields) : ILookup
{
    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(QuestionKind.Lookup, "registration.about", ["registration"], RegistrationFields.Examples);

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Answer(Question question, CallerContext caller) =>
        long.TryParse(question["registration"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && reader.Find(id) is { } row
            && (row.CallerId == caller.CallerId || row.ContactId == caller.CallerId)
            ? fields.Of(row)
            : ImmutableDictionary<string, string>.Empty;
}
