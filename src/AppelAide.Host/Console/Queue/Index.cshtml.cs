using System.Globalization;
using AppelAide.Host.Calls.Queue;
using AppelAide.Host.Directory;
using AppelAide.Host.Scripts;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Queue;

/// <summary>Who is to be called, the most urgent first: voice messages and promised calls together.</summary>
[Authorize(Policy = Policies.Act)]
internal sealed class IndexModel(QueueReader queue, QueueDesk desk, ScriptLibrary scripts, DirectorySource directory) : ConsolePageModel
{
    private const int PageSize = 25;

    private QueueWords? says;

    /// <summary>How the page speaks of call-backs.</summary>
    public QueueWords Says => says ??= new(Words, scripts, directory);

    /// <summary>How many wait.</summary>
    public QueueCounts Counts { get; private set; } = null!;

    /// <summary>Those of the page.</summary>
    public IReadOnlyList<QueueItem> Items { get; private set; } = [];

    /// <summary><c>mine</c>, <c>free</c>, or empty for all.</summary>
    [BindProperty(SupportsGet = true, Name = "who")]
    public string? Who { get; set; }

    /// <summary><c>done</c> for those that were called.</summary>
    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    /// <summary>Where the next page begins; empty on the last.</summary>
    public string Next { get; private set; } = "";

    /// <summary>Whether those that were called are shown.</summary>
    public bool IsDone => State == "done";

    public async Task OnGetAsync(CancellationToken ct)
    {
        long? holder = Who switch
        {
            "mine" => Staff.Id,
            "free" when !IsDone => 0,
            _ => null,
        };
        var read = IsDone ? await queue.DoneAsync(Position(), holder, PageSize + 1, ct) : await queue.WaitingAsync(Position(), holder, PageSize + 1, ct);
        Items = [.. read.Take(PageSize)];
        if (read.Count > PageSize) Next = Write(Items[^1]);
        Counts = await queue.CountAsync(Staff.Id, Now, ct);
    }

    public async Task<IActionResult> OnPostTakeAsync(long id, int version, CancellationToken ct)
    {
        switch (await desk.ActAsync(Staff, id, new QueueAct(QueueActions.Take, version, "", Sent), ct))
        {
            case QueueAnswer.Unknown:
                return NotFound();
            case QueueAnswer.Done:
                Done("Ce rappel est à vous.", "This call-back is yours.");
                break;
            default:
                Done("Quelqu'un s'en est occupé entre-temps : voici où il en est. Rien n'a été changé.", "Somebody saw to it meanwhile: here is how it stands. Nothing was changed.");
                break;
        }

        return Redirect(string.Create(CultureInfo.InvariantCulture, $"/console/queue/{id}"));
    }

    private static string Write(QueueItem item) =>
        string.Create(CultureInfo.InvariantCulture, $"{(item.SettledAt ?? item.DueBy).UtcTicks}.{item.Id}");

    private QueuePosition? Position() =>
        After?.Split('.') is [var ticks, var id] && long.TryParse(ticks, CultureInfo.InvariantCulture, out var at) && at > 0 && at < DateTime.MaxValue.Ticks
        && long.TryParse(id, CultureInfo.InvariantCulture, out var number)
            ? new QueuePosition(new DateTimeOffset(at, TimeSpan.Zero), number)
            : null;
}
