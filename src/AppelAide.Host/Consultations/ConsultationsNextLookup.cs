using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Consultations;

/// <summary><c>consultations.next</c>: what is asked of the public now and the caller has not finished, the first to close first.</summary>
internal sealed class ConsultationsNextLookup(DirectorySource source, ConsultationStore store) : ILookup
{
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Lookup,
        "consultations.next",
        ["skip"],
        new Dictionary<string, string>
        {
            ["found"] = "yes",
            ["id"] = "internet-et-vous",
            ["title.fr"] = "Se déplacer près de chez nous",
            ["title.en"] = "My neighbourhood, my needs",
            ["by.fr"] = "la Table de concertation de la région",
            ["by.en"] = "the Regional Round Table",
            ["minutes"] = "10",
            ["questions"] = "12",
            ["next"] = "12",
            ["more"] = "yes",
        }.ToImmutableDictionary());

    public ImmutableDictionary<string, string> Answer(Question question, CallerContext caller)
    {
        var today = DateOnly.FromDateTime(caller.Now.DateTime);
        var open = source.Current.Consultations.Where(consultation => consultation.IsOpenOn(today) && consultation.Questions.Length > 0).ToList();
        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        if (open.Count == 0)
            return fields.ToImmutable();

        var answered = store.AnsweredBy(caller.CallerId);
        var unfinished = open.FindAll(consultation => FirstUnanswered(consultation) is not null);
        var skip = int.TryParse(question["skip"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        if (skip >= unfinished.Count)
            return fields.ToImmutable();

        var next = unfinished[skip];
        fields["found"] = "yes";
        fields["id"] = next.Id;
        next.Title.WriteTo(fields, "title");
        next.By.WriteTo(fields, "by");
        fields["minutes"] = next.Minutes.ToString(CultureInfo.InvariantCulture);
        fields["questions"] = next.Questions.Length.ToString(CultureInfo.InvariantCulture);
        fields["next"] = FirstUnanswered(next)!.Number.ToString(CultureInfo.InvariantCulture);
        fields["more"] = skip + 1 < unfinished.Count ? "yes" : "";
        return fields.ToImmutable();

        ConsultationQuestion? FirstUnanswered(Consultation consultation) =>
            consultation.Questions.FirstOrDefault(asked => !answered.Contains((consultation.Id, asked.Number)));
    }
}
