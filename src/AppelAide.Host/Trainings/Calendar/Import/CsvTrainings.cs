using System.Collections.Immutable;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Trainings.Calendar.Publishing;
using CsvHelper;

namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>
/// Reads a partner's table: a row a session, or a series of them. Rows with one <c>id</c> are the sessions of one training, of which the first row says what it is.
/// </summary>
internal sealed class CsvTrainings(CalendarImportOptions options, CalendarDefects defects, DateTimeOffset now)
{
    private static readonly string[] Columns =
    [
        "id", "title_fr", "title_en", "description_fr", "description_en", "kind", "topic", "language", "level", "date", "start", "end", "repeat", "except", "seats", "cost",
        "bring_fr", "bring_en", "access_fr", "access_en", "location", "venue", "dial_in", "contact_name", "contact_phone", "contact_email",
    ];

    private static readonly string[] Required = ["id", "date"];

    /// <summary>The trainings of the file.</summary>
    public PartnerFile Read(string path)
    {
        try
        {
            return CalendarFile.Bytes(path, defects) is { } bytes ? Parse(CalendarFile.Decode(bytes)) : PartnerFile.Unread;
        }
        catch (CsvFormatException error)
        {
            defects.Add(error.LineNumber, "", "cannot be read: it is no table", dropped: true);
            return PartnerFile.Unread;
        }
    }

    private PartnerFile Parse(string text)
    {
        var isBroken = false;
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = SeparatorOf(text),
            TrackLineNumbers = true,
            OnMalformedRecord = record =>
            {
                // What a quote that is never closed swallows may be half of the file.
                isBroken |= record.Reason == CsvMalformedReason.UnterminatedQuote;
                defects.Add(record.LineNumber, "", record.Reason == CsvMalformedReason.UnterminatedQuote ? "a quote is never closed" : "a quote is out of place", dropped: true);
            },
        });
        reader.ReadHeader();
        string[] header = [.. reader.Headers.Select(name => name.Trim().ToLowerInvariant())];
        var missing = Required.Except(header).Concat(header.Contains("title_fr") || header.Contains("title_en") ? [] : ["title_fr"]).ToList();
        foreach (var column in missing)
            defects.Add(1, column, "is not in the header", dropped: true);
        foreach (var column in header.Except(Columns).Where(column => column.Length > 0))
            defects.Add(1, column, "is no column that is read", dropped: false);
        if (missing.Count > 0)
            return PartnerFile.Unread;

        var rows = new List<CsvTraining>();
        var unreadable = ImmutableHashSet.CreateBuilder<string>();
        while (reader.Read())
        {
            if (rows.Count == CalendarFile.MostEvents)
            {
                defects.Add(reader.LineNumber, "", $"there are more than {CalendarFile.MostEvents:N0} rows: give them in several files", dropped: true);
                return PartnerFile.Unread;
            }

            var fields = Enumerable.Range(0, Math.Min(header.Length, reader.FieldCount)).ToLookup(column => header[column], column => reader.GetString(column).Trim());
            var row = new CsvFields((int)reader.LineNumber, name => fields[name].FirstOrDefault() ?? "", defects);
            if (reader.FieldCount > header.Length && Enumerable.Range(header.Length, reader.FieldCount - header.Length).Any(column => reader.GetString(column).Length > 0))
                row.Wrong("", $"there are {reader.FieldCount} fields where the header has {header.Length}");
            var read = new CsvTraining(row, options, now);
            if (row.IsWrong)
                unreadable.Add(row.Text("id"));
            else
                rows.Add(read);
        }

        var trainings = rows.GroupBy(row => row.Uid).Where(group => !unreadable.Contains(group.Key)).Select(group => Training([.. group]));
        return new([.. trainings], unreadable.ToImmutable(), !isBroken);
    }

    private static PartnerTraining Training(CsvTraining[] rows)
    {
        var text = new CalendarText().Line("BEGIN", "VCALENDAR");
        for (var i = 0; i < rows.Length; i++)
            rows[i].WriteTo(text, i);
        text.Line("END", "VCALENDAR");
        // What is written here has no defects.
        var series = CalendarFile.Parse(text.ToString(), new("", new DefectList())).Series;
        return new(rows[0].Uid, rows[0].Line, rows[0].Row, series);
    }

    // Excel writes what the machine's language parts numbers' lists by.
    private static char SeparatorOf(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        return header.Count(';') > header.Count(',') ? ';' : header.Count('\t') > header.Count(',') ? '\t' : ',';
    }
}
