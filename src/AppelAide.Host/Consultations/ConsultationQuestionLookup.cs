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
            ["text.fr"] = "Combien de fois par mois avez-vous besoin d'un transport pour un rendez-vous de santé ?",
            ["text.en"] = "How many times a month do you need a ride to a health appointment?",
            ["option1.fr"] = "Un cours près de chez moi",
            ["option1.en"] = "A class near my home",
            ["option2.fr"] = "Quelqu'un qui m'aide chez moi",
            ["option2.en"] = "Someone who helps me at home",
            ["option3.fr"] = "Un appareil prêté",
            ["option3.en"] = "A device on loan",
            ["option4.fr"] = "Un meilleur prix pour Internet",
            ["option4.en"] = "A better price for Internet",
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
