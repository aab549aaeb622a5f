using System.Collections.Frozen;
using System.Collections.Immutable;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Directory.Hours;
using AppelAide.Host.Twilio;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Conversations;

/// <summary>The line's own time, hours and name: what every turn may say.</summary>
internal sealed class LineClock
{
    private readonly TimeProvider time;
    private readonly TimeZoneInfo zone;
    private readonly OpeningHours hours;
    private readonly FrozenDictionary<string, string> ambient;

    public LineClock(TimeProvider time, IOptions<LineOptions> line, IOptions<TwilioOptions> twilio)
    {
        this.time = time;
        var options = line.Value;
        zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);
        hours = OpeningHours.Weekly(HoursNotation.TryParse(options.Hours, out var ranges, out _) ? ranges : []);
        TransferNumber = options.TransferNumber;
        DefaultLanguage = options.Languages[..2];
        // Before a number is bought, the fictional one of the examples stands for it.
        Phone = twilio.Value.PhoneNumber.Length > 0 ? twilio.Value.PhoneNumber : "+15815550100";
        ambient = new Dictionary<string, string>
        {
            ["line.name.fr"] = options.Name,
            ["line.name.en"] = options.NameEn,
            ["line.phone"] = Phone,
            ["line.transfer"] = options.TransferNumber,
            ["line.english"] = options.SpeaksEnglish ? "yes" : "",
            ["line.offersEnglish"] = options.SpeaksEnglish && !options.FrenchFirst ? "yes" : "",
            ["line.frenchFirst"] = options.FrenchFirst ? "yes" : "",
        }.ToFrozenDictionary();
    }

    /// <summary>The line's own number, E.164.</summary>
    public string Phone { get; }

    /// <summary>The number that <c>0</c> leads to; empty for none.</summary>
    public string TransferNumber { get; }

    /// <summary>The language of a citizen the line does not know.</summary>
    public string DefaultLanguage { get; }

    /// <summary>Now, in the line's time zone.</summary>
    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone);

    /// <summary>The instant of a moment of the line's time zone; of an hour that does not exist, the one after.</summary>
    public DateTimeOffset ToInstant(DateTime local) => ToInstant(local, zone);

    /// <summary>The instant of a moment of any time zone; of an hour that does not exist, the one after.</summary>
    public static DateTimeOffset ToInstant(DateTime local, TimeZoneInfo zone) =>
        zone.IsInvalidTime(local) ? ToInstant(local.AddHours(1), zone) : new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();

    /// <summary>An instant in the line's time zone.</summary>
    public DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    /// <summary>Whether a person answers at a moment of the line's time zone.</summary>
    public OpeningState At(DateTime local) => hours.At(local);

    /// <summary>The engine's view of a moment.</summary>
    public EngineContext Context(DateTimeOffset now, ImmutableDictionary<string, ImmutableArray<string>> hints) => new(now.DateTime, ambient, hints);
}
