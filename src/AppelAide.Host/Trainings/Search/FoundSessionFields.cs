using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue;
using AppelAide.Host.Directory;
using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Trainings.Search;

/// <summary>What is told of a session.</summary>
internal sealed class FoundSessionFields(DirectorySnapshot directory, WishWords known)
{
    /// <summary>Values as long as they come.</summary>
    public static ImmutableDictionary<string, string> Examples { get; } = SessionFields.Examples.AddRange(new Dictionary<string, string>
    {
        ["found"] = "yes",
        ["id"] = "voisins-du-pont-internet-1",
        ["description.fr"] = "Des exemples vrais, des trucs simples et une feuille à garder près du téléphone.",
        ["description.en"] = "Calls, texts and basic settings, in plain English, with someone beside you.",
        ["level.fr"] = "pour qui connaît la base",
        ["level.en"] = "for those who know the basics",
        ["language.fr"] = "en anglais",
        ["language.en"] = "in French",
        ["access.fr"] = "Accessible en fauteuil roulant, et un bénévole aide à la porte.",
        ["access.en"] = "A wheelchair can come in, and a volunteer helps at the door.",
        ["until"] = "15:30",
        ["all-day"] = "yes",
        ["contact.name"] = "Marie-Ève Deschênes",
        ["contact.phone"] = "+14185550191",
        ["cost"] = "12.5",
        ["seats"] = "12",
        ["full"] = "yes",
        ["more"] = "yes",
        ["relaxed.fr"] = "en anglais, la fin de semaine prochaine, l'après-midi",
        ["relaxed.en"] = "in English, next weekend, in the afternoon",
        ["kept.fr"] = "formations sur les formulaires en ligne, par téléphone",
        ["kept.en"] = "classes on computers and the Internet, by telephone",
    });

    /// <summary>A time as it travels in a conversation.</summary>
    public static string Written(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The fields of a session: what every session is told by, and what helps to choose it.</summary>
    public ImmutableDictionary<string, string>.Builder Of(FoundSession found)
    {
        var session = found.Session;
        var training = session.Training;
        var fields = SessionFields.Of(session, directory);
        fields["id"] = session.Id;
        training.Description.WriteTo(fields, "description");
        known.Label(WishWords.Level, training.Level).WriteTo(fields, "level");
        // Each in its language: a citizen's first text changes the conversation's while it is answered.
        fields["language.fr"] = Tongue(training, Languages.French).Fr;
        fields["language.en"] = Tongue(training, Languages.English).En;
        training.Access.WriteTo(fields, "access");
        fields["until"] = session.IsAllDay ? "" : Written(session.EndsAt);
        fields["all-day"] = session.IsAllDay ? "yes" : "";
        fields["contact.name"] = training.Contact.Name;
        fields["contact.phone"] = training.Contact.Phone;
        fields["cost"] = training.Cost > 0 ? training.Cost.ToString("0.##", CultureInfo.InvariantCulture) : "";
        return fields;
    }

    /// <summary>The language it is given in, where the citizen's is not.</summary>
    private Bilingual Tongue(Training training, string own)
    {
        var other = own == Languages.French ? Languages.English : Languages.French;
        var isOther = !training.Language.Contains(own, StringComparison.OrdinalIgnoreCase) && training.Language.Contains(other, StringComparison.OrdinalIgnoreCase);
        return isOther ? known.Label(WishWords.Tongue, other) : Bilingual.Empty;
    }
}
