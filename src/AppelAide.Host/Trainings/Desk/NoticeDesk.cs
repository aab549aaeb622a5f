using System.Globalization;
using AppelAide.Host.Conversations;
using AppelAide.Host.Trainings.Messages;
using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Trainings.Desk;

/// <summary>Whom a change or a cancellation has not reached, and that staff told them.</summary>
internal sealed class NoticeDesk(UnreachedReader unreached, RegistrationReader registrations, LineClock clock)
{
    /// <summary>Everybody, the soonest session first.</summary>
    public async Task<List<UnreachedLine>> ListAsync(CancellationToken ct) =>
    [
        .. from person in await unreached.AllAsync(clock.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ct).ConfigureAwait(false)
           let registration = registrations.Find(person.RegistrationId)
           where registration is not null
           select new UnreachedLine(person, registration),
    ];

    /// <summary>Staff told somebody.</summary>
    /// <returns>Their registration; null when nobody of the session has this code, and whether there was anything left to tell.</returns>
    public async Task<(Registration? Registration, bool WasUnreached)> ReachedAsync(string session, string code, CancellationToken ct)
    {
        var rows = await registrations.OfAsync(session, ct).ConfigureAwait(false);
        return rows.FirstOrDefault(row => row.Code == code) is { } found
            ? (found, await unreached.ReachedAsync(found.Id, clock.Now.ToUniversalTime(), ct).ConfigureAwait(false))
            : (null, false);
    }
}
