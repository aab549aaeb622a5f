using AppelAide.Host.Conversations;
using AppelAide.Host.Directory.Hours;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Outbox;

/// <summary>When a citizen may be written to or called first, by the clock on their own wall (FIELD: When the line may call or write first).</summary>
internal sealed class SendingHours(IOptions<OutboxOptions> outbox, IOptions<LineOptions> line)
{
    private readonly OpeningHours hours = OpeningHours.Weekly(HoursNotation.TryParse(outbox.Value.Hours, out var ranges, out _) ? ranges : []);

    /// <summary>A time zone of the directory; the line's own when it is not known.</summary>
    public TimeZoneInfo Zone(string? id) => TimeZoneInfo.FindSystemTimeZoneById(string.IsNullOrEmpty(id) ? line.Value.TimeZone : id);

    /// <summary>The moment itself when it is a decent one, else the next that is.</summary>
    public DateTimeOffset Next(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var state = hours.At(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
        return state.IsOpen || state.OpensAt is not { } opens ? moment : LineClock.ToInstant(opens, zone);
    }

    /// <summary>The first decent moment of the next day.</summary>
    public DateTimeOffset NextDay(DateTimeOffset moment, TimeZoneInfo zone) => Next(LineClock.ToInstant(TimeZoneInfo.ConvertTime(moment, zone).Date.AddDays(1), zone), zone);

    /// <summary>When the citizen's day began.</summary>
    public static DateTimeOffset DayBegan(DateTimeOffset moment, TimeZoneInfo zone) => LineClock.ToInstant(TimeZoneInfo.ConvertTime(moment, zone).Date, zone);
}
