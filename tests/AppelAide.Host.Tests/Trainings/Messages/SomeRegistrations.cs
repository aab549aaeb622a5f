using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Needs;
using AppelAide.Host.Outbox;
using AppelAide.Host.Tests.Directory;
using AppelAide.Host.Tests.Outbox;
using AppelAide.Host.Tests.Persistence;
using AppelAide.Host.Tests.Trainings.Search;
using AppelAide.Host.Trainings;
using Dapper;

namespace AppelAide.Host.Tests.Trainings.Messages;

/// <summary>Registrations of a test's own, each for another session, in the database and in a snapshot.</summary>
internal sealed class SomeRegistrations(DatabaseFixture fixture) : IDisposable
{
    private static int numbers;
    private readonly List<TrainingSession> sessions = [];

    public SomeMessages Messages { get; } = new(fixture);

    public DirectorySource Directory { get; } = new(fixture.Database, () => throw new InvalidOperationException("The needs are not asked for."), TimeProvider.System);

    public void Dispose() => Directory.Dispose();

    /// <summary>Somebody registers for a session.</summary>
    /// <param name="starts">When it begins.</param>
    /// <param name="caller">Whose telephone registers.</param>
    /// <param name="state">As in the database.</param>
    /// <param name="contact">Whose telephone is told; the same when left out.</param>
    /// <param name="offeredUntil">Until when the seat is held.</param>
    /// <param name="sessionState">As in the database.</param>
    public async Task<long> RegisterAsync(DateTimeOffset starts, long caller, string state = "registered", long? contact = null, DateTimeOffset? offeredUntil = null, string sessionState = "planned")
    {
        var number = Interlocked.Increment(ref numbers);
        var session = TrainingSearchTests.Of($"asked-{number}", SomePlaces.Gaspe, new(48.83, -64.48), 1) with
        {
            Date = DateOnly.FromDateTime(starts.DateTime),
            StartsAt = TimeOnly.FromDateTime(starts.DateTime),
            Start = starts,
            End = starts.AddHours(2),
            IsCancelled = sessionState == "cancelled",
        };
        sessions.Add(session);
        Directory.Use(new DirectorySnapshot(1, NeedTaxonomy.Empty, new(SomePlaces.All), new(SomePlaces.All), [], [.. sessions], []));
        await WriteAsync(
            """
            INSERT INTO organization (id, name, description_fr, description_en, email, url) VALUES (@Id, 'O', '', '', '', '');
            INSERT INTO location (id, organization_id, name, address) VALUES (@Id, @Id, 'L', '');
            INSERT INTO training (id, organization_id, location_id, title_fr, title_en, description_fr, description_en, topic, language, level, bring_fr, bring_en)
            VALUES (@Id, @Id, @Id, 'T', 'T', '', '', 'tablet', 'fr', '', '', '');
            INSERT INTO training_session (id, training_id, date, starts_at, ends_at, state) VALUES (@Id, @Id, @Date, @StartsAt, @StartsAt, @SessionState);
            INSERT INTO registration (id, session_id, caller_id, contact_id, name, name_key, conversation_no, code, state, offered_until, offers, registered_at, updated_at)
            VALUES (@Number, @Id, @Caller, @Contact, '', '', 1, '100', @State, @OfferedUntil, 0, @Now, @Now);
            """,
            new
            {
                session.Id,
                Date = session.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                StartsAt = session.StartsAt.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
                SessionState = sessionState,
                Number = number,
                Caller = caller,
                Contact = contact ?? caller,
                State = state,
                OfferedUntil = offeredUntil,
                Now = starts.AddDays(-7),
            });
        return number;
    }

    /// <summary>The line tells somebody of it, and the provider takes it.</summary>
    /// <returns>The message, and the provider's name for it.</returns>
    public async Task<(long Message, string Sid)> TellAsync(long registration, string topic, long to, DateTimeOffset at, bool asks = true, bool sent = true)
    {
        var message = await Messages.EnqueueAsync(at, at, OutboxPurpose.Reminder, to);
        var sid = $"SM{Guid.NewGuid():N}";
        if (sent)
        {
            var claimed = (await Messages.Outbox.ClaimAsync(at, TimeSpan.FromMinutes(1), 100, default)).Find(one => one.Id == message)!;
            Assert.True(await Messages.TakeAsync(claimed, sid, at));
        }

        await WriteAsync(
            "INSERT INTO registration_message (registration_id, topic, message_id, asks, tries, created_at) VALUES (@Registration, @Topic, @Message, @Asks, 1, @At)",
            new { Registration = registration, Topic = topic, Message = message, Asks = asks, At = at });
        return (message, sid);
    }

    public Task WriteAsync(string sql, object parameters) => fixture.Database.WriteAsync(
        scope =>
        {
            foreach (var statement in sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) scope.Execute(statement, parameters);
        },
        default);

    public Task<DateTimeOffset?> ReachedAsync(long message) => fixture.Database.ReadAsync(
        connection => connection.Query<DateTimeOffset>("SELECT reached_at FROM registration_message WHERE message_id = @Message AND reached_at IS NOT NULL", new { Message = message })
            .Select(at => (DateTimeOffset?)at).SingleOrDefault(),
        default);
}
