using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary><c>training.other</c>: the other dates of a session's training that have a seat, the next first, one at a time.</summary>
internal sealed class TrainingOtherLookup(DirectorySource directory, RegistrationStore registrations) : ILookup
{
    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Lookup,
        "training.other",
        ["session", "skip"],
        SessionFields.Examples.AddRange(new Dictionary<string, string> { ["found"] = "yes", ["more"] = "yes" }));

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Answer(Question question, CallerContext caller)
    {
        var snapshot = directory.Current;
        if (snapshot.SessionsById.GetValueOrDefault(question["session"]) is not { } asked) return ImmutableDictionary<string, string>.Empty;
        var skip = int.TryParse(question["skip"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var seats = registrations.Counts.At(caller.Now);
        var others = snapshot.Sessions
            .Where(session => session.Training.Id == asked.Training.Id && session.Id != asked.Id && session.Start > caller.Now)
            .Where(session => seats.Left(session) is not 0)
            .Skip(skip).Take(2).ToList();
        if (others.Count == 0) return ImmutableDictionary<string, string>.Empty;
        var fields = SessionFields.Of(others[0], snapshot);
        fields["found"] = "yes";
        fields["more"] = others.Count > 1 ? "yes" : "";
        return fields.ToImmutable();
    }
}
