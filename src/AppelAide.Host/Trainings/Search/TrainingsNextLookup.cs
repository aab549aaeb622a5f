using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Trainings.Search;

/// <summary><c>trainings.next</c>: the next sessions near a place that suit a wish, one at a time; full ones after all others.</summary>
/// <param name="source">The directory.</param>
/// <param name="store">Who has a seat.</param>
/// <param name="scripts">The words of wishes; asked late, because the scripts are checked against this very look-up.</param>
internal sealed class TrainingsNextLookup(DirectorySource source, RegistrationStore store, Func<Script> scripts) : ILookup
{
    // Nobody listens to more; and the seats of no more need be counted.
    private const int MostSessions = 40;

    // "Le", "mon" and their like are in many titles.
    private const int ShortestName = 4;

    public QuestionSignature Signature { get; } = new(QuestionKind.Lookup, "trainings.next", ["place", "skip", "in", .. WishFields.Names], FoundSessionFields.Examples);

    public ImmutableDictionary<string, string> Answer(Question question, CallerContext caller)
    {
        var directory = source.Current;
        var known = WishWords.Of(scripts());
        var place = directory.Places.Find(question["place"]) ?? directory.Places.Find(caller.PlaceId);
        var wish = WishFields.Read(question);
        // A citizen's first text changes the conversation's language while it is answered.
        if (question["in"] is { Length: > 0 } language) caller = caller with { Language = language };
        var (found, dropped) = directory.Ranked.Next(directory, known, place, wish, caller.Language, caller.Now);
        var skip = int.TryParse(question["skip"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var most = Math.Min(found.Length, MostSessions);
        if (skip >= most)
            return ImmutableDictionary<string, string>.Empty;

        var seats = store.Counts.At(caller.Now);
        var picked = Pick(found.AsSpan(0, most), seats, wish.Words.Split(' '), skip);
        var fields = new FoundSessionFields(directory, known).Of(picked);
        fields["found"] = "yes";
        var left = seats.Left(picked.Session);
        fields["seats"] = left > 0 ? left.Value.ToString(CultureInfo.InvariantCulture) : "";
        fields["full"] = left == 0 ? "yes" : "";
        fields["more"] = skip + 1 < most ? "yes" : "";
        if (!wish.IsOpen)
        {
            var labels = new WishLabel(known, DateOnly.FromDateTime(caller.Now.DateTime), caller.Channel);
            labels.Of(wish, dropped & ~WishParts.Kind).WriteTo(fields, "relaxed");
            labels.Of(dropped.HasFlag(WishParts.Kind) ? wish with { Kind = "" } : wish, ~dropped | WishParts.Kind).WriteTo(fields, "kept");
        }

        return fields.ToImmutable();
    }

    /// <summary>Those with seats first, then the full ones, both in their order; who names a training hears of it though it is full: there is a waitlist.</summary>
    private FoundSession Pick(ReadOnlySpan<FoundSession> found, CountedSeats seats, string[] words, int skip)
    {
        foreach (var full in (ReadOnlySpan<bool>)[false, true])
        {
            foreach (var entry in found)
            {
                if ((seats.Left(entry.Session) is 0 && !IsNamed(entry.Session.Training, words)) == full && skip-- == 0)
                    return entry;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(skip));
    }

    private static bool IsNamed(Training training, string[] words) =>
        TextFolding.Tokens(training.Title.Fr).Concat(TextFolding.Tokens(training.Title.En)).Any(word => word.Length >= ShortestName && words.Contains(word));
}
