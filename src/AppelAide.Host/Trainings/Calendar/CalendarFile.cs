using System.Collections.Immutable;
using System.Text;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Trainings.Calendar;

/// <summary>The events of an iCalendar file.</summary>
/// <param name="Series">Each event with what became of its occurrences, in the file's order.</param>
/// <param name="Unreadable">Events of which some part could not be read: nothing may be concluded from their absence.</param>
/// <param name="IsWhole">Whether all of the file was read; nothing may be concluded from what is missing in one that was cut off.</param>
internal sealed record CalendarFile(ImmutableArray<EventSeries> Series, ImmutableHashSet<string> Unreadable, bool IsWhole)
{
    /// <summary>The largest file, in bytes: a town's events of a year are a hundredth of it.</summary>
    public const int LargestFile = 5 << 20;

    /// <summary>The most events.</summary>
    public const int MostEvents = 5_000;

    private static readonly CalendarFile Unread = new([], [], false);

    /// <summary>Reads a file. Never throws for what it holds: what is wrong is told.</summary>
    public static CalendarFile Read(string path, CalendarDefects defects) => Bytes(path, defects) is { } bytes ? Parse(Decode(bytes), defects) : Unread;

    /// <summary>Reads a text.</summary>
    public static CalendarFile Parse(string text, CalendarDefects defects)
    {
        var (calendars, isWhole) = ComponentReader.Read(text, defects);
        var zones = new ZoneFinder(calendars, defects);
        var reader = new EventReader(zones, defects);
        var events = new List<CalendarEvent>();
        var unreadable = ImmutableHashSet.CreateBuilder<string>();
        foreach (var component in calendars.SelectMany(calendar => calendar.Children).Where(child => child.Name == "VEVENT"))
        {
            if (events.Count == MostEvents)
            {
                defects.Add(component.Line, "", $"there are more than {MostEvents:N0} events: give them in several files", dropped: true);
                return Unread;
            }

            if (reader.Read(component) is { } read)
                events.Add(read);
            else
                unreadable.Add(component.Text("UID"));
        }

        var series = events.GroupBy(read => read.Uid).Select(group => EventSeries.Of(group.Key, group, zones)).OfType<EventSeries>();
        return new([.. series], unreadable.ToImmutable(), isWhole);
    }

    /// <summary>The bytes of a file of a partner; null, and told, when there are none or too many.</summary>
    public static byte[]? Bytes(string path, CalendarDefects defects)
    {
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
                defects.Add(0, "", "is not there", dropped: true);
            else if (info.Length > LargestFile)
                defects.Add(0, "", $"is larger than {LargestFile >> 20} MB: it is no calendar of a partner", dropped: true);
            else
                return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            defects.Add(0, "", $"cannot be read: {DirectoryDefect.Printable(error.Message)}", dropped: true);
        }

        return null;
    }

    /// <summary>The text of a file: UTF-8, or what Windows saved.</summary>
    public static string Decode(byte[] bytes)
    {
        var content = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content);
        }
    }
}
