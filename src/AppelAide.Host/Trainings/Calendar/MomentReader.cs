using System.Globalization;

namespace AppelAide.Host.Trainings.Calendar;

/// <summary>Reads dates, times and durations as calendars write them (RFC 5545, 3.3.4 to 3.3.6).</summary>
internal static class MomentReader
{
    private const string DateAndTime = "yyyyMMdd'T'HHmmss";

    // What a session of a training may last is far less; the sum stays within the calendar.
    private const int MostDays = 3_660;

    /// <summary>A date, a local time or one of UTC; null for what is none, such as 20260230. A date with a Z, as Google writes it, is a date.</summary>
    public static CalendarMoment? Read(string text)
    {
        text = text.Trim();
        var isUtc = text.EndsWith('Z');
        var plain = isUtc ? text[..^1] : text;
        if (plain.Length == 8 && DateTime.TryParseExact(plain, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return new(date, null, true);
        // A leap second is the second after it for all who go to a training.
        if (plain.Length == 15 && plain.EndsWith("60", StringComparison.Ordinal)) plain = plain[..13] + "59";
        return DateTime.TryParseExact(plain, DateAndTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new(local, isUtc ? CalendarZone.Utc : null, false)
            : null;
    }

    /// <summary>A duration: its days, that are as long as the clock makes them, and the rest of it; null for what is none.</summary>
    public static (int Days, TimeSpan Time)? ReadDuration(string text)
    {
        text = text.Trim();
        var sign = text.StartsWith('-') ? -1 : 1;
        var rest = text.AsSpan().TrimStart("+-");
        if (rest.Length < 3 || rest[0] != 'P') return null;
        var (days, time, number, digits, inTime) = (0L, TimeSpan.Zero, 0L, 0, false);
        foreach (var unit in rest[1..])
        {
            if (char.IsAsciiDigit(unit))
            {
                if (++digits > 8) return null;
                number = number * 10 + unit - '0';
                continue;
            }

            if (unit == 'T' && !inTime && digits == 0)
            {
                inTime = true;
                continue;
            }

            if (digits == 0) return null;
            switch (unit)
            {
                case 'W' when !inTime: days += 7 * number; break;
                case 'D' when !inTime: days += number; break;
                case 'H' when inTime: time += TimeSpan.FromHours(number); break;
                case 'M' when inTime: time += TimeSpan.FromMinutes(number); break;
                case 'S' when inTime: time += TimeSpan.FromSeconds(number); break;
                default: return null;
            }

            (number, digits) = (0, 0);
        }

        return digits > 0 || days > MostDays || time.TotalDays > MostDays ? null : ((int)days * sign, time * sign);
    }
}
