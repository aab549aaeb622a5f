using AppelAide.Host.Directory;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using AppelAide.Host.Scheduling;
using AppelAide.Host.Trainings.Registrations;
using Dapper;

namespace AppelAide.Host.Trainings.Messages;

/// <summary>
/// Plans the reminders of sessions that come: two days before, and the morning before. Each is put into the outbox when its time has come and not
/// earlier, so that it says what holds then. Whoever registered after that time has just been told.
/// </summary>
internal sealed class RemindersDue(
    Database database,
    DirectorySource directory,
    RegistrationStore registrations,
    RegistrationMessageStore messages,
    MessageWriter writer,
    SendingHours hours,
    SessionTimes times,
    TimeProvider time) : IRecurringWork
{
    /// <summary>A reminder that comes so late reminds of nothing.</summary>
    private static readonly TimeSpan TooLate = TimeSpan.FromHours(3);

    private static readonly (string Topic, string Node, int DaysBefore, TimeOnly At)[] Reminders =
    [
        (MessageTopic.InTwoDays, "dans-deux-jours", 2, new(10, 0)),
        (MessageTopic.Tomorrow, "demain", 1, SessionTimes.DayBeforeAt),
    ];

    // Since when the seat is theirs, not since when they wait for one.
    private const string ToRemind = """
        SELECT registration.id FROM registration
        WHERE session_id = @Session AND registration.state = 'registered'
          AND COALESCE((SELECT MAX(at) FROM registration_change WHERE registration_id = registration.id AND registration_change.state = 'registered'), registered_at) < @At
          AND NOT EXISTS (SELECT 1 FROM registration_message told WHERE told.registration_id = registration.id AND told.topic = @Topic)
        """;

    /// <inheritdoc/>
    public string Name => "reminders-due";

    /// <inheritdoc/>
    public WorkSchedule Schedule { get; } = WorkSchedule.Every(TimeSpan.FromMinutes(5));

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken ct) => PlanAsync(ct);

    /// <summary>Plans what is due now.</summary>
    /// <returns>How many were put into the outbox.</returns>
    public async Task<int> PlanAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var planned = 0;
        foreach (var session in directory.Current.Sessions.SkipWhile(session => session.Start <= now).TakeWhile(session => session.Start < now.AddDays(4)))
        {
            foreach (var (topic, node, daysBefore, at) in Reminders)
            {
                var moment = times.Before(session, daysBefore, at);
                // The later one says all that the earlier does.
                var until = topic == MessageTopic.InTwoDays ? times.Before(session, 1, SessionTimes.DayBeforeAt) : session.Start - TooLate;
                if (now < moment || now >= until) continue;
                var ids = await database.ReadAsync(
                    connection => connection.Query<long>(ToRemind, new { Session = session.Id, At = moment, Topic = topic }).AsList(), ct).ConfigureAwait(false);
                // A transaction each: a turn of a call waits behind one of them at most.
                foreach (var id in ids)
                    if (await database.WriteAsync(scope => Remind(scope, id, topic, node, now, until), ct).ConfigureAwait(false)) planned++;
            }
        }

        return planned;
    }

    private bool Remind(WriteScope scope, long id, string topic, string node, DateTimeOffset now, DateTimeOffset until)
    {
        if (registrations.Find(scope, id) is not { State: Registration.Registered } row) return false;
        var to = Addressee.Read(scope, row.ContactId, hours);
        var due = hours.Next(now, to.Zone);
        return writer.Write(node, row, to.Language, OutboxPurpose.Reminder, due, until > due ? until : due.AddHours(1)) is { } message
            && messages.Tell(scope, id, topic, asks: true, message, now);
    }
}
