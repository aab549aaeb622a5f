using System.Collections.Immutable;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Tests.Persistence;
using AppelAide.Host.Trainings.Messages;

namespace AppelAide.Host.Tests.Trainings.Messages;

public abstract class PendingQuestionContract(DatabaseFixture fixture) : IDisposable
{
    private static int days;

    private readonly DateTimeOffset now = new DateTimeOffset(2028, 2, 1, 15, 0, 0, TimeSpan.Zero).AddDays(40 * Interlocked.Increment(ref days));
    private readonly SomeRegistrations some = new(fixture);

    private PendingQuestionStore Store => new(fixture.Database, some.Directory);

    public void Dispose()
    {
        some.Dispose();
        GC.SuppressFinalize(this);
    }

    [ContractFact]
    public async Task The_latest_question_that_was_sent_waits_for_an_answer()
    {
        var caller = await some.Messages.CallerAsync(now);
        Assert.Null(await Store.FindAsync(caller, now, default));
        var (first, second) = (await some.RegisterAsync(now.AddDays(2), caller), await some.RegisterAsync(now.AddDays(1), caller, "offered", offeredUntil: now.AddHours(5)));
        await some.TellAsync(first, "reminder:2", caller, now.AddHours(-3));
        Assert.Equal(new AskedQuestion(first, "reminder", now.AddHours(-3)), await Store.FindAsync(caller, now, default));
        await some.TellAsync(second, "offer:1", caller, now.AddHours(-1));
        Assert.Equal(new AskedQuestion(second, "offer", now.AddHours(-1)), await Store.FindAsync(caller, now, default));
        // The offer lapses, and the reminder still stands.
        Assert.Equal(first, (await Store.FindAsync(caller, now.AddHours(6), default))?.Registration);
        Assert.Null(await Store.FindAsync(caller, now.AddDays(2), default));
    }

    [ContractFact]
    public async Task What_is_answered_or_asks_nothing_or_was_not_sent_waits_for_nothing()
    {
        var caller = await some.Messages.CallerAsync(now);
        var registration = await some.RegisterAsync(now.AddDays(2), caller);
        await some.TellAsync(registration, "confirmation", caller, now.AddDays(-3), asks: false);
        await some.TellAsync(registration, "reminder:1", caller, now, sent: false);
        Assert.Null(await Store.FindAsync(caller, now, default));
        await some.TellAsync(registration, "reminder:2", caller, now.AddMinutes(-1));
        Assert.NotNull(await Store.FindAsync(caller, now, default));
        await some.WriteAsync("UPDATE registration_message SET answer = 'yes' WHERE registration_id = @Id", new { Id = registration });
        Assert.Null(await Store.FindAsync(caller, now, default));
    }

    [ContractFact]
    public async Task A_message_that_could_not_be_delivered_asked_nothing()
    {
        var caller = await some.Messages.CallerAsync(now);
        var (_, sid) = await some.TellAsync(await some.RegisterAsync(now.AddDays(2), caller), "reminder:2", caller, now);
        Assert.True(await some.Messages.Reports.TextAsync(null, sid, "failed", 30005, now, default));
        Assert.Null(await Store.FindAsync(caller, now, default));
    }

    [ContractFact]
    public async Task Nobody_is_asked_about_what_is_over_given_back_or_called_off()
    {
        var caller = await some.Messages.CallerAsync(now);
        await some.TellAsync(await some.RegisterAsync(now.AddMinutes(-1), caller), "reminder:1", caller, now.AddHours(-5));
        await some.TellAsync(await some.RegisterAsync(now.AddDays(2), caller, "cancelled"), "reminder:2", caller, now.AddHours(-4));
        await some.TellAsync(await some.RegisterAsync(now.AddDays(2), caller), "offer:1", caller, now.AddHours(-2));
        await some.TellAsync(await some.RegisterAsync(now.AddDays(2), caller, sessionState: "cancelled"), "reminder:2", caller, now.AddHours(-1));
        Assert.Null(await Store.FindAsync(caller, now, default));
    }

