using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AppelAide.Host.Directory.Editing;

namespace AppelAide.Host.Trainings;

/// <summary>A session as its row says it: what is null is as its training has it.</summary>
internal sealed record SessionRecord
{
    public string Id { get; init; } = "";
    public string Date { get; init; } = "";
    public string StartsAt { get; init; } = "";
    public string EndsAt { get; init; } = "";
    public string? LocationId { get; init; }
    public string Venue { get; init; } = "";
    public int? Seats { get; init; }
    public string State { get; init; } = "";
    public bool SecondHour { get; init; }
    public int Revision { get; init; }
    public string NoteFr { get; init; } = "";
    public string NoteEn { get; init; } = "";

    /// <summary>A mark that is another one as soon as anything of it changed.</summary>
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Revision} {ToJson()}"))).AsSpan(0, 12));

    /// <summary>Its fields, for the history.</summary>
    public string ToJson() => FlatJson.Write(
    [
        new("date", Date), new("starts_at", StartsAt), new("ends_at", EndsAt), new("location_id", LocationId ?? ""), new("venue", Venue),
        new("seats", Seats?.ToString(CultureInfo.InvariantCulture) ?? ""), new("state", State), new("note_fr", NoteFr), new("note_en", NoteEn),
    ]);
}
