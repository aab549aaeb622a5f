using System.Collections.Concurrent;

namespace AppelAide.Host.Persistence;

/// <summary>
/// Identifiers made in the program, the same way on both databases (Hi/Lo): a host reserves a block in the table <c>sequence</c> and gives
/// its numbers out from memory. What a host had left when it stopped is skipped, so numbers grow but have gaps.
/// </summary>
internal sealed class SequenceStore(Database database)
{
    private const int BlockSize = 64;

    private const string Read = "SELECT next FROM sequence {0} WHERE name = @Name";

    private const string Advance = "UPDATE sequence SET next = @Next WHERE name = @Name";

    private readonly ConcurrentDictionary<string, Block> blocks = new();
    private readonly string read = string.Format(null, Read, database.Dialect.ForUpdate);
    private readonly string insert = database.Dialect.InsertIfAbsent("sequence", ["name"], "name", "next");

    /// <summary>The next number of a sequence, from 1; the name is the table's. From memory, but for one in 64.</summary>
    public async ValueTask<long> NextAsync(string name, CancellationToken ct)
    {
        var block = blocks.GetOrAdd(name, _ => new Block());
        if (block.TryTake(out var number))
            return number;
        await block.Refill.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            if (block.TryTake(out number))
                return number;
            // Reserved for good before any of it is used.
            var first = await database.WriteAsync(scope => Reserve(scope, name, BlockSize), ct).ConfigureAwait(false);
            return block.Renew(first, BlockSize);
        }
        finally
        {
            block.Refill.Release();
        }
    }

    /// <summary>
    /// The next number, asked within a write. When the block in memory is used up, just one is taken from the table: the write may yet be
    /// undone, and a block reserved in it with it.
    /// </summary>
    public long Next(WriteScope scope, string name) =>
        blocks.TryGetValue(name, out var block) && block.TryTake(out var number) ? number : Reserve(scope, name, 1);

    /// <summary>As many numbers in a row, asked within a write and undone with it: for rows that one statement inserts.</summary>
    /// <returns>The first of them.</returns>
    public long NextRange(WriteScope scope, string name, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return Reserve(scope, name, count);
    }

    private long Reserve(WriteScope scope, string name, int count)
    {
        if (scope.QueryFirst<long?>(read, new { Name = name }) is not { } first)
        {
            // Another host may insert it first: what counts is what is there afterwards.
            scope.Execute(insert, new { Name = name, Next = 1L });
            first = scope.QueryFirst<long>(read, new { Name = name });
        }

        scope.Execute(Advance, new { Name = name, Next = first + count });
        return first;
    }

    private sealed class Block
    {
        private readonly Lock gate = new();
        private long next;
        private long end;

        public SemaphoreSlim Refill { get; } = new(1);

        public bool TryTake(out long number)
        {
            lock (gate)
            {
                number = next;
                if (next == end)
                    return false;
                next++;
                return true;
            }
        }

        public long Renew(long first, int count)
        {
            lock (gate)
            {
                next = first + 1;
                end = first + count;
                return first;
            }
        }
    }
}
