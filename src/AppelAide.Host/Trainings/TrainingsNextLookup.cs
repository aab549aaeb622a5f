using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings;

/// <summary><c>trainings.next</c>: the next sessions near a place, one at a time; full ones after all others.</summary>
internal sealed class TrainingsNextLookup(DirectorySource source, TrainingStore store) : ILookup
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
        var found = TrainingSearch.Next(directory, place, question["topic"], caller.Language, caller.Now);
        if (found.Length > MostSessions)
            found = found[..MostSessions];
        var skip = int.TryParse(question["skip"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        if (skip >= found.Length)
            return fields.ToImmutable();

        var left = SeatsLeft(found);
        var (session, kilometres) = found.OrderBy(entry => left.GetValueOrDefault(entry.Session.Id, 1) <= 0).ElementAt(skip);
        var training = session.Training;
        fields["found"] = "yes";
        fields["id"] = session.Id;
        training.Title.WriteTo(fields, "title");
        fields["date"] = session.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        fields["time"] = session.StartsAt.ToString("HH:mm", CultureInfo.InvariantCulture);
        fields["until"] = session.EndsAt.ToString("HH:mm", CultureInfo.InvariantCulture);
        fields["where"] = training.Location.Name;
        fields["town"] = directory.Places.Find(training.Location.PlaceId) is { } town ? PlaceTree.Display(town.Name) : "";
        fields["km"] = Distance.Told(kilometres);
        training.Bring.WriteTo(fields, "bring");
        fields["cost"] = training.Cost > 0 ? training.Cost.ToString("0.##", CultureInfo.InvariantCulture) : "";
        fields["seats"] = left.TryGetValue(session.Id, out var seats) ? seats.ToString(CultureInfo.InvariantCulture) : "";
        fields["more"] = skip + 1 < found.Length ? "yes" : "";
        return fields.ToImmutable();
    }

    // Of sessions whose seats are counted.
    private Dictionary<string, int> SeatsLeft(ImmutableArray<FoundSession> found)
    {
        var counted = found.Where(entry => entry.Session.Training.Seats is not null).ToDictionary(entry => entry.Session.Id, entry => entry.Session.Training.Seats!.Value);
        if (counted.Count == 0)
            return counted;
        foreach (var (session, taken) in store.SeatsTaken(counted.Keys))
            counted[session] = Math.Max(0, counted[session] - taken);
        return counted;
    }
}
