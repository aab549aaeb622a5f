using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Trainings.Desk;

/// <summary>
/// A roster that a trainer prints and ticks: large type, black on white, on A4 or Letter as the printer has it. One file that fetches nothing; what
/// citizens gave as names is text in it and nothing else.
/// </summary>
internal sealed class RosterPage
{
    /// <summary>Lines for those who come without having registered.</summary>
    private const int EmptyLines = 3;

    // Padding in points, as the type: 16 pt and more is what CNIB's Clear Print asks for at least (12 to 18).
    private const string Style = """
        @page { margin: 14mm; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 190mm; padding: 12pt; background: #fff; color: #000; font: 16pt/1.35 Arial, Helvetica, "Liberation Sans", "DejaVu Sans", sans-serif; }
        h1 { margin: 0 0 10pt; font-size: 26pt; line-height: 1.15; overflow-wrap: anywhere; }
        h2 { margin: 22pt 0 8pt; font-size: 20pt; break-after: avoid; }
        .kind { margin: 0; font-size: 16pt; }
        .off { margin: 0 0 10pt; padding: 6pt 10pt; border: 3pt solid #000; font-size: 20pt; font-weight: bold; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 3pt 14pt; margin: 0 0 16pt; }
        dt { font-weight: bold; }
        dd { margin: 0; overflow-wrap: anywhere; }
        table { width: 100%; border-collapse: collapse; table-layout: fixed; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        th, td { border: 1pt solid #000; padding: 6pt 8pt; text-align: left; vertical-align: middle; overflow-wrap: anywhere; }
        thead th { border-bottom-width: 2.5pt; }
        tbody th { font-weight: normal; }
        tbody tr { height: 36pt; }
        .tick { width: 100pt; text-align: center; }
        .code { width: 72pt; font-variant-numeric: tabular-nums; }
        .note { width: 28%; }
        .box { display: inline-block; width: 22pt; height: 22pt; border: 2pt solid #000; line-height: 18pt; vertical-align: middle; font-weight: bold; }
        @media print { body { max-width: none; padding: 0 2pt; } }
        """;

    // Accents stay as they are: the page is UTF-8, and somebody may have to read its source.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder page = new();
    private readonly SessionSheet sheet;
    private readonly RosterWords words;

    private RosterPage(SessionSheet sheet, RosterWords words) => (this.sheet, this.words) = (sheet, words);

    /// <summary>The page.</summary>
    public static string Write(SessionSheet sheet, RosterWords words) => new RosterPage(sheet, words).Write();

    private string Write()
    {
        var session = sheet.Session;
        Line("<!DOCTYPE html>");
        Line($"<html lang=\"{(words.Language == "en" ? "en" : "fr")}\">");
        Line("<head>");
        Line("<meta charset=\"utf-8\">");
        Line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        Line($"<title>{Text($"{words.Roster}, {words.Title(session)}, {session.Date:yyyy-MM-dd}")}</title>");
        Line($"<style>\n{Style}\n</style>");
        Line("</head>");
        Line("<body>");
        Line("<main>");
        Line($"<p class=\"kind\">{Text(words.Roster)}</p>");
        Line($"<h1>{Text(words.Title(session))}</h1>");
        if (session.IsCancelled) Line($"<p class=\"off\">{Text(words.CalledOff)}</p>");
        Line("<dl>");
        Fact(words.Date, words.DateOf(session));
        Fact(words.Hours, words.HoursOf(session));
        Fact(words.Place, RosterWords.PlaceOf(sheet));
        Fact(words.Seats, words.SeatsOf(sheet));
        Line("</dl>");
        Roster();
        List(words.Offered, words.Remarks, sheet.Offered, _ => "");
        List(words.Waiting, words.Rank, sheet.Waiting, row => sheet.Plan.Position(row).ToString(CultureInfo.InvariantCulture));
        Line("</main>");
        Line("</body>");
        Line("</html>");
        return page.ToString();
    }

    private void Roster()
    {
        if (!sheet.Registered.Any()) Line($"<p>{Text(words.Nobody)}</p>");
        Head(("tick", words.Present), ("", words.Name), ("code", words.Code), ("note", words.Remarks));
        foreach (var row in sheet.Registered) Row(row, row.Attendance == "absent" ? words.Absent : "");
        for (var i = 0; i < EmptyLines; i++) Line($"<tr><td class=\"tick\">{Box("")}</td><td></td><td class=\"code\"></td><td class=\"note\"></td></tr>");
        Line("</tbody>");
        Line("</table>");
    }

    private void List(string heading, string last, IEnumerable<Registration> rows, Func<Registration, string> said)
    {
        var list = rows.ToList();
        if (list.Count == 0) return;
        Line($"<h2>{Text(heading)}</h2>");
        Head(("tick", words.Present), ("", words.Name), ("code", words.Code), ("note", last));
        foreach (var row in list) Row(row, said(row));
        Line("</tbody>");
        Line("</table>");
    }

    private void Row(Registration row, string last) => Line(
        $"<tr><td class=\"tick\">{Box(row.Attendance == "present" ? "✓" : "")}</td><th scope=\"row\">{Name(row)}</th><td class=\"code\">{Text(row.Code)}</td><td class=\"note\">{Text(last)}</td></tr>");

    private void Head(params (string Class, string Name)[] columns)
    {
        Line("<table>");
        Line($"<thead><tr>{string.Concat(columns.Select(column => $"<th scope=\"col\"{(column.Class.Length > 0 ? $" class=\"{column.Class}\"" : "")}>{Text(column.Name)}</th>"))}</tr></thead>");
        Line("<tbody>");
    }

    private void Fact(string name, string value) => Line($"<dt>{Text(name)}</dt><dd>{Text(value)}</dd>");

    // A mark of writing direction in a name ends with the name; "…42" stays on one line.
    private string Name(Registration row) => $"<bdi>{Text(words.NameOf(row)).Replace("…", "…&#x2060;", StringComparison.Ordinal)}</bdi>";

    private static string Box(string mark) => $"<span class=\"box\">{mark}</span>";

    private static string Text(string text) => Encoder.Encode(DirectoryDefect.Printable(text));

    private void Line(string line) => page.Append(line).Append('\n');
}
