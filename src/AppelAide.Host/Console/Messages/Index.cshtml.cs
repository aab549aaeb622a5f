using System.Globalization;
using AppelAide.Host.Conversations;
using AppelAide.Host.Outbox.Review;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Messages;

/// <summary>The messages that the line sends, the newest first.</summary>
[Authorize(Policy = Policies.Act)]
internal sealed class IndexModel(MessageReader messages, LineClock clock) : ConsolePageModel
{
    private const int PageSize = 50;

    private MessageWords? says;

    /// <summary>How the page speaks of messages.</summary>
    public MessageWords Says => says ??= new(Words);

    /// <summary>The page.</summary>
    public IReadOnlyList<MessageEntry> Entries { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "purpose")]
    public string? Purpose { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    /// <summary>The address of the next page; empty on the last.</summary>
    public string Next { get; private set; } = "";

    /// <summary>Whether anything is left out.</summary>
    public bool IsFiltered => State is not null || Purpose is not null || Kind is not null || From is not null || To is not null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        // What is no value of a filter is none.
        State = MessageFilter.States.Contains(State) ? State : null;
        Purpose = MessageFilter.Purposes.Contains(Purpose) ? Purpose : null;
        Kind = MessageFilter.Kinds.Contains(Kind) ? Kind : null;
        var (from, to) = (Date(From), Date(To));
        (From, To) = (from is null ? null : From, to is null ? null : To);
        var filter = new MessageFilter(State, Purpose, Kind, Start(from), Start(to?.AddDays(1)));
        var read = await messages.ListAsync(filter, Position(), PageSize + 1, ct);
        Entries = [.. read.Take(PageSize)];
        if (read.Count <= PageSize) return;
        var last = Entries[^1];
        Next = string.Create(
            CultureInfo.InvariantCulture, $"/console/messages?state={State}&purpose={Purpose}&kind={Kind}&from={From}&to={To}&after={last.CreatedAt.UtcTicks}.{last.Id}");
    }

    private static DateOnly? Date(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1990 and < 9000 ? date : null;

    private DateTimeOffset? Start(DateOnly? date) => date is { } day ? clock.ToInstant(day.ToDateTime(TimeOnly.MinValue)) : null;

    private MessagePosition? Position() =>
        After?.Split('.') is [var ticks, var id] && long.TryParse(ticks, CultureInfo.InvariantCulture, out var at) && at > 0 && at < DateTime.MaxValue.Ticks
        && long.TryParse(id, CultureInfo.InvariantCulture, out var number)
            ? new MessagePosition(new DateTimeOffset(at, TimeSpan.Zero), number)
            : null;
}
