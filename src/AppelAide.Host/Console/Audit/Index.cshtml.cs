using System.Globalization;
using AppelAide.Host.Conversations;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;

namespace AppelAide.Host.Console.Audit;

/// <summary>Who opened which call, revealed which number, changed what: nobody can take a line away.</summary>
[Authorize(Policy = Policies.Coordinate)]
internal sealed class IndexModel(AuditReader reader, LineClock clock) : ConsolePageModel
{
    /// <summary>The address of the page.</summary>
    public const string Path = "/console/audit";

    private const int OnAPage = 100;

    /// <summary>The lines.</summary>
    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    /// <summary>Whether there are older ones.</summary>
    public bool HasOlder { get; private set; }

    /// <summary>Somebody's name; the command line's in the reader's language.</summary>
    public string NameOf(long account, string who) => account == StaffMember.CommandLine.Id ? T("Ligne de commande", "Command line") : who;

    /// <summary>Who is in the log, by number.</summary>
    public IReadOnlyList<AuditPerson> People { get; private set; } = [];

    /// <summary>What was asked for, by field, as far as it means something.</summary>
    public Dictionary<string, string> Asked { get; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var filter = new AuditFilter
        {
            AccountId = Field("who", Number),
            Action = Field("action", text => text.Length <= 64 ? text : null),
            From = Midnight(Field("from", Date)),
            Until = Midnight(Field("to", Date)?.AddDays(1)),
            Before = Number(Request.Query["before"].ToString()),
        };
        var found = await reader.ListAsync(filter, OnAPage + 1, ct);
        HasOlder = found.Count > OnAPage;
        Entries = found.Count > OnAPage ? found[..OnAPage] : found;
        People = await reader.PeopleAsync(ct);
    }

    /// <summary>The page after this one.</summary>
    public string Older => $"{Path}?{string.Concat(Asked.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}&"))}before={Entries[^1].Id}";

    /// <summary>The page of what a line is about; null when it has none.</summary>
    public static string? Address(string subject) =>
        subject.StartsWith("call ", StringComparison.Ordinal) && long.TryParse(subject[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var no) ? $"/console/calls/{no}" : null;

    private T? Field<T>(string name, Func<string, T?> read)
    {
        if (Request.Query[name].ToString().Trim() is not { Length: > 0 } text || read(text) is not { } value) return default;
        Asked[name] = text;
        return value;
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200 ? day : null;

    private DateTimeOffset? Midnight(DateOnly? day) => day is { } date ? clock.ToInstant(date.ToDateTime(TimeOnly.MinValue)) : null;
}
