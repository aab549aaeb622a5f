using System.Globalization;
using CsvHelper;

namespace AppelAide.Host.Trainings.Desk;

/// <summary>
/// Registrations as a table for a spreadsheet: UTF-8 with a byte order mark, by which Excel knows the accents. A field that a spreadsheet would run as a
/// formula is given an apostrophe (OWASP, CSV injection).
/// </summary>
internal static class RegistrationTable
{
    /// <summary>The columns, as the README tells them.</summary>
    public static readonly string[] Columns =
        ["session", "date", "start", "end", "title", "where", "town", "code", "name", "name_recorded", "telephone", "state", "position", "registered_at", "attendance"];

    /// <summary>Writes the registrations of sessions.</summary>
    /// <param name="to">Where.</param>
    /// <param name="sheets">The sessions.</param>
    /// <param name="separator">What parts columns: Excel in French wants semicolons.</param>
    /// <returns>How many there are.</returns>
    public static int Write(Stream to, IEnumerable<SessionSheet> sheets, char separator = ',')
    {
        using var writer = CsvWriter.Create(to, new CsvWriterOptions { WriteByteOrderMark = true, Injection = CsvInjection.Escape, Separator = separator }, leaveOpen: true);
        foreach (var column in Columns) writer.WriteField(column);
        writer.EndRecord();
        var count = 0;
        foreach (var sheet in sheets)
        {
            var session = sheet.Session;
            foreach (var row in sheet.Registered.Concat(sheet.Offered).Concat(sheet.Waiting).Concat(sheet.Cancelled))
            {
                string[] fields =
                [
                    session.Id,
                    session.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    session.IsAllDay ? "" : session.StartsAt.ToString("HH:mm", CultureInfo.InvariantCulture),
                    session.IsAllDay ? "" : session.EndsAt.ToString("HH:mm", CultureInfo.InvariantCulture),
                    session.Training.Title.Fr,
                    session.Where,
                    sheet.Town,
                    row.Code,
                    row.Name,
                    row.NameRecording is null ? "" : "yes",
                    row.Tail.Length > 0 ? "…" + row.Tail : "",
                    row.State,
                    row.State == Registrations.Registration.Waiting ? sheet.Plan.Position(row).ToString(CultureInfo.InvariantCulture) : "",
                    row.RegisteredAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                    row.Attendance ?? "",
                ];
                foreach (var field in fields) writer.WriteField(field);
                writer.EndRecord();
                count++;
            }
        }

        return count;
    }
}
