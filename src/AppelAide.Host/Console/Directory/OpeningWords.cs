using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Hours;

namespace AppelAide.Host.Console.Directory;

/// <summary>Whether a door is open, as the line tells it: on the door's own clock.</summary>
internal static class OpeningWords
{
    /// <summary>In a few words.</summary>
    public static string Of(ServiceSite site, DirectorySnapshot directory, DateTimeOffset now, ConsoleWords words)
    {
        var local = TimeZoneInfo.ConvertTime(now, directory.Places.TimeZoneOf(site.Location?.PlaceId ?? "")).DateTime;
        var state = site.Hours.At(local);
        return state switch
        {
            { Case: OpeningCase.Always } => words.T("ouvert jour et nuit", "open day and night"),
            { IsOpen: true, ClosesAt: { } closes } => words.T($"ouvert jusqu'à {Hour(closes)}{Later(closes, local)}", $"open until {Hour(closes)}{Later(closes, local)}"),
            { IsOpen: true } => words.T("ouvert", "open"),
            { OpensAt: { } opens } => words.T($"fermé; ouvre {When(opens, local)}", $"closed; opens {When(opens, local)}"),
            _ when site.Hours.IsKnown => words.T("fermé; aucune heure à venir n'est connue", "closed; no coming hours are known"),
            _ => words.T("heures inconnues", "hours not known"),
        };

        string Hour(DateTime at) => words.Hour(TimeOnly.FromDateTime(at));
        string Later(DateTime at, DateTime from) => at.Date == from.Date || at.TimeOfDay == TimeSpan.Zero ? "" : $", {words.Day(DateOnly.FromDateTime(at))}";
        string When(DateTime at, DateTime from) => at.Date == from.Date ? words.T($"à {Hour(at)}", $"at {Hour(at)}") : words.T($"{words.Day(DateOnly.FromDateTime(at))} à {Hour(at)}", $"{words.Day(DateOnly.FromDateTime(at))} at {Hour(at)}");
    }
}
