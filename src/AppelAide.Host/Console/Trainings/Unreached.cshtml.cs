using AppelAide.Host.Staff;
using AppelAide.Host.Trainings.Desk;
using Microsoft.AspNetCore.Authorization;

namespace AppelAide.Host.Console.Trainings;

/// <summary>Everybody who does not know yet that their session changed or will not take place.</summary>
[Authorize(Policy = Policies.Act)]
internal sealed class UnreachedModel(NoticeDesk notices, SessionBook book) : ConsolePageModel
{
    /// <summary>The people by session, the soonest first.</summary>
    public IReadOnlyList<(SessionSheet Sheet, IReadOnlyList<UnreachedLine> People)> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var found = new List<(SessionSheet, IReadOnlyList<UnreachedLine>)>();
        foreach (var group in (await notices.ListAsync(ct)).GroupBy(line => line.Person.SessionId))
        {
            if (await book.SheetAsync(group.Key, ct) is { } sheet) found.Add((sheet, [.. group]));
        }

        Sessions = [.. found.OrderBy(entry => entry.Item1.Session.Start)];
    }
}
