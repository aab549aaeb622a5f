using AppelAide.Dialogue;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Bulletins;

/// <summary>
/// Puts the messages of bulletins that are due into the outbox, and takes out those of cancelled ones. Every host runs it: what one leaves, another
/// goes on with.
/// </summary>
internal sealed class BulletinPlanner(
    BulletinStore bulletins, BulletinPages pages, BulletinWording wording, DirectorySource directory, TimeProvider time, ILogger<BulletinPlanner> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PlanDueAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.LogWarning(error, "Bulletins could not be planned; the next round will go on");
            }
        }
    }

    /// <summary>Plans all that is due, and takes out all that is cancelled.</summary>
    internal async Task PlanDueAsync(CancellationToken ct)
    {
        foreach (var id in await bulletins.LeftAsync(ct)) await bulletins.CancelMessagesAsync(id, time.GetUtcNow(), ct);
        foreach (var bulletin in await bulletins.DueAsync(time.GetUtcNow(), ct))
        {
            try
            {
                await PlanAsync(bulletin, ct);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // One that cannot be planned must not hold up the others.
                logger.LogError(error, "Bulletin {Id} could not be planned to its end; the next round will go on", bulletin.Id);
            }
        }
    }

    /// <summary>Plans a bulletin to its end, unless another host is at it, or it is cancelled.</summary>
    private async Task PlanAsync(Bulletin bulletin, CancellationToken ct)
    {
        var texts = Languages.All.Select(language => wording.Of(language, bulletin.Body(language))).ToList();
        var standing = bulletin;
        while (standing is { State: "scheduled" }) standing = await pages.PlanAsync(standing, texts, directory.Current.Places, time.GetUtcNow(), ct);
        if (standing is not null) logger.LogInformation("Bulletin {Id} is planned for {People} people", bulletin.Id, standing.People);
    }
}
