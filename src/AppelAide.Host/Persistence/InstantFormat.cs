using System.Globalization;

namespace AppelAide.Host.Persistence;

/// <summary>How an instant is kept: in UTC, to the millisecond, as text in SQLite (it sorts as time does), as datetime2(3) in SQL Server.</summary>
internal static class InstantFormat
{
    private const string Text = "yyyy-MM-dd HH:mm:ss.fff";

    /// <summary>The length of the text.</summary>
    public const int Length = 23;

    /// <summary>The same instant in UTC without its microseconds: what comes back equals what was kept.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset instant)
    {
        var ticks = instant.UtcTicks;
        return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }

    /// <summary>The text of an instant.</summary>
    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString(Text, CultureInfo.InvariantCulture);

    /// <summary>The text of an instant in UTF-8, <see cref="Length"/> bytes of it.</summary>
    public static void Write(DateTimeOffset instant, Span<byte> utf8) =>
        instant.UtcDateTime.TryFormat(utf8, out _, Text, CultureInfo.InvariantCulture);

    /// <summary>The instant of a text.</summary>
    /// <exception cref="FormatException">It is not such a text.</exception>
    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
