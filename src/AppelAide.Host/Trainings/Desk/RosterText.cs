using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Trainings.Desk;

/// <summary>A roster for a terminal. What a citizen gave as a name cannot move the cursor or ring the bell.</summary>
internal static class RosterText
{
    private const int Widest = 40;

    /// <summary>The lines of it.</summary>
    public static IEnumerable<string> Lines(SessionSheet sheet, RosterWords words)
    {
        var session = sheet.Session;
        yield return Printable(words.Heading(session));
        if (session.IsCancelled) yield return words.CalledOff;
        yield return $"{words.DateOf(session)}, {words.HoursOf(session)}";
        yield return Printable(RosterWords.PlaceOf(sheet));
        yield return $"{words.Seats}{words.Colon} {words.SeatsOf(sheet)}";
        yield return "";
        if (!sheet.Registered.Any()) yield return words.Nobody;
        foreach (var row in sheet.Registered)
            yield return $"[{Mark(row)}]  {row.Code}  {Name(row, words).PadRight(Widest)}  ____________________";
        foreach (var (heading, rows) in new[] { (words.Offered, sheet.Offered.ToList()), (words.Waiting, sheet.Waiting.ToList()) })
        {
            if (rows.Count == 0) continue;
            yield return "";
            yield return heading + words.Colon;
            for (var i = 0; i < rows.Count; i++) yield return FormattableString.Invariant($"{i + 1,3}  {rows[i].Code}  {Name(rows[i], words)}{Came(rows[i], words)}");
        }
    }

    private static char Mark(Registration row) => row.Attendance switch { "present" => 'x', "absent" => '-', _ => ' ' };

    private static string Came(Registration row, RosterWords words) => row.Attendance == "present" ? $"  {words.Present}" : "";

    private static string Name(Registration row, RosterWords words) => Printable(words.NameOf(row));

    private static string Printable(string text) => DirectoryDefect.Printable(text);
}
