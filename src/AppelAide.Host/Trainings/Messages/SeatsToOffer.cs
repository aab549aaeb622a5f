using AppelAide.Host.Directory;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using AppelAide.Host.Scheduling;
using AppelAide.Host.Trainings.Registrations;
using Dapper;

namespace AppelAide.Host.Trainings.Messages;

/// <summary>
/// Offers seats that became free to those who wait, the first in line first, with a time to answer within decent hours; who does not answer goes to
/// the end of the line, and the next is asked.
/// </summary>
internal sealed class SeatsToOffer(
    Database database,
    DirectorySource directory,
    RegistrationStore registrations,
    RegistrationMessageStore messages,
    MessageWriter writer,
    SendingHours hours,
    TimeProvider time) : IRecurringWork
{
    /// <summary>How long somebody has to answer, of hours in which the line may call.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(4);

    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    private const string Lapsed = "SELECT DISTINCT session_id FROM registration WHERE state = 'offered' AND offered_until <= @Now";

    private const string WithLine = "SELECT DISTINCT session_id FROM registration WHERE state = 'waiting'";

    /// <inheritdoc/>
    public string Name => "seats-to-offer";

    /// <inheritdoc/>
    public WorkSchedule Schedule { get; } = WorkSchedule.Every(TimeSpan.FromMinutes(1));

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken ct) => OfferAsync(ct);

    /// <summary>Ends the offers that nobody answered, and makes those that can be made.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> OfferAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var lapsed = await database.ReadAsync(connection => connection.Query<string>(Lapsed, new { Now = now }).AsList(), ct).ConfigureAwait(false);
        var waiting = await database.ReadAsync(connection => connection.Query<string>(WithLine).AsList(), ct).ConfigureAwait(false);
        var sessions = directory.Current.SessionsById;
        var made = 0;
        foreach (var id in lapsed.Union(waiting))
        {
            if (sessions.TryGetValue(id, out var session) && session.Start > now && !session.IsCancelled)
                made += await database.WriteAsync(scope => Offer(scope, session, now), ct).ConfigureAwait(false);
        }

        return made;
    }

    private int Offer(WriteScope scope, TrainingSession session, DateTimeOffset now)
    {
        if (registrations.Lock(scope, session.Id, now) is not { } plan) return 0;
        foreach (var row in plan.Rows.Where(row => row.State == Registration.Offered && row.OfferedUntil <= now)) End(scope, row, now);
        // As it stands after those.
        var made = 0;
        foreach (var row in registrations.Lock(scope, session.Id, now)!.Next(now).ToList())
        {
            var to = Addressee.Read(scope, row.ContactId, hours);
            var due = hours.Next(now, to.Zone);
            var until = Until(due, to.Zone, session);
            if (until <= due) continue;
            var offered = row with { State = Registration.Offered, OfferedUntil = until };
            if (writer.Write("offre", offered, to.Language, OutboxPurpose.Notice, due, until) is not { } message) continue;
            registrations.Offer(scope, row, until, now);
            if (messages.Tell(scope, row.Id, MessageTopic.Offer(messages.OffersMade(scope, row.Id) + 1), asks: true, message, now)) made++;
        }

        return made;
    }

    /// <summary>What was not answered because it was never sent is not held against anybody: they are asked again.</summary>
    private void End(WriteScope scope, Registration row, DateTimeOffset now)
    {
        var wasSent = messages.Withdraw(scope, row.Id, "", now) == 0;
        registrations.Lapse(scope, row, isHeld: wasSent, now);
    }

    /// <summary>The hours of the night do not count.</summary>
    private DateTimeOffset Until(DateTimeOffset due, TimeZoneInfo zone, TrainingSession session)
    {
        var (left, at) = (Lasts, due);
        while (left > TimeSpan.Zero)
        {
            at = hours.Next(at, zone);
            var step = left < Quarter ? left : Quarter;
            (at, left) = (at + step, left - step);
        }

        // A time that can be said and remembered: a quarter of an hour.
        at = new DateTimeOffset((at.Ticks + Quarter.Ticks - 1) / Quarter.Ticks * Quarter.Ticks, at.Offset);
        var last = session.Start - TimeSpan.FromHours(1);
        return at < last ? at : last;
    }
}
