using AppelAide.Host.Persistence;

namespace AppelAide.Host.Tests.Persistence;

/// <summary>A fresh, migrated database for a class of tests, gone afterwards.</summary>
public abstract class DatabaseFixture : IAsyncLifetime
{
    private Database? database;

    /// <summary>Null when the tests can run.</summary>
    public virtual string? SkipReason => null;

    internal Database Database => database ?? throw new InvalidOperationException("The database is not there yet.");

    internal SequenceStore Sequences { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (SkipReason is not null)
            return;
        database = await CreateAsync();
        await new Migrator(database, TimeProvider.System).MigrateAsync(CancellationToken.None);
        Sequences = new SequenceStore(database);
    }

    public async Task DisposeAsync()
    {
        if (database is null)
            return;
        await database.DisposeAsync();
        await DropAsync();
    }

    /// <summary>Another host on the same database.</summary>
    internal abstract Database OpenAnother();

    internal abstract Task<Database> CreateAsync();

    protected abstract Task DropAsync();
}
