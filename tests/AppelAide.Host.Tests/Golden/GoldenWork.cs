using AppelAide.Host.Callers;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using AppelAide.Host.Scheduling;

namespace AppelAide.Host.Tests.Golden;

/// <summary>What the line does by itself when time has passed: its recurring work, then the messages that are due, through a provider that takes all.</summary>
internal static class GoldenWork
{
    private const int MostRounds = 50;

    /// <summary>Moves the clock, does all recurring work once, and sends what is due. The texts are delivered at once.</summary>
    /// <returns>What was sent, in order.</returns>
    public static async Task<List<GoldenProvider.Taken>> PassAsync(GoldenLine line, DateTime until)
    {
        var moment = line.Get<LineClock>().ToInstant(until);
        if (moment < line.Clock.GetUtcNow()) throw new FormatException(FormattableString.Invariant($"Time goes forward only: \"> ({until:yyyy-MM-dd HH:mm})\" is past"));
        line.Clock.Set(moment);
        // What a watcher sees within seconds.
        await line.Get<DirectorySource>().RefreshAsync(default);
        foreach (var work in line.All<IRecurringWork>().OrderBy(work => work.Name, StringComparer.Ordinal)) await work.RunAsync(default);
        await line.Get<DirectorySource>().RefreshAsync(default);
        // A text to a landline comes round again as a call.
        for (var round = 0; await line.Get<OutboxWorker>().SendDueAsync(default) > 0; round++)
            if (round == MostRounds) throw new InvalidOperationException("The outbox is never empty.");
        var sent = line.Provider.Empty();
        foreach (var text in sent.Where(one => !one.IsCall)) await line.Get<OutboxReports>().TextAsync(text.Message, text.Sid, "delivered", null, line.Clock.GetUtcNow(), default);
        return sent;
    }

    /// <summary>A call that the line made is over.</summary>
    /// <param name="line">The line.</param>
    /// <param name="call">The call.</param>
    /// <param name="status">The provider's word.</param>
    public static Task EndAsync(GoldenLine line, GoldenProvider.Taken call, string status) =>
        line.Get<OutboxReports>().CallAsync(call.Message, call.Sid, status, line.Clock.GetUtcNow(), default);

    /// <summary>The line knows that a telephone takes no texts, once it knows the telephone.</summary>
    public static async Task NoteLandlineAsync(GoldenLine line, string phone)
    {
        if (await line.Get<CallerStore>().FindByPhoneAsync(phone, default) is not { } caller) return;
        await line.Get<Database>().WriteAsync(scope => line.Get<CallerStore>().NoteTexts(scope, caller.Id, false), default);
    }
}
