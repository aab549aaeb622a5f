using AppelAide.Host.Conversations;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using AppelAide.Host.Scheduling;

namespace AppelAide.Host.Trainings.Messages;

/// <summary>Tells each partner in the evening what the next day holds and how many people come.</summary>
internal sealed class PartnerSummaries(Database database, PartnerStore partners, MessageWriter writer, SendingHours hours, LineClock clock) : IRecurringWork
{
    /// <inheritdoc/>
    public string Name => "partner-summaries";

    /// <inheritdoc/>
    public WorkSchedule Schedule { get; } = WorkSchedule.At("0 17 * * *");

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.Now;
        // Work that was missed in the evening and is made good after midnight is of no use any more: it would tell of the day after.
        if (now.Hour < 12) return;
        var tomorrow = DateOnly.FromDateTime(now.DateTime).AddDays(1);
        foreach (var (organization, caller) in await partners.AllAsync(ct).ConfigureAwait(false))
        {
            if (partners.Day(organization, tomorrow) is not { IsEmpty: false } day) continue;
            await database.WriteAsync(
                scope =>
                {
                    var to = Addressee.Read(scope, caller, hours);
                    var due = hours.Next(now, to.Zone);
                    return writer.Write("sommaire", day, caller, to.Language, OutboxPurpose.Notice, due, due.AddHours(15)) is { } message
                        && partners.Tell(scope, organization, tomorrow, message, now);
                },
                ct).ConfigureAwait(false);
        }
    }
}
