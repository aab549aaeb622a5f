using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory.Freshness;
using AppelAide.Host.Directory.Hours;

namespace AppelAide.Host.Directory;

/// <summary>
/// <c>services.near</c>: who can help, one at a time. Opening times are the local time of the door, as written on it: in the
/// Îles-de-la-Madeleine an hour ahead of the line.
/// </summary>
internal sealed class ServicesNearLookup(DirectorySource source) : ILookup
{
    // Three are as many as one remembers; then the line asks whether to go on.
    private const int PauseAfter = 3;
    private const int Compared = 6;

    public QuestionSignature Signature { get; } = new(
        QuestionKind.Lookup,
        "services.near",
        ["place", "need", "skip"],
        new Dictionary<string, string>
        {
            ["found"] = "yes",
            ["id"] = "chaudron-de-la-cote-2",
            ["name.fr"] = "Clinique de papiers de Chandler",
            ["name.en"] = "The harbour Internet corner",
            ["org"] = "L'Atelier des Quatre Bornes",
            ["town"] = "Les Îles-de-la-Madeleine",
            ["km"] = "128",
            ["phone"] = "+14185550137",
            ["address"] = "16, rue du Chaudron, Sainte-Anne-des-Monts",
            // Open, never closed, or closed until then: the last takes the longest to say, and one goes without the others.
            ["open"] = "",
            ["always"] = "",
            ["openUntil"] = "",
            ["opensAt"] = "2026-12-01T13:30",
            ["bring.fr"] = "vos lettres du gouvernement",
            ["bring.en"] = "an electricity bill",
            ["wheelchair"] = "",
            ["noWheelchair"] = "yes",
            ["for.fr"] = "les 55 ans et plus",
            ["for.en"] = "people aged 55 and over",
            ["location"] = "chaudron-de-la-cote",
            ["stale"] = "yes",
            ["pause"] = "yes",
            ["checkHours"] = "",
            ["nearest"] = "yes",
            ["cost"] = "2.5",
            ["free"] = "",
            ["alert.fr"] = "Le service reprend le 8 janvier.",
            ["alert.en"] = "The service starts again on January 8.",
            ["extension"] = "1204",
            // Then it has neither town nor kilometres, which take longer to say.
            ["byPhone"] = "",
            ["more"] = "yes",
        }.ToImmutableDictionary());

    public ImmutableDictionary<string, string> Answer(Question question, CallerContext caller)
    {
        var directory = source.Current;
        var place = directory.Places.Find(question["place"]) ?? directory.Places.Find(caller.PlaceId);
        var skip = int.TryParse(question["skip"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        var found = directory.Services.Near(new(question["need"], place, caller.Language, caller.Now), skip, Compared);
        if (found.IsEmpty)
            return fields.ToImmutable();

        var (service, site, kilometres) = found[0];
        fields["found"] = "yes";
        fields["id"] = service.Id;
        service.Name.WriteTo(fields, "name");
        fields["org"] = service.Organization;
        fields["town"] = Town(directory, site.Location);
        fields["km"] = Distance.Told(kilometres);
        fields["phone"] = site.Phone;
        fields["address"] = site.Location?.Address ?? "";
        service.Bring.WriteTo(fields, "bring");
        fields["wheelchair"] = site.Location?.Wheelchair is true ? "yes" : "";
        fields["noWheelchair"] = site.Location?.Wheelchair is false ? "yes" : "";
        service.For.WriteTo(fields, "for");
        fields["location"] = site.Location?.Id ?? "";
        fields["stale"] = RecordAge.IsStale(service.VerifiedOn, DateOnly.FromDateTime(caller.Now.DateTime)) ? "yes" : "";
        fields["pause"] = skip > 0 && skip % PauseAfter == 0 ? "yes" : "";
        // An open door, or one where they speak the citizen's language, may come before a nearer one.
        fields["nearest"] = skip == 0 && kilometres is not null && found.All(other => other.Kilometres is null || other.Kilometres >= kilometres) ? "yes" : "";
        fields["cost"] = service.Cost is > 0 and { } cost ? cost.ToString("0.##", CultureInfo.InvariantCulture) : "";
        fields["free"] = service.Cost == 0 ? "yes" : "";
        service.Alert.WriteTo(fields, "alert");
        fields["extension"] = site.Extension;
        fields["byPhone"] = site.Location is null && site.Phone.Length > 0 ? "yes" : "";
        fields["more"] = found.Length > 1 ? "yes" : "";

        var zone = directory.Places.TimeZoneOf(site.Location?.PlaceId ?? "");
        var opening = site.Hours.At(TimeZoneInfo.ConvertTime(caller.Now, zone).DateTime);
        fields["open"] = opening.IsOpen ? "yes" : "";
        fields["always"] = opening.Case == OpeningCase.Always ? "yes" : "";
        // A season that is over, and nobody wrote the next one.
        fields["checkHours"] = !opening.IsOpen && opening.OpensAt is null && site.Hours.IsKnown ? "yes" : "";
        fields["openUntil"] = opening.ClosesAt?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";
        fields["opensAt"] = opening.OpensAt?.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) ?? "";
        return fields.ToImmutable();
    }

    private static string Town(DirectorySnapshot directory, Location? location) =>
        location is null ? "" : directory.Places.Town(location.PlaceId) is { Length: > 0 } town ? town : location.City;
}
