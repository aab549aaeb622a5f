using AppelAide.Host.Directory;
using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Trainings.Desk;

/// <summary>Staff note who came, from the day of the session on.</summary>
internal sealed class AttendanceDesk(DirectorySource directory, AttendanceStore attendance, TimeProvider time)
{
    /// <summary>Notes who came.</summary>
    /// <returns>What was noted, or why nothing was.</returns>
    public Task<AttendanceMarks> NoteAsync(TrainingSession session, AttendanceSheet sheet, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, directory.Current.Places.TimeZoneOf(session.Location.PlaceId)).DateTime);
        if (session.IsCancelled) return Refused($"{session.Id} is cancelled: nobody came.");
        if (today < session.Date) return Refused($"{session.Id} is on {session.Date:yyyy-MM-dd}: who came is noted from that day on.");
        return attendance.NoteAsync(session.Id, sheet.Read, now, ct);
    }

    private static Task<AttendanceMarks> Refused(string why) => Task.FromResult(new AttendanceMarks(new Dictionary<long, bool>(), [why]));
}
