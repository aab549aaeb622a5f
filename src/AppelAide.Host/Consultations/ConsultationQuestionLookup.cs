using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Consultations;

/// <summary><c>consultations.question</c>: one question of a consultation.</summary>
internal sealed class ConsultationQuestionLookup(DirectorySource source) : ILookup
{
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Lookup,
        "consultations.question",
        ["consultation", "number"],
        new Dictionary<string, string>
        {
            ["found"] = "yes",
            ["kind"] = "number",
            ["text.fr"] = "Avez-vous renoncé à un soin, faute de transport, depuis un an ?",
            ["text.en"] = "From 1 to 10, how much do you like living in your neighbourhood?",
            ["option1.fr"] = "la voiture de quelqu'un",
            ["option1.en"] = "someone else's car",
            ["option2.fr"] = "une visite sur place",
            ["option2.en"] = "a visit in person",
            ["option3.fr"] = "un lieu de rencontre",
            ["option3.en"] = "a meeting place",
            ["option4.fr"] = "autre chose",
            ["option4.en"] = "something else",
            ["options"] = "4",
            ["min"] = "0",
            ["max"] = "100",
        }.ToImmutableDictionary());

    public ImmutableDictionary<string, string> Answer(Question question, CallerContext caller)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        var asked = source.Current.Consultations
            .FirstOrDefault(consultation => consultation.Id == question["consultation"])?.Questions
            .FirstOrDefault(asked => asked.Number.ToString(CultureInfo.InvariantCulture) == question["number"]);
        if (asked is null)
            return fields.ToImmutable();

        fields["found"] = "yes";
        fields["kind"] = asked.Kind;
        asked.Text.WriteTo(fields, "text");
        for (var i = 0; i < asked.Options.Length; i++)
            asked.Options[i].WriteTo(fields, string.Create(CultureInfo.InvariantCulture, $"option{i + 1}"));
        fields["options"] = asked.Options.Length.ToString(CultureInfo.InvariantCulture);
        fields["min"] = asked.Minimum?.ToString(CultureInfo.InvariantCulture) ?? "";
        fields["max"] = asked.Maximum?.ToString(CultureInfo.InvariantCulture) ?? "";
        return fields.ToImmutable();
    }
}
