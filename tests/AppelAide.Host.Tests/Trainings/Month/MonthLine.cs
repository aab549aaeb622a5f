using System.Globalization;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using AppelAide.Host.Scheduling;
using AppelAide.Host.Tests.Golden;

namespace AppelAide.Host.Tests.Trainings.Month;

/// <summary>The line under test, with its clock, and what it is heard to say.</summary>
internal sealed class MonthLine(GoldenLine line) : IAsyncDisposable
{
    private static readonly TimeSpan BetweenInputs = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<string, DateTimeOffset> lastRun = [];
    private int sids;

    public GoldenLine Golden => line;

    public DateTimeOffset Now => line.Clock.GetUtcNow();

    public Database Database => line.Get<Database>();

    public int Turns { get; private set; }

    public int Calls { get; private set; }

    public int Texts { get; private set; }

    public ValueTask DisposeAsync() => line.DisposeAsync();

    /// <summary>Moves the clock, unless it is there already.</summary>
    public void Reach(DateTimeOffset moment)
    {
        if (moment > Now) line.Clock.Set(moment);
    }

    /// <summary>Does the work that its schedule wants done by now.</summary>
    public async Task WorkAsync()
    {
        await line.Get<DirectorySource>().RefreshAsync(default);
        foreach (var work in line.All<IRecurringWork>().OrderBy(work => work.Name, StringComparer.Ordinal))
        {
            var last = lastRun.GetValueOrDefault(work.Name, Now.AddDays(-1));
            var next = work.Schedule.Interval is { } interval ? last + interval : work.Schedule.Times!.WithTimeZone(MonthHours.Line).GetNextValidTimeAfter(last);
            if (next > Now) continue;
            lastRun[work.Name] = Now;
            await work.RunAsync(default);
        }
    }

    /// <summary>Hands what is due to the provider.</summary>
    public async Task<List<GoldenProvider.Taken>> SendAsync()
    {
        for (var round = 0; await line.Get<OutboxWorker>().SendDueAsync(default) > 0; round++)
            if (round == 400) throw new InvalidOperationException("The outbox is never empty.");
        return line.Provider.Empty();
    }

    public Task ReportTextAsync(GoldenProvider.Taken text, string status, int? code) => line.Get<OutboxReports>().TextAsync(text.Message, text.Sid, status, code, Now, default);

    public Task ReportCallAsync(GoldenProvider.Taken call, string status) => line.Get<OutboxReports>().CallAsync(call.Message, call.Sid, status, Now, default);

    public async Task<TurnReply> TextAsync(Citizen citizen, string words)
    {
        Texts++;
        citizen.LastAt = Now;
        return Heard(await line.Conversations.ReceiveTextAsync(Sid("SM"), citizen.Phone, new TextInput(words), trial: false, default));
    }

    public async Task<MonthCall> CallAsync(Citizen citizen)
    {
        Calls++;
        citizen.LastAt = Now;
        var sid = Sid("CA");
        return new MonthCall(this, sid, Heard(await line.Conversations.StartCallAsync(sid, citizen.Phone, null, trial: false, default)));
    }

    /// <summary>Somebody, or a machine, answers the line's call.</summary>
    /// <returns>Null when it has nothing to say any more.</returns>
    public async Task<MonthCall?> AnswerAsync(GoldenProvider.Taken made, bool machine) =>
        await line.Conversations.StartMessageAsync(made.Sid, made.Message, machine, null, default) is { } reply ? new MonthCall(this, made.Sid, Heard(reply)) : null;

    public async Task<TurnReply> GoOnAsync(TurnReply last, string sid, CallerInput input) =>
        Heard((await line.Conversations.AdvanceCallAsync(last.ConversationNo, last.Turn.Number, sid, input, null, default))!);

    public Task HangUpAsync(string sid) => line.Conversations.CloseCallAsync(sid, 60, default);

    public string Sid(string prefix) => FormattableString.Invariant($"{prefix}a{++sids:x31}");

    /// <summary>Chance has a hand in how long the outbox waits before it tries again; here it is always the longest.</summary>
    public Task SettleRetriesAsync() => Database.WriteAsync(
        scope =>
        {
            foreach (var row in scope.Query<Retry>("SELECT id, attempts, updated_at FROM outbox_message WHERE state = 'due' AND reason IN ('busy', 'no-answer', 'unreachable') AND updated_at >= @Now", new { Now = Now.AddMinutes(-1) }))
            {
                var minutes = Math.Min(240, 30 * (1 << (row.Attempts - 1))) * 1.25;
                scope.Execute("UPDATE outbox_message SET due_at = @DueAt WHERE id = @Id", new { row.Id, DueAt = row.UpdatedAt.AddMinutes(minutes) });
            }
        },
        default);

    private TurnReply Heard(TurnReply reply)
    {
        Turns++;
        line.Clock.Advance(BetweenInputs);
        if (reply.Turn.Events.OfType<DefectMet>().FirstOrDefault() is { } defect)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The dialogue failed at {defect.Node}: {defect.Reason}"));
        return reply;
    }

    private sealed class Retry
    {
        public long Id { get; init; }

        public int Attempts { get; init; }

        public DateTimeOffset UpdatedAt { get; init; }
    }
}
