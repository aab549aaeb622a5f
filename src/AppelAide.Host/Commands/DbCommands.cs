using System.CommandLine;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Commands;

/// <summary><c>db migrate</c> and <c>db status</c>.</summary>
internal static class DbCommands
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var migrate = new Command("migrate", "Apply the migrations that are missing.");
        migrate.SetAction((_, ct) => WithMigratorAsync(MigrateAsync, ct));
        var status = new Command("status", "Say which migrations are applied.");
        status.SetAction((_, ct) => WithMigratorAsync(StatusAsync, ct));
        return new Command("db", "The database.") { migrate, status };
    }

    private static async Task<int> WithMigratorAsync(Func<Migrator, CancellationToken, Task> work, CancellationToken ct)
    {
        await using var app = LineApplication.Build([], builder => builder.Logging.ClearProviders());
        await work(app.Services.GetRequiredService<Migrator>(), ct);
        return 0;
    }

    private static async Task MigrateAsync(Migrator migrator, CancellationToken ct)
    {
        var applied = await migrator.MigrateAsync(ct);
        foreach (var migration in applied) System.Console.WriteLine($"applied {migration.Number:0000} {migration.Name}");
        if (applied.Count == 0) System.Console.WriteLine("The database is up to date.");
    }

    private static async Task StatusAsync(Migrator migrator, CancellationToken ct)
    {
        foreach (var (migration, appliedAt) in await migrator.StatusAsync(ct))
            System.Console.WriteLine(FormattableString.Invariant($"{migration} {(appliedAt is { } at ? $"applied {at:yyyy-MM-dd HH:mm} UTC" : "not applied")}"));
    }
}
