using AppelAide.Host.Persistence;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary>Who came. Noted whole or not at all, and noted again when it was wrong.</summary>
internal sealed class AttendanceStore(Database database, RegistrationStore registrations)
{
    private const string Note = "UPDATE registration SET attendance = @Attendance, updated_at = @Now WHERE id = @Id";

    /// <summary>Notes who was there and who was not.</summary>
    /// <param name="session">The session.</param>
    /// <param name="read">What to note, from the registrations as they stand.</param>
    /// <param name="now">The moment.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What was read; nothing of it is noted when it has mistakes.</returns>
    public Task<AttendanceMarks> NoteAsync(string session, Func<IReadOnlyList<Registration>, AttendanceMarks> read, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync(
            scope =>
            {
                var marks = read(registrations.Lock(scope, session, null)?.Rows ?? []);
                if (marks.Mistakes.Count > 0) return marks;
                foreach (var (id, isPresent) in marks.Present)
                    scope.Execute(Note, new { Id = id, Attendance = isPresent ? "present" : "absent", Now = now });
                return marks;
            },
            ct);
}
