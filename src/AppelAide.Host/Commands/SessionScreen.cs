using System.Globalization;
using AppelAide.Host.Trainings;
using AppelAide.Host.Trainings.Desk;
using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Commands;

/// <summary>Sessions in the terminal.</summary>
internal static class SessionScreen
{
    private static readonly RosterWords Words = new("en");

    /// <summary>The list.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<SessionLine> lines)
    {
        if (lines.Count == 0) return ["There is no such session."];
        var widest = lines.Max(line => line.Session.Id.Length);
        return lines.Select(line => Line(line, widest));
    }

    /// <summary>Everything of a session.</summary>
    /// <param name="sheet">The session.</param>
    /// <param name="local">A moment in the line's time zone.</param>
    public static IEnumerable<string> Lines(SessionSheet sheet, Func<DateTimeOffset, DateTimeOffset> local)
    {
        var (session, training) = (sheet.Session, sheet.Session.Training);
        yield return $"{session.Id}: {training.Title.Fr} ({training.Title.En})";
        yield return $"{session.Date:yyyy-MM-dd} {Hours(session)}{(session.IsCancelled ? ", CANCELLED" : "")}";
        foreach (var (name, value) in Facts(sheet))
        {
            if (value.Length > 0) yield return $"{name}: {value}";
        }

        foreach (var line in People("Registered", sheet.Registered, row => "")) yield return line;
        foreach (var line in People("Offered a seat", sheet.Offered, row => row.OfferedUntil is { } until ? $", until {local(until):yyyy-MM-dd HH:mm}" : "")) yield return line;
        foreach (var line in People("Waiting", sheet.Waiting, row => FormattableString.Invariant($", number {sheet.Plan.Position(row)} in line"))) yield return line;
        foreach (var line in People("Cancelled", sheet.Cancelled, row => "")) yield return line;
    }

    /// <summary>Who it is, in a sentence: by name, and the last two digits of the telephone.</summary>
    public static string Who(Registration row) => row.Name.Length > 0 && row.Tail.Length > 0 ? $"{row.Name} (…{row.Tail})" : row.Name.Length > 0 ? row.Name : Words.NameOf(row);

    /// <summary>How many seats are taken, of how many; overbooked is said.</summary>
    public static string Seats(SessionSheet sheet) => Words.SeatsOf(sheet) + (sheet.Over > 0 ? " (overbooked)" : "");

    private static IEnumerable<(string Name, string Value)> Facts(SessionSheet sheet)
    {
        var (session, training) = (sheet.Session, sheet.Session.Training);
        yield return ("Where", RosterWords.PlaceOf(sheet));
        yield return ("By telephone", training.DialIn);
        yield return ("Given by", $"{training.Organization} [{training.OrganizationId}]");
        yield return ("Kind", string.Join(", ", new[] { training.Kind, training.Topic, training.Language, training.Level }.Where(part => part.Length > 0)));
        yield return ("Cost", training.Cost > 0 ? string.Create(CultureInfo.InvariantCulture, $"{training.Cost:0.00} $") : "free");
        yield return ("Bring", training.Bring.Fr);
        yield return ("Note", session.Note.Fr.Length == 0 ? "" : session.Note.En == session.Note.Fr ? session.Note.Fr : $"{session.Note.Fr} ({session.Note.En})");
        yield return ("Changes told", session.Revision > 0 ? session.Revision.ToString(CultureInfo.InvariantCulture) : "");
        yield return ("Seats", Seats(sheet));
    }

    private static IEnumerable<string> People(string heading, IEnumerable<Registration> rows, Func<Registration, string> more)
    {
        var list = rows.ToList();
        if (list.Count == 0) yield break;
        yield return FormattableString.Invariant($"{heading}: {list.Count}");
        foreach (var row in list)
            yield return $"  {row.Code}  {Who(row)}{more(row)}{(row.Stopped ? ", wants no messages" : "")}{(row.Attendance is { } attendance ? $", {attendance}" : "")}";
    }

    private static string Line(SessionLine line, int widest)
    {
        var session = line.Session;
        var where = line.Town.Length == 0 || session.Where.Contains(line.Town, StringComparison.Ordinal) ? session.Where : $"{session.Where}, {line.Town}";
        var seats = session.Seats is { } all ? FormattableString.Invariant($"{line.Taken}/{all}") : line.Taken.ToString(CultureInfo.InvariantCulture);
        var waiting = line.Waiting > 0 ? FormattableString.Invariant($", {line.Waiting} waiting") : "";
        var over = line.Taken > session.Seats ? ", overbooked" : "";
        return $"{session.Id.PadRight(widest)}  {session.Date:yyyy-MM-dd}  {(session.IsAllDay ? "" : session.StartsAt.ToString("HH:mm", CultureInfo.InvariantCulture)),5}  {(session.IsCancelled ? "CANCELLED  " : "")}{session.Training.Title.Fr}; {where}; {seats}{over}{waiting}";
    }

    private static string Hours(TrainingSession session) => session.IsAllDay ? "all day" : $"{session.StartsAt:HH\\:mm} to {session.EndsAt:HH\\:mm}";
}
