using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Search;

/// <summary>What is told of a session.</summary>
internal sealed class FoundSessionFields(DirectorySnapshot directory, WishWords known)
{
    /// <summary>Values as long as they come.</summary>
    public static ImmutableDictionary<string, string> Examples { get; } = new Dictionary<string, string>
    {
        ["found"] = "yes",
        ["id"] = "voisins-du-pont-internet-1",
        ["title.fr"] = "Reconnaître la fraude au téléphone",
        ["title.en"] = "Spotting fraud over the telephone",
        ["description.fr"] = "Des exemples vrais, des trucs simples et une feuille à garder près du téléphone.",
        ["description.en"] = "Calls, texts and basic settings, in plain English, with someone beside you.",
        ["kind"] = "training",
        ["level.fr"] = "pour qui connaît la base",
        ["level.en"] = "for those who know the basics",
        ["language.fr"] = "en anglais",
        ["language.en"] = "in French",
        ["access.fr"] = "Accessible en fauteuil roulant, et un bénévole aide à la porte.",
        ["access.en"] = "A wheelchair can come in, and a volunteer helps at the door.",
        ["date"] = "2026-12-23",
        ["weekday.fr"] = "mercredi",
        ["weekday.en"] = "Wednesday",
        ["time"] = "13:30",
        ["until"] = "15:30",
        ["all-day"] = "yes",
        ["where"] = "Bibliothèque du Vent debout",
        ["town"] = "Les Îles-de-la-Madeleine",
        ["km"] = "128",
        ["dial-in"] = "+14185550190",
        ["organization"] = "Bibliothèque du Vent debout",
        ["contact.name"] = "Marie-Ève Deschênes",
        ["contact.phone"] = "+14185550191",
        ["bring.fr"] = "votre tablette, si vous en avez une",
        ["bring.en"] = "your password, in an envelope",
        ["cost"] = "12.5",
        ["seats"] = "12",
        ["full"] = "yes",
        ["more"] = "yes",
        ["same"] = "3",
        ["next.id"] = "voisins-du-pont-internet-2",
        ["next.date"] = "2026-12-30",
        ["next.time"] = "13:30",
        ["next.title.fr"] = "Reconnaître la fraude au téléphone",
        ["next.title.en"] = "Spotting fraud over the telephone",
        ["next.town"] = "Les Îles-de-la-Madeleine",
        ["relaxed.fr"] = "en anglais, la fin de semaine prochaine, l'après-midi",
        ["relaxed.en"] = "in English, next weekend, in the afternoon",
        ["kept.fr"] = "formations sur les formulaires en ligne, par téléphone",
        ["kept.en"] = "classes on computers and the Internet, by telephone",
    }.ToImmutableDictionary();

    /// <summary>A time as it travels in a conversation.</summary>
    public static string Written(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Writes them.</summary>
    public void Write(ImmutableDictionary<string, string>.Builder fields, FoundSession found)
    {
        var session = found.Session;
        var training = session.Training;
        fields["id"] = session.Id;
        training.Title.WriteTo(fields, "title");
        training.Description.WriteTo(fields, "description");
        fields["kind"] = training.Kind;
        known.Label(WishWords.Level, training.Level).WriteTo(fields, "level");
        // Each in its language: a citizen's first text changes the conversation's while it is answered.
        fields["language.fr"] = Tongue(training, Languages.French).Fr;
        fields["language.en"] = Tongue(training, Languages.English).En;
        training.Access.WriteTo(fields, "access");
        fields["date"] = TrainingWish.Written(session.Date);
        foreach (var tongue in Languages.All)
            fields[$"weekday.{tongue}"] = Wording.Date(session.Date, session.Date, tongue, Channel.Voice).Split(' ')[0].TrimEnd(',');
        fields["time"] = session.IsAllDay ? "" : Written(session.StartsAt);
        fields["until"] = session.IsAllDay ? "" : Written(session.EndsAt);
        fields["all-day"] = session.IsAllDay ? "yes" : "";
        fields["where"] = session.Where;
        fields["town"] = directory.Places.Town(session.Location.PlaceId);
        fields["km"] = Distance.Told(found.Kilometres);
        fields["dial-in"] = training.DialIn;
        fields["organization"] = training.Organization;
        fields["contact.name"] = training.Contact.Name;
        fields["contact.phone"] = training.Contact.Phone;
        training.Bring.WriteTo(fields, "bring");
        fields["cost"] = training.Cost > 0 ? training.Cost.ToString("0.##", CultureInfo.InvariantCulture) : "";
    }

    /// <summary>The language it is given in, where the citizen's is not.</summary>
    private Bilingual Tongue(Training training, string own)
    {
        var other = own == Languages.French ? Languages.English : Languages.French;
        var isOther = !training.Language.Contains(own, StringComparison.OrdinalIgnoreCase) && training.Language.Contains(other, StringComparison.OrdinalIgnoreCase);
        return isOther ? known.Label(WishWords.Tongue, other) : Bilingual.Empty;
    }
}
