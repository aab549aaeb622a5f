using AppelAide.Host.Callers;
using AppelAide.Host.Conversations;
using AppelAide.Host.Trainings.Messages;

namespace AppelAide.Host.Trainings.Desk;

/// <summary>Who of a partner gets the summary of the next day.</summary>
internal sealed class PartnerDesk(PartnerStore partners, CallerStore callers, LineClock clock, TimeProvider time)
{
    /// <summary>The last two digits of the partner's telephone; null when it has none.</summary>
    public async Task<string?> TailAsync(string organization, CancellationToken ct)
    {
        foreach (var (id, caller) in await partners.AllAsync(ct).ConfigureAwait(false))
        {
            if (id == organization) return (await callers.FindAsync(caller, ct).ConfigureAwait(false))?.PhoneTail;
        }

        return null;
    }

    /// <summary>Sets the partner's telephone.</summary>
    /// <returns>False when there is no such organization.</returns>
    public async Task<bool> SetAsync(string organization, string phone, CancellationToken ct)
    {
        var caller = await callers.FindOrCreateAsync(phone, clock.DefaultLanguage, time.GetUtcNow(), ct).ConfigureAwait(false);
        return await partners.SetAsync(organization, caller.Id, ct).ConfigureAwait(false);
    }

    /// <summary>Takes it away.</summary>
    /// <returns>False when it had none.</returns>
    public Task<bool> RemoveAsync(string organization, CancellationToken ct) => partners.RemoveAsync(organization, ct);
}
