using AppelAide.Host.Persistence;
using AppelAide.Host.Privacy;

namespace AppelAide.Host.Tests.Persistence;

/// <summary>A fresh, migrated database for a class of tests, gone afterwards.</summary>
public abstract class DatabaseFixture : IAsyncLifetime
{
    private Database? database;

    /// <summary>Null when the tests can run.</summary>
    public virtual string? SkipReason => null;

    internal Database Database => database ?? throw new InvalidOperationException("The database is not there yet.");

    internal SequenceStore Sequences { get; private set; } = null!;

    internal PhoneVault Vault { get; } = new(new byte[PhoneVault.KeySize]);

    public async Task InitializeAsync()
    {
        if (SkipReason is not null)
            return;
        database = await CreateEmptyAsync();
        await new Migrator(database, TimeProvider.System).MigrateAsync(CancellationToken.None);
        Sequences = new SequenceStore(database);
    }

    public async Task DisposeAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
        await DropAllAsync();
    }

    /// <summary>A database with nothing in it.</summary>
    internal abstract Task<Database> CreateEmptyAsync();

    /// <summary>Another host on the class's database.</summary>
    internal Database OpenAnother() => OpenAnother(Database);

    /// <summary>Another host on a database of this fixture.</summary>
    internal abstract Database OpenAnother(Database database);

    protected abstract Task DropAllAsync();
}
