using System.Globalization;
using AppelAide.Host.Calls;
using AppelAide.Host.Calls.Figures;
using AppelAide.Host.Calls.Queue;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Freshness;
using AppelAide.Host.Staff;
using AppelAide.Host.Trainings.Messages;
using Microsoft.AspNetCore.Authorization;

namespace AppelAide.Host.Console.Today;

/// <summary>What happens now, what waits for staff, and how yesterday was.</summary>
[Authorize(Policy = Policies.Listen)]
internal sealed class IndexModel(LiveReader live, QueueReader queue, FreshnessStore reports, UnreachedReader unreached, YesterdayFigures yesterday, DirectorySource directory) : ConsolePageModel
{
    /// <summary>Who is on the line.</summary>
    public IReadOnlyList<LiveConversationLine> Live { get; private set; } = [];

    /// <summary>What waits.</summary>
    public WaitingCounts Waiting { get; private set; } = new(0, 0, 0, 0);

    /// <summary>Yesterday.</summary>
    public DayFigures Yesterday { get; private set; } = new() { Day = DateOnly.MinValue };

    public async Task OnGetAsync(CancellationToken ct)
    {
        Live = await live.ListAsync(Now, ct);
        var queued = await queue.CountAsync(Staff.Id, Now, ct);
        var today = Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Waiting = new(queued.Waiting, queued.Late, await reports.CountOpenAsync(ct), (await unreached.AllAsync(today, ct)).Count);
        Yesterday = await yesterday.ReadAsync(ct);
    }

    /// <summary>A place's name; empty for none.</summary>
    public string PlaceName(string? id) => directory.Current.Places.Find(id ?? "")?.Name ?? "";
}
