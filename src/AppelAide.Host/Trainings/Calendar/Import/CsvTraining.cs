using System.Globalization;
using AppelAide.Host.Trainings.Calendar.Publishing;

namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>A row of a partner's table.</summary>
internal sealed class CsvTraining
{
    private const int Title = 300;
    private const int Long = 4_000;

    private readonly DateOnly date;
    private readonly TimeOnly? start;
    private readonly TimeOnly? end;
    private readonly string repeat;
    private readonly DateOnly[] except;
    private readonly string location;

    /// <param name="row">The row; what is wrong with it is told there.</param>
    /// <param name="options">What a row may leave out.</param>
    /// <param name="now">The time.</param>
    public CsvTraining(CsvFields row, CalendarImportOptions options, DateTimeOffset now)
    {
        Line = row.Line;
        Uid = row.Words("id", 400);
        if (Uid.Length == 0)
            row.Wrong("id", "is empty");
        (start, end) = (row.Time("start"), row.Time("end"));
        repeat = row.Text("repeat");
        if (repeat.StartsWith("RRULE:", StringComparison.OrdinalIgnoreCase)) repeat = repeat["RRULE:".Length..];
        except = [.. row.Dates("except")];
        location = row.Words("location", Title);
        if (row.Date("date") is { } day)
        {
            date = day;
            CheckTimes(row, now);
        }

        Row = new()
        {
            TitleFr = row.Words("title_fr", Title),
            TitleEn = row.Words("title_en", Title),
            DescriptionFr = row.Words("description_fr", Long),
            DescriptionEn = row.Words("description_en", Long),
            Kind = row.OneOf("kind", options.Kind, "training", "meeting", "group", "workshop", "culture"),
            Topic = row.Words("topic", 32) is { Length: > 0 } topic ? topic.ToLowerInvariant() : options.Topic,
            Language = row.OneOf("language", options.Language, "fr", "en", "fr,en", "en,fr"),
            Level = row.OneOf("level", "", "beginner", "intermediate", "advanced", "all"),
            Seats = row.Seats("seats", options.Seats),
            Cost = row.Cost("cost", options.Cost),
            BringFr = row.Words("bring_fr", Long),
            BringEn = row.Words("bring_en", Long),
            AccessFr = row.Words("access_fr", Long),
            AccessEn = row.Words("access_en", Long),
            Venue = row.Words("venue", Title),
            DialIn = row.Phone("dial_in"),
            ContactName = row.Words("contact_name", Title),
            ContactPhone = row.Phone("contact_phone"),
            ContactEmail = row.Email("contact_email"),
        };
        if (Row.TitleFr.Length + Row.TitleEn.Length == 0)
            row.Wrong("title_fr", "is empty, and so is title_en");
    }

    /// <summary>Where it is in the file.</summary>
    public int Line { get; }

    /// <summary>The training's name in the file.</summary>
    public string Uid { get; }

    /// <summary>What it says of the training.</summary>
    public TrainingRow Row { get; }

    /// <summary>Writes its dates as an event, by which they are known again.</summary>
    public void WriteTo(CalendarText text, int number)
    {
        text.Line("BEGIN", "VEVENT").Text("UID", string.Create(CultureInfo.InvariantCulture, $"{Uid}#{number}"));
        if (start is { } from && end is { } to)
            text.Line("DTSTART", CalendarText.Local(date.ToDateTime(from))).Line("DTEND", CalendarText.Local(date.ToDateTime(to)));
        else
            text.Line("DTSTART;VALUE=DATE", CalendarText.Date(date));
        if (repeat.Length > 0)
            text.Line("RRULE", repeat);
        if (except.Length > 0)
            text.Line("EXDATE;VALUE=DATE", string.Join(',', except.Select(CalendarText.Date)));
        text.Text("LOCATION", location).Text("SUMMARY", $"{Row.TitleFr} / {Row.TitleEn}").Line("END", "VEVENT");
    }

    private void CheckTimes(CsvFields row, DateTimeOffset now)
    {
        if (start is null != end is null && !row.IsWrong)
            row.Wrong(start is null ? "start" : "end", $"is empty and {(start is null ? "end" : "start")} is not: leave both empty for a whole day");
        else if (end <= start)
            row.Wrong("end", string.Create(CultureInfo.InvariantCulture, $"{end:HH:mm} is not after the start, {start:HH:mm}"));
        var first = new CalendarMoment(date.ToDateTime(start ?? TimeOnly.MinValue), null, start is null);
        if (repeat.Length > 0)
            row.Rule("repeat", first);
        else if (except.Length > 0)
            row.Wrong("except", "says dates of what does not repeat");
        else if (date < DateOnly.FromDateTime(now.UtcDateTime.AddDays(-1)))
            row.Note("date", string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd} is in the past: the session is left out"));
    }
}
