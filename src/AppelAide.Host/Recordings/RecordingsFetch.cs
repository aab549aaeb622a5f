using AppelAide.Host.Outbox;
using AppelAide.Host.Scheduling;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Recordings;

/// <summary>
/// Recordings stay at the provider until they are deleted there (FIELD): each is fetched into our own store, encrypted, and then deleted. Whatever dies in
/// between goes on at the next run: nothing is deleted there that is not on disk here.
/// </summary>
internal sealed class RecordingsFetch(SoundStore sounds, TwilioRecordings provider, TimeProvider time, ILogger<RecordingsFetch> logger) : IRecurringWork
{
    /// <summary>A recording that the provider has not after so many tries, in about an hour, it will never have.</summary>
    internal const int MostAbsences = 8;

    private const int AtOnce = 20;

    /// <summary>Whether recordings are at any provider.</summary>
    public bool IsOn => provider.IsOn;

    /// <inheritdoc/>
    public string Name => "recordings-fetch";

    /// <inheritdoc/>
    public WorkSchedule Schedule { get; } = WorkSchedule.Every(TimeSpan.FromMinutes(1));

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        // Without an account nothing is at any provider: trials on this machine.
        if (!provider.IsOn) return;
        if (await RoundAsync(sounds.ToFetchAsync, FetchAsync, ct)) await RoundAsync(sounds.ToDeleteAsync, DeleteAsync, ct);
    }

    /// <summary>Works a list to its end; each of it is done or put off, so the list grows shorter.</summary>
    /// <returns>False when the provider is out of reach: the rest waits for the next run.</returns>
    private async Task<bool> RoundAsync(Func<DateTimeOffset, int, CancellationToken, Task<List<SoundWork>>> list, Func<SoundWork, CancellationToken, Task<bool>> work, CancellationToken ct)
    {
        while (await list(time.GetUtcNow(), AtOnce, ct) is { Count: > 0 } some)
        {
            foreach (var one in some)
                if (!await work(one, ct)) return false;
        }

        return true;
    }

    private async Task<bool> FetchAsync(SoundWork one, CancellationToken ct)
    {
        var answer = await provider.FetchAsync(one.RecordingSid, ct);
        var now = time.GetUtcNow();
        switch (answer.Outcome)
        {
            case SoundOutcome.Done:
                if (!await sounds.KeepAsync(one.Id, answer.ContentType, answer.Sound, now))
                    logger.LogInformation("Recording {Id} was fetched, and is not wanted any more", one.Id);
                return true;
            case SoundOutcome.TooLarge:
                logger.LogWarning("Recording {Id} is larger than {Bytes} bytes: it stays at the provider", one.Id, TwilioRecordings.Largest);
                await sounds.PutOffAsync(one.Id, one.Tries + 1, SoundStore.TooLarge, null);
                return true;
            case SoundOutcome.Absent when one.Tries + 1 >= MostAbsences:
                logger.LogWarning("The provider has no recording {Id}", one.Id);
                await sounds.GiveUpAsync(one.Id, now);
                return true;
            default:
                return await PutOffAsync(one, answer.Outcome, now);
        }
    }

    private async Task<bool> DeleteAsync(SoundWork one, CancellationToken ct)
    {
        var outcome = await provider.DeleteAsync(one.RecordingSid, ct);
        if (outcome != SoundOutcome.Done) return await PutOffAsync(one, outcome, time.GetUtcNow());
        await sounds.LeftProviderAsync(one.Id);
        return true;
    }

    private async Task<bool> PutOffAsync(SoundWork one, SoundOutcome outcome, DateTimeOffset now)
    {
        var wait = outcome == SoundOutcome.Absent ? Backoff.AfterSilence(one.Tries + 1) / 15 : Backoff.AfterTrouble(one.Tries + 1);
        await sounds.PutOffAsync(one.Id, one.Tries + 1, outcome.ToString().ToLowerInvariant(), now + wait);
        if (outcome != SoundOutcome.Unreachable) return true;
        logger.LogWarning("The provider of recordings is out of reach, or does not know the account; they wait there");
        return false;
    }
}
