using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Search;

/// <summary>
/// <c>trainings.wish</c>: what training words ask for. Given what was wished before, the new words are added to it. <c>rest</c> is what they say besides,
/// in which a place may be looked for.
/// </summary>
/// <param name="source">The directory.</param>
/// <param name="scripts">The words; asked late, because the scripts are checked against this very look-up.</param>
internal sealed class TrainingsWishLookup(DirectorySource source, Func<Script> scripts) : ILookup
{
    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Lookup,
        "trainings.wish",
        ["text", .. WishFields.Names],
        WishFields.Examples
            .Add("understood", "yes")
            .Add("more", "yes")
            .Add("rest", "Sainte-Anne-des-Monts")
            .Add("impossible", "date")
            .Add("date.fr", "31 septembre 2027")
            .Add("date.en", "September 31, 2027")
            .Add("label.fr", "groupes de discussion sur Internet et l'ordinateur, dans les deux langues, du mercredi 23 septembre au mercredi 30 septembre, l'après-midi")
            .Add("label.en", "discussion groups on computers and the Internet, in both languages, from Wednesday, September 23 to Wednesday, September 30, in the afternoon"));

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Answer(Question question, CallerContext caller)
    {
        var known = WishWords.Of(scripts());
        var reading = new WishReader(known).Read(question["text"], caller.Now);
        var said = WithoutPlace(reading.Wish);
        var before = WishFields.Read(question);
        // Another day was meant: that of before no longer holds.
        if (reading.Impossible.Length > 0) before = before with { From = null, To = null, Days = "" };
        var wish = before.With(said);
        var label = new WishLabel(known, DateOnly.FromDateTime(caller.Now.DateTime), caller.Channel).Of(wish, (WishParts)(-1));
        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        WishFields.Write(fields, wish);
        fields["understood"] = reading.IsUnderstood || SaysSomeTitle(said, known) ? "yes" : "";
        fields["more"] = reading.AsksMore ? "yes" : "";
        fields["rest"] = reading.Rest;
        fields["impossible"] = reading.Impossible;
        reading.Named.WriteTo(fields, "date");
        label.WriteTo(fields, "label");
        return fields.ToImmutable();
    }

    /// <summary>"Un cours de Gaspé": a place is no subject.</summary>
    private TrainingWish WithoutPlace(TrainingWish wish) =>
        wish.About.Length > 0 && source.Current.Finder.FromText(wish.About).IsSure ? wish with { About = "" } : wish;

    private bool SaysSomeTitle(TrainingWish wish, WishWords known)
    {
        var directory = source.Current;
        return wish.Words.Length > 0 && directory.Ranked.SaysSomeTitle(directory, known, wish.Words);
    }
}
