using System.Globalization;

namespace AppelAide.Host.Trainings.Search;

/// <summary>The parts of a day.</summary>
internal static class HourOfDay
{
    private const int Noon = 12, Evening = 17, FirstOfMorning = 7;

    /// <summary>The part that a time is in.</summary>
    public static string PartOf(TimeOnly time) => time.Hour switch
    {
        < Noon => "morning",
        < Evening => "afternoon",
        _ => "evening",
    };

    /// <summary>The part of the hour that words name ("à 19h", "after 6 pm"); empty for none.</summary>
    public static string Named(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var digits = 0;
            while (digits < words[i].Length && char.IsAsciiDigit(words[i][digits])) digits++;
            if (digits is 0 or > 2) continue;
            var ending = digits < words[i].Length ? words[i][digits..] : i + 1 < words.Length ? words[i + 1] : "";
            // "18h30"
            if (ending.Length is 2 or 3 && ending[0] == 'h' && ending[1..].All(char.IsAsciiDigit)) ending = "h";
            var hour = int.Parse(words[i][..digits], CultureInfo.InvariantCulture);
            if (ending is "pm" && hour < Noon) hour += Noon;
            else if (ending is "h" or "heure" or "heures" && hour is > 0 and < FirstOfMorning) hour += Noon;
            if (ending is "h" or "heure" or "heures" or "am" or "pm" && hour < 24) return PartOf(new(hour, 0));
        }

        return "";
    }
}
