using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary>A session as dialogues and messages name its parts.</summary>
internal static class SessionFields
{
    /// <summary>Every field, with a long value for the checker.</summary>
    public static ImmutableDictionary<string, string> Examples { get; } = new Dictionary<string, string>
    {
        ["session"] = "voisins-du-pont-internet-1",
        ["title.fr"] = "Reconnaître la fraude au téléphone",
        ["title.en"] = "Spotting fraud over the telephone",
        ["date"] = "2026-12-23",
        ["time"] = "13:30",
        ["where"] = "Bibliothèque du Vent debout",
        ["town"] = "Les Îles-de-la-Madeleine",
        ["bring.fr"] = "votre tablette, si vous en avez une",
        ["bring.en"] = "your password, in an envelope",
        ["dial"] = "+15815550100",
        ["note.fr"] = "La formatrice est malade.",
        ["note.en"] = "The trainer is ill.",
        ["called-off"] = "yes",
    }.ToImmutableDictionary();

    /// <summary>The fields of a session.</summary>
    public static ImmutableDictionary<string, string>.Builder Of(TrainingSession session, DirectorySnapshot directory)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        fields["session"] = session.Id;
        session.Training.Title.WriteTo(fields, "title");
        fields["date"] = session.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        fields["time"] = session.IsAllDay ? "" : session.StartsAt.ToString("HH:mm", CultureInfo.InvariantCulture);
        fields["where"] = session.Where;
        fields["town"] = directory.Places.Town(session.Location.PlaceId);
        session.Training.Bring.WriteTo(fields, "bring");
        fields["dial"] = session.Training.DialIn;
        session.Note.WriteTo(fields, "note");
        fields["called-off"] = session.IsCancelled ? "yes" : "";
        return fields;
    }
}
