using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using AppelAide.Host.Directory;
using Microsoft.Net.Http.Headers;

namespace AppelAide.Host.Trainings.Calendar.Publishing;

/// <summary>
/// The calendars that were asked for, of one directory and one day: anybody may ask, and programs that subscribe ask the same again and again. Thrown away with
/// the directory.
/// </summary>
internal static class CalendarFeeds
{
    // More different wishes than a region has; whoever makes up others has them written each time.
    private const int Most = 64;

    private static readonly ConditionalWeakTable<DirectorySnapshot, ConcurrentDictionary<(CalendarWish, PublishedLine, DateOnly), (byte[], EntityTagHeaderValue)>> Written = [];

    /// <summary>A calendar, and the tag by which a program knows it again.</summary>
    public static (byte[] Body, EntityTagHeaderValue Tag) Of(DirectorySnapshot directory, CalendarWish wish, PublishedLine line, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var feeds = Written.GetValue(directory, _ => []);
        if (feeds.TryGetValue((wish, line, today), out var feed))
            return feed;
        var body = Encoding.UTF8.GetBytes(new CalendarWriter(directory, line, wish.Words).Write(wish.Choose(directory, today)));
        feed = (body, new($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\""));
        if (feeds.Count >= Most)
            feeds.Clear();
        feeds[(wish, line, today)] = feed;
        return feed;
    }
}
