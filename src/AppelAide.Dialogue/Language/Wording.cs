using System.Globalization;

namespace AppelAide.Dialogue.Language;

/// <summary>
/// How values are said on the telephone and written in a text message, in French and English. Tables of our own: a culture's data differ
/// between machines, and a citizen's ear does not. A language other than <c>en</c> is taken for <c>fr</c>.
/// </summary>
public static class Wording
{
    // Beyond this, a date without its year could be taken for the nearer one.
    private const int DaysWithoutYear = 300;
    private const int DaysNamedByWeekday = 6;

    private static readonly string[] FrenchDays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];
    private static readonly string[] FrenchShortDays = ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."];
    private static readonly string[] EnglishDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly string[] FrenchMonths =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    // As the Office québécois de la langue française shortens them.
    private static readonly string[] FrenchShortMonths =
        ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc."];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>
    /// A date: <c>mardi 1er décembre</c>, <c>mar. 1er déc.</c>, <c>Tuesday, December 1</c>, <c>Tue Dec 1</c>. The year is added when the date is
    /// more than 300 days from today.
    /// </summary>
    /// <param name="date">The date.</param>
    /// <param name="today">Today, where the citizen is.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="channel">Said or written.</param>
    public static string Date(DateOnly date, DateOnly today, string language, Channel channel)
    {
        var weekday = (int)date.DayOfWeek;
        var month = date.Month - 1;
        var withYear = Math.Abs(date.DayNumber - today.DayNumber) > DaysWithoutYear;
        var isVoice = channel == Channel.Voice;
        if (IsEnglish(language))
        {
            var english = isVoice
                ? $"{EnglishDays[weekday]}, {EnglishMonths[month]} {Number(date.Day)}"
                : $"{EnglishDays[weekday][..3]} {EnglishMonths[month][..3]} {Number(date.Day)}";
            return withYear ? $"{english}, {Number(date.Year)}" : english;
        }

        var day = date.Day == 1 ? "1er" : Number(date.Day);
        var french = isVoice
            ? $"{FrenchDays[weekday]} {day} {FrenchMonths[month]}"
            : $"{FrenchShortDays[weekday]} {day} {FrenchShortMonths[month]}";
        return withYear ? $"{french} {Number(date.Year)}" : french;
    }

    /// <summary>
    /// A near day by its everyday name: <c>aujourd'hui</c>, <c>demain</c>, then the day of the week up to 6 days ahead; null for any other day.
    /// </summary>
    /// <param name="date">The date.</param>
    /// <param name="today">Today, where the citizen is.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    public static string? RelativeDay(DateOnly date, DateOnly today, string language) => (date.DayNumber - today.DayNumber) switch
    {
        0 => IsEnglish(language) ? "today" : "aujourd'hui",
        1 => IsEnglish(language) ? "tomorrow" : "demain",
        > 1 and <= DaysNamedByWeekday => (IsEnglish(language) ? EnglishDays : FrenchDays)[(int)date.DayOfWeek],
        _ => null,
    };

    /// <summary>
    /// A time of day: <c>14 heures 30</c>, <c>midi</c>, <c>2:30 p.m.</c>; written <c>14h30</c>, <c>13h</c>, <c>2:30 pm</c>. Seconds are dropped.
    /// </summary>
    /// <param name="time">The time.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="channel">Said or written.</param>
    public static string Time(TimeOnly time, string language, Channel channel)
    {
        if (time.Minute == 0 && time.Hour is 0 or 12)
            return (time.Hour, IsEnglish(language)) switch
            {
                (0, false) => "minuit",
                (0, true) => "midnight",
                (_, false) => "midi",
                (_, true) => "noon",
            };

        var isVoice = channel == Channel.Voice;
        var minutes = time.Minute.ToString("00", CultureInfo.InvariantCulture);
        if (IsEnglish(language))
        {
            var hour = Number((time.Hour + 11) % 12 + 1);
            var half = (time.Hour < 12, isVoice) switch
            {
                (true, true) => "a.m.",
                (true, false) => "am",
                (false, true) => "p.m.",
                (false, false) => "pm",
            };
            return time.Minute == 0 ? $"{hour} {half}" : $"{hour}:{minutes} {half}";
        }

        if (!isVoice)
            return time.Minute == 0 ? $"{Number(time.Hour)}h" : $"{Number(time.Hour)}h{minutes}";
        var hours = Count(time.Hour, "heure", "heures", language);
        return time.Minute == 0 ? hours : $"{hours} {Number(time.Minute)}";
    }

    /// <summary>
    /// A day and a time, the day by its everyday name up to 6 days ahead: <c>demain à 9 heures</c>, <c>mardi à 9h</c>; then by its date:
    /// <c>mardi 1er décembre à 13 heures 30</c>, <c>mar. 1er déc. 13h30</c>, <c>Tuesday, December 1, at 1:30 p.m.</c>
    /// </summary>
    /// <param name="moment">The moment, where the citizen is.</param>
    /// <param name="today">Today, where the citizen is.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="channel">Said or written.</param>
    public static string Moment(DateTime moment, DateOnly today, string language, Channel channel)
    {
        var date = DateOnly.FromDateTime(moment);
        var time = Time(TimeOnly.FromDateTime(moment), language, channel);
        var isEnglish = IsEnglish(language);
        if (RelativeDay(date, today, language) is { } day)
            return isEnglish ? $"{day} at {time}" : $"{day} à {time}";

        var full = Date(date, today, language, channel);
        return (isEnglish, channel) switch
        {
            (false, Channel.Voice) => $"{full} à {time}",
            (false, _) => $"{full} {time}",
            (true, Channel.Voice) => $"{full}, at {time}",
            (true, _) => $"{full}, {time}",
        };
    }

    /// <summary>
    /// A telephone number as people here dial it: <c>4 1 8, 5 5 5, 0 1 3 7</c> said, <c>418-555-0137</c> written; a toll-free one with its 1.
    /// Numbers from elsewhere keep their plus sign; short numbers (<c>911</c>) are said digit by digit.
    /// </summary>
    /// <param name="number">E.164, or a short number.</param>
    /// <param name="channel">Said or written.</param>
    public static string Phone(string number, Channel channel)
    {
        if (number is not ['+', '1', ..] || number.Length != 12)
            return channel == Channel.Voice ? string.Join(' ', number.Where(char.IsAsciiDigit)) : number;

        string[] groups = [number[2..5], number[5..8], number[8..]];
        if (groups[0] is "800" or "833" or "844" or "855" or "866" or "877" or "888")
            groups = ["1", .. groups];
        return channel == Channel.Voice
            ? string.Join(", ", groups.Select(group => string.Join(' ', group.AsEnumerable())))
            : string.Join('-', groups);
    }

    /// <summary>A code read one character at a time, with time to write it down: <c>4, 7, 2</c>.</summary>
    /// <param name="code">Digits or letters.</param>
    public static string Digits(string code) => string.Join(", ", code.Where(char.IsAsciiLetterOrDigit));

    /// <summary>A distance to the nearest kilometre: <c>12 kilomètres</c>, <c>12 km</c>, <c>moins d'un kilomètre</c>.</summary>
    /// <param name="kilometres">In kilometres.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="channel">Said or written.</param>
    public static string Distance(double kilometres, string language, Channel channel)
    {
        var isVoice = channel == Channel.Voice;
        var isEnglish = IsEnglish(language);
        if (!(kilometres >= 1))
            return (isEnglish, isVoice) switch
            {
                (false, true) => "moins d'un kilomètre",
                (false, false) => "moins d'un km",
                (true, true) => "less than a kilometre",
                (true, false) => "less than 1 km",
            };

        // No two places on Earth are farther apart.
        var rounded = (int)Math.Round(Math.Min(kilometres, 20_037), MidpointRounding.AwayFromZero);
        if (!isVoice)
            return $"{Number(rounded)} km";
        return isEnglish ? Count(rounded, "kilometre", "kilometres", language) : Count(rounded, "kilomètre", "kilomètres", language);
    }

    /// <summary>
    /// An amount: <c>12 dollars</c>, <c>12 dollars et 50 cents</c>, <c>12,50 $</c>, <c>$12.50</c>; nothing to pay is <c>gratuit</c>, <c>free</c>.
    /// </summary>
    /// <param name="dollars">In dollars, 0 or more; rounded to the cent.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="channel">Said or written.</param>
    public static string Money(decimal dollars, string language, Channel channel)
    {
        var isEnglish = IsEnglish(language);
        var rounded = Math.Round(dollars, 2, MidpointRounding.AwayFromZero);
        if (rounded <= 0)
            return isEnglish ? "free" : "gratuit";

        var whole = decimal.Truncate(rounded);
        var cents = (int)((rounded - whole) * 100);
        if (channel != Channel.Voice)
        {
            var amount = rounded.ToString(cents == 0 ? "0" : "0.00", CultureInfo.InvariantCulture);
            return isEnglish ? $"${amount}" : $"{amount.Replace('.', ',')} $";
        }

        var saidDollars = $"{whole.ToString("0", CultureInfo.InvariantCulture)} {(whole < 2 ? "dollar" : "dollars")}";
        var saidCents = Count(cents, "cent", "cents", language);
        return (whole, cents) switch
        {
            (0, _) => saidCents,
            (_, 0) => saidDollars,
            _ => isEnglish ? $"{saidDollars} and {saidCents}" : $"{saidDollars} et {saidCents}",
        };
    }

    /// <summary>A number of things. French takes the singular for 0 and 1 (<c>0 place</c>), English for 1 alone (<c>0 seats</c>).</summary>
    /// <param name="number">How many.</param>
    /// <param name="singular">One of them.</param>
    /// <param name="plural">Several of them.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    public static string Count(int number, string singular, string plural, string language)
    {
        var isSingular = number is 1 or -1 || (number == 0 && !IsEnglish(language));
        return $"{Number(number)} {(isSingular ? singular : plural)}";
    }

    private static bool IsEnglish(string language) => language == "en";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
