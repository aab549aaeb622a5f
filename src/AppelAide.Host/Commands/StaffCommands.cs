using System.CommandLine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;
using AppelAide.Host.Staff;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Commands;

/// <summary><c>staff</c>: the accounts of the console.</summary>
internal static class StaffCommands
{
    // Where the web server listens when nothing says where.
    private const string LocalAddress = "http://localhost:5000";

    /// <summary>The verb.</summary>
    public static Command Create() => new("staff", "The accounts of the console.") { Add(), List(), ResetSecondFactor() };

    private static Command Add()
    {
        var email = new Argument<string>("EMAIL") { Description = "The address that signs in." };
        var role = new Option<string>("--role") { Description = "What they may: each may all that the one before may.", Required = true };
        role.AcceptOnlyFromAmong([.. StaffRoles.All]);
        var name = new Option<string?>("--name") { Description = "Their name; the address by default." };
        var language = new Option<string>("--lang") { Description = "The language of their pages.", DefaultValueFactory = _ => "fr" };
        language.AcceptOnlyFromAmong("fr", "en");
        var command = new Command("add", "An account, and a one-time link that sets its password. For an account that exists: a new link.") { email, role, name, language };
        command.SetAction(async (parsed, ct) =>
        {
            await using var app = LineApplication.Build([], builder => builder.Logging.ClearProviders());
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
            var register = app.Services.GetRequiredService<StaffRegister>();
            var address = parsed.GetValue(email)!;
            var (secret, mistake) = await register.AddAsync(StaffMember.CommandLine, parsed.GetValue(name) ?? address, address, parsed.GetValue(role)!, parsed.GetValue(language)!, ct);
            if (mistake is not null && await register.FindAsync(address, ct) is { } known)
            {
                if (known.Role != parsed.GetValue(role)) throw new StartException($"{address} has an account already, as {known.Role}; its role is changed in the console.");
                secret = await register.RenewAsync(StaffMember.CommandLine, known.Id, ct) ?? throw new StartException($"The account of {address} is closed; it is opened again in the console.");
                mistake = null;
            }

            if (mistake is not null) throw new StartException(mistake.Value.En);
            var line = app.Services.GetRequiredService<IOptions<LineOptions>>().Value;
            System.Console.WriteLine($"A link that sets the password, once, within {StaffLinkStore.Lasts.TotalHours:0} hours:");
            System.Console.WriteLine($"  {StaffRegister.AddressOf(secret, line.PublicBaseUrl.Length > 0 ? line.PublicBaseUrl : Listening(app.Configuration))}");
            if (line.PublicBaseUrl.Length == 0) System.Console.WriteLine("(With Line:PublicBaseUrl it begins with the line's public address.)");
            return 0;
        });
        return command;
    }

    private static string Listening(IConfiguration configuration) =>
        configuration["urls"]?.Split(';') is [{ Length: > 0 } first, ..] ? first.Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal) : LocalAddress;

    private static Command ResetSecondFactor()
    {
        var email = new Argument<string>("EMAIL") { Description = "The address that signs in." };
        var command = new Command("reset-second-factor", "Takes the second factor off an account whose owner lost telephone and recovery codes, and signs it out everywhere.") { email };
        command.SetAction(async (parsed, ct) =>
        {
            await using var app = LineApplication.Build([], builder => builder.Logging.ClearProviders());
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
            var register = app.Services.GetRequiredService<StaffRegister>();
            var address = parsed.GetValue(email)!;
            var account = await register.FindAsync(address, ct) ?? throw new StartException($"{address} has no account.");
            if (!account.TwoFactor) throw new StartException($"The account of {address} has no second factor.");
            var mistake = await register.ResetSecondFactorAsync(StaffMember.CommandLine, account.Id, ct) ?? throw new StartException($"{address} has no account.");
            if (mistake.En.Length > 0) throw new StartException(mistake.En);
            System.Console.WriteLine($"The account of {address} signs in with its password alone{(account.Role == StaffRoles.Administrator ? ", and sets a new second factor then" : "")}.");
            return 0;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "The accounts.");
        command.SetAction(async (_, ct) =>
        {
            await using var app = LineApplication.Build([], builder => builder.Logging.ClearProviders());
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
            foreach (var account in await app.Services.GetRequiredService<StaffAccountStore>().ListAsync(ct))
                System.Console.WriteLine($"{account.Role,-13}  {account.Email}  {account.Name}{(account.Disabled ? "  closed" : account.PasswordHash is null ? "  link not used yet" : "")}");
            return 0;
        });
        return command;
    }
}