    [ContractFact]
    public async Task An_offer_that_was_not_answered_in_time_may_still_be_answered_after_what_is_still_asked()
    {
        var caller = await some.Messages.CallerAsync(now);
        var reminded = await some.RegisterAsync(now.AddDays(2), caller);
        var waiting = await some.RegisterAsync(now.AddDays(2), caller, "waiting");
        await some.TellAsync(waiting, "offer:1", caller, now.AddHours(-3));
        Assert.Equal((waiting, AskedQuestion.Lapsed), (await Store.FindAsync(caller, now, default)) is { } lapsed ? (lapsed.Registration, lapsed.Topic) : default);
        await some.TellAsync(reminded, "reminder:2", caller, now.AddHours(-4));
        Assert.Equal((reminded, "reminder"), (await Store.FindAsync(caller, now, default)) is { } asked ? (asked.Registration, asked.Topic) : default);
    }

    [ContractFact]
    public async Task The_telephone_that_is_told_is_the_one_that_is_asked()
    {
        var (son, mother, before) = (await some.Messages.CallerAsync(now), await some.Messages.CallerAsync(now), await some.Messages.CallerAsync(now));
        var registration = await some.RegisterAsync(now.AddDays(2), son, contact: mother);
        await some.TellAsync(registration, "reminder:2", mother, now.AddHours(-1));
        Assert.Equal(registration, (await Store.FindAsync(mother, now, default))?.Registration);
        Assert.Null(await Store.FindAsync(son, now, default));
        await some.TellAsync(registration, "reminder:1", before, now);
        Assert.Null(await Store.FindAsync(before, now, default));
    }

    [ContractFact]
    public async Task What_a_message_is_about()
    {
        var caller = await some.Messages.CallerAsync(now);
        var registration = await some.RegisterAsync(now.AddDays(2), caller);
        var (message, _) = await some.TellAsync(registration, "changed:3", caller, now, asks: false);
        Assert.Equal(new AskedQuestion(registration, "changed", now), await Store.OfMessageAsync(message, default));
        Assert.Null(await Store.OfMessageAsync(await some.Messages.EnqueueAsync(now, now), default));
    }

    [ContractFact]
    public async Task A_text_that_is_delivered_has_reached_somebody_once()
    {
        some.Messages.Outcomes.Add(new ReachedStore());
        var caller = await some.Messages.CallerAsync(now);
        var (message, sid) = await some.TellAsync(await some.RegisterAsync(now.AddDays(2), caller), "reminder:2", caller, now);
        await some.Messages.Reports.TextAsync(null, sid, "sent", null, now, default);
        Assert.Null(await some.ReachedAsync(message));
        await some.Messages.Reports.TextAsync(null, sid, "delivered", null, now.AddMinutes(1), default);
        await some.Messages.Reports.TextAsync(null, sid, "delivered", null, now.AddMinutes(2), default);
        Assert.Equal(now.AddMinutes(1), await some.ReachedAsync(message));
    }

    [ContractFact]
    public async Task A_person_who_listened_was_reached_and_nobody_else_can_say_so()
    {
        var (caller, other) = (await some.Messages.CallerAsync(now), await some.Messages.CallerAsync(now));
        var (message, _) = await some.TellAsync(await some.RegisterAsync(now.AddDays(2), caller), "reminder:2", caller, now);
        await HeardAsync(message.ToString(System.Globalization.CultureInfo.InvariantCulture), other, now);
        await HeardAsync("", caller, now);
        Assert.Null(await some.ReachedAsync(message));
        await HeardAsync(message.ToString(System.Globalization.CultureInfo.InvariantCulture), caller, now.AddMinutes(1));
        await HeardAsync(message.ToString(System.Globalization.CultureInfo.InvariantCulture), caller, now.AddMinutes(2));
        Assert.Equal(now.AddMinutes(1), await some.ReachedAsync(message));
    }

    private Task HeardAsync(string message, long caller, DateTimeOffset at) => fixture.Database.WriteAsync(
        scope => new MessageHeardCommand(new ReachedStore()).Execute(
            new Question(QuestionKind.Command, "message.heard", ImmutableDictionary<string, string>.Empty.Add("message", message)), new CallerContext(caller, 1, "fr", Channel.Voice, "", at), scope),
        default);
}

public sealed class SqlitePendingQuestionTests(SqliteFixture fixture) : PendingQuestionContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerPendingQuestionTests(SqlServerFixture fixture) : PendingQuestionContract(fixture), IClassFixture<SqlServerFixture>;
