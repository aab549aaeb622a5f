using System.CommandLine;
using System.Globalization;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory.Freshness;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Commands;

/// <summary><c>directory queue</c>, <c>verify</c> and <c>settle</c>: what staff must look at again.</summary>
internal static class FreshnessCommands
{
    private const int Listed = 50;

    /// <summary>The verbs, under <c>directory</c>.</summary>
    public static IEnumerable<Command> Create() => [Queue(), Verify(), Settle()];

    private static Command Queue()
    {
        var command = new Command("queue", "What citizens report, and services that nobody verified for a year; the oldest first.");
        command.SetAction((_, ct) => DirectoryCommands.WithLineAsync(
            async services =>
            {
                var (store, today) = (services.GetRequiredService<FreshnessStore>(), Today(services));
                System.Console.WriteLine(FormattableString.Invariant($"{await store.CountOpenAsync(ct):N0} reports of citizens (settle each with \"directory settle NUMBER\"):"));
                foreach (var report in await store.ListOpenAsync(0, Listed, ct))
                    Line(string.Create(CultureInfo.InvariantCulture, $"  {report.Id,6}  {report.At:yyyy-MM-dd HH:mm} UTC  {report.Kind,-12}  {report.Organization}: {report.NameFr}  [{report.ServiceId}]"));
                System.Console.WriteLine(FormattableString.Invariant($"{await store.CountStaleAsync(today, ct):N0} services not verified for a year (\"directory verify ID\"):"));
                foreach (var stale in await store.ListStaleAsync(today, 0, Listed, ct))
                    Line($"  {stale.VerifiedOn ?? "never",-10}  {stale.Phone,-14}  {stale.Organization}: {stale.NameFr}  [{stale.Id}]");
                return true;
            },
            ct));
        return command;
    }

    private static Command Verify()
    {
        var id = new Argument<string>("id") { Description = "The service's identifier, as the queue shows it." };
        var by = By();
        var command = new Command("verify", "Somebody made sure today that what is said of a service is true.") { id, by };
        command.SetAction((parsed, ct) => DirectoryCommands.WithLineAsync(
            async services =>
            {
                var service = parsed.GetValue(id)!;
                if (await services.GetRequiredService<FreshnessStore>().VerifyAsync(service, Today(services), parsed.GetValue(by)!, ct))
                {
                    System.Console.WriteLine($"{service} is verified.");
                    return true;
                }

                await System.Console.Error.WriteLineAsync($"There is no service \"{service}\"; see \"directory queue\".");
                return false;
            },
            ct));
        return command;
    }

    private static Command Settle()
    {
        var id = new Argument<long>("number") { Description = "The report's number, as the queue shows it." };
        var by = By();
        var note = new Option<string>("--note") { Description = "What was found.", DefaultValueFactory = _ => "" };
        var command = new Command("settle", "Somebody dealt with a citizen's report.") { id, by, note };
        command.SetAction((parsed, ct) => DirectoryCommands.WithLineAsync(
            async services =>
            {
                var number = parsed.GetValue(id);
                var time = services.GetRequiredService<TimeProvider>();
                if (await services.GetRequiredService<FreshnessStore>().SettleAsync(number, parsed.GetValue(by)!, parsed.GetValue(note)!, time.GetUtcNow(), ct))
                {
                    System.Console.WriteLine(FormattableString.Invariant($"Report {number} is settled."));
                    return true;
                }

                await System.Console.Error.WriteLineAsync(FormattableString.Invariant($"There is no open report {number}; see \"directory queue\"."));
                return false;
            },
            ct));
        return command;
    }

    private static void Line(string text) => System.Console.WriteLine(DirectoryDefect.Printable(text));

    private static Option<string> By() => new("--by") { Description = "Who; the user of this machine by default.", DefaultValueFactory = _ => Environment.UserName };

    private static DateOnly Today(IServiceProvider services) => DateOnly.FromDateTime(services.GetRequiredService<LineClock>().Now.DateTime);
}
