using System.Globalization;
using System.Text.RegularExpressions;

namespace AppelAide.Host.Tests.Trainings.Month;

/// <summary>What citizens understand of what they hear and read, in both languages.</summary>
internal static partial class MonthWords
{
    public static bool IsFull(string text) => text.Contains("C'est complet", StringComparison.Ordinal) || text.Contains("It's full", StringComparison.Ordinal);

    /// <summary>registered, already, already-waiting, waiting, full or gone, by the line's own words; ? when they say none of it.</summary>
    public static string Status(string text) => text switch
    {
        _ when Says(text, "déjà sur la liste", "already on the waitlist") => "already-waiting",
        _ when Says(text, "déjà votre place", "already have your place") || Says(text, "a déjà sa place", "already has a place") => "already",
        _ when Says(text, "Liste d'attente: ", "Waitlist: ") || Says(text, "Vous êtes sur la liste d'attente, ", "You are on the waitlist, ") => "waiting",
        _ when IsFull(text) => "full",
        _ when Says(text, "Inscription notée", " signed up: ") || Says(text, "est réservée, ", "place is booked") => "registered",
        _ when Says(text, "n'est plus offerte", "is no longer offered") => "gone",
        _ => "?",
    };

    public static bool Says(string text, string french, string english) => text.Contains(french, StringComparison.Ordinal) || text.Contains(english, StringComparison.Ordinal);

    /// <summary>The number of a registration, written or read out.</summary>
    public static string Code(string text) => Written().Match(text) is { Success: true } written ? written.Groups[1].Value
        : Spoken().Match(text) is { Success: true } spoken ? spoken.Groups[1].Value + spoken.Groups[2].Value + spoken.Groups[3].Value : "";

    /// <summary>The key of a choice in a text: <c>2=liste d'attente</c>.</summary>
    public static string Key(string text, string french, string english)
    {
        var match = Regex.Match(text, $@"(\d)=(?:{Regex.Escape(french)}|{Regex.Escape(english)})");
        return match.Success ? match.Groups[1].Value : "";
    }

    /// <summary>The key of the next session, read out or written; empty when there is none.</summary>
    public static string NextKey(string text) => Next().Match(text) is { Success: true } match ? match.Groups[1].Value + match.Groups[2].Value : "";

    /// <summary>What is said of the session itself, before another one is named.</summary>
    public static string First(string text) => text.Split(["C'est complet", "It's full"], StringSplitOptions.None)[0];

    /// <summary>Without accents: a text has those of its alphabet only.</summary>
    public static string Folded(string text) => AppelAide.Dialogue.Language.TextFolding.Fold(text);

    /// <summary>Whether a date is said, in either language.</summary>
    public static bool HasDate(string text, DateOnly date)
    {
        var day = date.Day == 1 ? "1er" : date.Day.ToString(CultureInfo.InvariantCulture);
        var french = date.Month == 11 ? "nov" : "déc";
        var english = date.Month == 11 ? "Nov" : "Dec";
        return Regex.IsMatch(text, $@"\b{day} {french}|{english}[a-z]*\.? {date.Day}\b");
    }

    [GeneratedRegex(@"(?:No\.?|ANNULER|CANCEL) (\d{3})\b")]
    private static partial Regex Written();

    [GeneratedRegex(@"(\d)=(?:la suivante|suivante|the next one|next)|(?:la suivante, faites le|next one, press) (\d)")]
    private static partial Regex Next();

    [GeneratedRegex(@"(\d), (\d), (\d)\.")]
    private static partial Regex Spoken();
}
