using System.CommandLine;
using System.Globalization;
using AppelAide.Host.Bulletins;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Commands;

/// <summary><c>bulletin</c>: a text to all who want it, from writing it to watching it arrive.</summary>
internal static class BulletinCommands
{
    private const string Moment = "yyyy-MM-dd HH:mm";
    private const int Listed = 50;

    /// <summary>The verb.</summary>
    public static Command Create() => new("bulletin", "Write to all who asked for the news of a topic and place.") { Write(), List(), Show(), Test(), Schedule(), Cancel() };

    private static Command Write()
    {
        var topic = new Option<string>("--topic") { Description = "news, training, or a need: food, internet…", Required = true };
        var places = new Option<string[]>("--place") { Description = "A place; several times for several; left out for everywhere.", HelpName = "Gaspé" };
        var french = new Option<string>("--fr") { Description = "What it says in French, without the line's name.", Required = true };
        var english = new Option<string>("--en") { Description = "What it says in English.", Required = true };
        var author = new Option<string>("--author") { Description = "Who writes it; the user of this machine by default.", DefaultValueFactory = _ => Environment.UserName };
        var command = new Command("write", "Keep a draft, and show how it will arrive, what it costs and who gets it.") { topic, places, french, english, author };
        command.SetAction((parsed, ct) => WithBulletinsAsync(
            async bulletins => BulletinScreen.Show(
                await bulletins.WriteAsync(
                    new BulletinDraft(parsed.GetValue(topic)!, parsed.GetValue(places) ?? [], parsed.GetValue(french)!, parsed.GetValue(english)!, parsed.GetValue(author)!), ct),
                bulletins),
            ct));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "The latest bulletins.");
        command.SetAction((_, ct) => WithBulletinsAsync(
            async bulletins =>
            {
                foreach (var bulletin in await bulletins.ListAsync(0, Listed, ct)) BulletinScreen.Line(bulletin, bulletins);
            },
            ct));
        return command;
    }

    private static Command Show()
    {
        var id = Id();
        var command = new Command("show", "A bulletin, and how far it has come.") { id };
        command.SetAction((parsed, ct) => WithBulletinsAsync(async bulletins => BulletinScreen.Show(await bulletins.ShowAsync(parsed.GetValue(id), ct), bulletins), ct));
        return command;
    }

    private static Command Test()
    {
        var id = Id();
        var to = new Option<string>("--to") { Description = "A telephone of yours.", HelpName = "+14185550142", Required = true };
        to.Validators.Add(result =>
        {
            if (!CallerNumber.IsE164(result.GetValueOrDefault<string>() ?? "")) result.AddError("--to takes a telephone number such as +14185550142.");
        });
        var command = new Command("test", "Send both texts to one telephone, at once.") { id, to };
        command.SetAction((parsed, ct) => WithBulletinsAsync(
            async bulletins =>
            {
                await bulletins.TestAsync(parsed.GetValue(id), parsed.GetValue(to)!, ct);
                System.Console.WriteLine("Both texts are in the outbox; the running line sends them within seconds.");
            },
            ct));
        return command;
    }

    private static Command Schedule()
    {
        var id = Id();
        var at = new Option<string?>("--at") { Description = "When, in the line's time zone.", HelpName = "2026-12-01 10:00" };
        var now = new Option<bool>("--now") { Description = "At once, or as soon as the hour is decent where a citizen lives." };
        var command = new Command("schedule", "Have a draft sent.") { id, at, now };
        command.Validators.Add(result =>
        {
            if (result.GetValue(now) == result.GetValue(at) is not null) result.AddError("Give either --at \"2026-12-01 10:00\" or --now.");
            else if (result.GetValue(at) is { } text && !TryRead(text, out _)) result.AddError($"--at takes a moment such as \"2026-12-01 10:00\", not \"{text}\".");
        });
        command.SetAction((parsed, ct) => WithBulletinsAsync(
            async bulletins =>
            {
                var number = parsed.GetValue(id);
                var due = await bulletins.ScheduleAsync(number, parsed.GetValue(at) is { } text && TryRead(text, out var local) ? local : null, ct);
                System.Console.WriteLine(FormattableString.Invariant($"Bulletin {number} goes out from {due:yyyy-MM-dd HH:mm} on, when the hour is decent where each citizen lives."));
            },
            ct));
        return command;
    }

    private static Command Cancel()
    {
        var id = Id();
        var command = new Command("cancel", "Send no more of it.") { id };
        command.SetAction((parsed, ct) => WithBulletinsAsync(
            async bulletins =>
            {
                var number = parsed.GetValue(id);
                var cancelled = await bulletins.CancelAsync(number, ct);
                System.Console.WriteLine(FormattableString.Invariant($"Bulletin {number} is cancelled, and {cancelled} messages that waited with it."));
            },
            ct));
        return command;
    }

    private static Argument<long> Id() => new("id") { Description = "The bulletin's number." };

    private static bool TryRead(string text, out DateTime local) => DateTime.TryParseExact(text, Moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out local);

    private static async Task<int> WithBulletinsAsync(Func<BulletinService, Task> work, CancellationToken ct)
    {
        await using var app = LineApplication.Build(["--Twilio:AuthToken=none"], builder => builder.Logging.ClearProviders());
        await app.Services.OpenLineAsync(ct);
        try
        {
            await work(app.Services.GetRequiredService<BulletinService>());
            return 0;
        }
        catch (BulletinException error)
        {
            foreach (var mistake in error.Mistakes) await System.Console.Error.WriteLineAsync(mistake);
            return 1;
        }
    }
}
