using AppelAide.Dialogue;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Conversations;

namespace AppelAide.Host.Console;

/// <summary>How a page says things: two languages side by side in the code, so that no word is missing in one, and times as people say them.</summary>
/// <param name="clock">The line's time zone.</param>
/// <param name="language"><c>fr</c> or <c>en</c>.</param>
internal sealed class ConsoleWords(LineClock clock, string language)
{
    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public string Language { get; } = language;

    /// <summary>Now, in the line's time zone.</summary>
    public DateTimeOffset Now => clock.Now;

    private bool IsFrench => Language != "en";

    /// <summary>A text in the language of the page.</summary>
    public string T(string french, string english) => IsFrench ? french : english;

    /// <summary>A date: "mardi 3 décembre"; with its year when it is not this one.</summary>
    public string Day(DateOnly date) => Wording.Date(date, DateOnly.FromDateTime(clock.Now.DateTime), Language, Channel.Voice);

    /// <summary>An instant's hour in the line's time zone: "14 h 30", "2:30 pm".</summary>
    public string Clock(DateTimeOffset instant) => Hour(TimeOnly.FromDateTime(clock.ToLocal(instant).DateTime));

    /// <summary>An hour: "14 h 30", "2:30 pm".</summary>
    public string Hour(TimeOnly time) => IsFrench
        ? $"{time.Hour}\u00A0h{(time.Minute == 0 ? "" : $"\u00A0{time.Minute:00}")}"
        : $"{(time.Hour % 12 == 0 ? 12 : time.Hour % 12)}:{time.Minute:00}\u00A0{(time.Hour < 12 ? "am" : "pm")}";

    /// <summary>An instant: "mardi 3 décembre, 14 h 30".</summary>
    public string Moment(DateTimeOffset instant) => $"{Day(DateOnly.FromDateTime(clock.ToLocal(instant).DateTime))}, {Clock(instant)}";

    /// <summary>A number of seconds: "2 min 5 s".</summary>
    public string Seconds(double seconds)
    {
        var whole = (long)Math.Round(seconds);
        return whole < 60 ? $"{whole}\u00A0s" : whole < 3600 ? $"{whole / 60}\u00A0min{(whole % 60 == 0 ? "" : $"\u00A0{whole % 60}\u00A0s")}" : $"{whole / 3600}\u00A0h\u00A0{whole % 3600 / 60:00}";
    }

    /// <summary>So many people.</summary>
    public string People(int people) => people switch
    {
        0 => T("personne", "nobody"),
        1 => T("1 personne", "1 person"),
        _ => T($"{Number(people)} personnes", $"{Number(people)} people"),
    };

    /// <summary>A number, its thousands apart.</summary>
    public string Number(long number) => number.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture).Replace(",", IsFrench ? "\u00A0" : ",", StringComparison.Ordinal);

    /// <summary>A telephone of which the end alone is shown.</summary>
    public string Masked(string tail) => tail.Length > 0 ? $"•••-••{tail}" : T("numéro masqué", "hidden number");
}
