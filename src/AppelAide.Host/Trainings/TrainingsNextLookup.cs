using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Trainings;

/// <summary><c>trainings.next</c>: the next sessions near a place, one at a time; full ones after all others.</summary>
internal sealed class TrainingsNextLookup(DirectorySource source, RegistrationStore store) : ILookup
{
    // Nobody listens to more; and the seats of no more need be counted.
    private const int MostSessions = 40;

    public QuestionSignature Signature { get; } = new(
        QuestionKind.Lookup,
        "trainings.next",
        ["place", "topic", "skip"],
        new Dictionary<string, string>
        {
            ["found"] = "yes",
            ["id"] = "voisins-du-pont-internet-1",
            ["title.fr"] = "Reconnaître la fraude au téléphone",
            ["title.en"] = "Spotting fraud over the telephone",
            ["date"] = "2026-12-23",
            ["time"] = "13:30",
            ["until"] = "15:30",
            ["where"] = "Bibliothèque du Vent debout",
            ["town"] = "Les Îles-de-la-Madeleine",
            ["km"] = "128",
            ["bring.fr"] = "votre tablette, si vous en avez une",
            ["bring.en"] = "your password, in an envelope",
            ["cost"] = "12.5",
            ["seats"] = "12",
            ["more"] = "yes",
        }.ToImmutableDictionary());

    public ImmutableDictionary<string, string> Answer(Question question, CallerContext caller)
    {
        var directory = source.Current;
        var place = directory.Places.Find(question["place"]) ?? directory.Places.Find(caller.PlaceId);
        var found = directory.Ranked.Next(directory, place, question["topic"], caller.Language, caller.Now);
        var skip = int.TryParse(question["skip"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var most = Math.Min(found.Length, MostSessions);
        if (skip >= most)
            return ImmutableDictionary<string, string>.Empty;

        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        var taken = store.Counts.At(caller.Now);
        var (session, kilometres) = Pick(found.AsSpan(0, most), taken, skip);
        var training = session.Training;
        fields["found"] = "yes";
        fields["id"] = session.Id;
        training.Title.WriteTo(fields, "title");
        fields["date"] = session.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        fields["time"] = session.StartsAt.ToString("HH:mm", CultureInfo.InvariantCulture);
        fields["until"] = session.EndsAt.ToString("HH:mm", CultureInfo.InvariantCulture);
        fields["where"] = session.Where;
        fields["town"] = directory.Places.Town(session.Location.PlaceId);
        fields["km"] = Distance.Told(kilometres);
        training.Bring.WriteTo(fields, "bring");
        fields["cost"] = training.Cost > 0 ? training.Cost.ToString("0.##", CultureInfo.InvariantCulture) : "";
        fields["seats"] = SeatsLeft(session, taken) is { } seats ? seats.ToString(CultureInfo.InvariantCulture) : "";
        fields["more"] = skip + 1 < most ? "yes" : "";
        return fields.ToImmutable();
    }

    /// <summary>Those with seats first, then the full ones, both in their order.</summary>
    private static FoundSession Pick(ReadOnlySpan<FoundSession> found, IReadOnlyDictionary<string, int> taken, int skip)
    {
        foreach (var full in (ReadOnlySpan<bool>)[false, true])
        {
            foreach (var entry in found)
            {
                if (SeatsLeft(entry.Session, taken) is 0 == full && skip-- == 0)
                    return entry;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(skip));
    }

    private static int? SeatsLeft(TrainingSession session, IReadOnlyDictionary<string, int> taken) =>
        session.Seats is { } seats ? Math.Max(0, seats - taken.GetValueOrDefault(session.Id)) : null;
}
