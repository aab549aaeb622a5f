using System.Collections.Immutable;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Directory.Import;

/// <summary>
/// Brings a publisher's files into the directory, whole or not at all, while the line goes on with the old one. What is new or changed is first kept
/// aside in small transactions; one row then decides; only after that is it applied, again in small transactions, and hosts load the directory
/// when all of it is there. Killed before the decision, nothing has changed; after it, the next host or import finishes.
/// </summary>
internal sealed class DirectoryImport(Database database, SequenceStore sequences, TimeProvider time)
{
    private const int Batch = 1_000;

    // Much that has not changed may go by before something is kept aside.
    private const int ReadBatch = 10_000;

    // An importer keeps something aside every second or so, even on a slow disk.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Between two transactions, so that a citizen's turn in another process finds the writer free.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(3);

    private readonly ImportStore store = new(database);

    /// <summary>Imports.</summary>
    /// <exception cref="DirectoryFileException">Nothing can be read, or another import is at work; nothing was changed.</exception>
    public async Task<ImportReport> RunAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        await FinishAsync(ct).ConfigureAwait(false);
        await store.AbandonAsync(null, time.GetUtcNow(), time.GetUtcNow() - Patience, ct).ConfigureAwait(false);
        var known = new KnownDirectory(request);
        await store.ReadKnownAsync(known.Add, ct).ConfigureAwait(false);
        if (known.UnknownSource is { } unknown)
            throw new DirectoryFileException($"There is no record of a source \"{unknown}\" that could go.");
        var places = await store.ReadPlacesAsync(ct).ConfigureAwait(false);

        var defects = new DefectList();
        using var reader = DirectoryReader.Open(request.Path, known.Records, defects);
        var id = await sequences.NextAsync("directory_import", ct).ConfigureAwait(false);
        if (!await store.StartAsync(id, request.Source, reader.Format, request.By, time.GetUtcNow(), time.GetUtcNow() - Patience, ct).ConfigureAwait(false))
            throw new DirectoryFileException("Another import is at work: wait until it is done.");
        ImportReport report;
        try
        {
            report = await StageAsync(id, reader, known, places, defects, progress, ct).ConfigureAwait(false);
            // From here on it is carried through, whoever presses Ctrl+C.
            await store.DecideAsync(id, report, time.GetUtcNow(), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception)
        {
            await store.AbandonAsync(id, time.GetUtcNow(), time.GetUtcNow() - Patience, CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        await ApplyAsync(report.Added + report.Changed + report.Retired, progress, CancellationToken.None).ConfigureAwait(false);
        return report;
    }

    /// <summary>Reads the files as an import would, and changes nothing.</summary>
    /// <exception cref="DirectoryFileException">Nothing can be read.</exception>
    public async Task<ImportReport> CheckAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var known = new KnownDirectory(request);
        await store.ReadKnownAsync(known.Add, ct).ConfigureAwait(false);
        var places = await store.ReadPlacesAsync(ct).ConfigureAwait(false);
        var defects = new DefectList();
        using var reader = DirectoryReader.Open(request.Path, known.Records, defects);
        var kinds = new Dictionary<string, int>();
        int added = 0, changed = 0, unchanged = 0;
        foreach (var published in reader.Read(ct))
        {
            var record = WithKnownPlace(known.Resolve(published), places);
            kinds[record.Table] = kinds.GetValueOrDefault(record.Table) + 1;
            switch (known.Meet(record))
            {
                case Meeting.Unchanged: unchanged++; break;
                case Meeting.Changed: changed++; break;
                default: added++; break;
            }

            progress?.Report(new(ImportProgress.Reading, reader.BytesRead, reader.BytesTotal));
        }

        var retired = kinds.Count == 0 ? 0 : (await GonersAsync(known, ct).ConfigureAwait(false)).Count;
        return new(reader.Format, added, changed, retired, unchanged, InOrder(kinds), defects);
    }

    /// <summary>Applies what was decided and never finished. Any number of hosts may do it at once.</summary>
    public Task FinishAsync(CancellationToken ct) => ApplyAsync(0, null, ct);

    private async Task<ImportReport> StageAsync(
        long id, DirectoryReader reader, KnownDirectory known, HashSet<string> places, DefectList defects, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var staged = new List<StagedChange>(Batch);
        var kinds = new Dictionary<string, int>();
        long number = 0, read = 0;
        int added = 0, changed = 0, unchanged = 0, retired = 0;
        foreach (var published in reader.Read(ct))
        {
            if (++read % ReadBatch == 0)
                await FlushAsync(0).ConfigureAwait(false);
            var record = WithKnownPlace(known.Resolve(published), places);
            kinds[record.Table] = kinds.GetValueOrDefault(record.Table) + 1;
            switch (known.Meet(record))
            {
                case Meeting.Unchanged: unchanged++; continue;
                case Meeting.Changed: changed++; break;
                default: added++; break;
            }

            staged.Add(StagedChange.Of(++number, record));
            await FlushAsync(Batch).ConfigureAwait(false);
        }

        if (kinds.Count == 0)
            throw new DirectoryFileException($"There is no record in it that can be read{(defects.Kept is [var first, ..] ? $"; the first of {defects.Count} defects: {first}" : "")}.");

        foreach (var (kind, goner) in await GonersAsync(known, ct).ConfigureAwait(false))
        {
            staged.Add(StagedChange.Without(++number, kind, goner));
            retired++;
            await FlushAsync(Batch).ConfigureAwait(false);
        }

        await FlushAsync(1).ConfigureAwait(false);
        return new(reader.Format, added, changed, retired, unchanged, InOrder(kinds), defects) { IsApplied = true };

        async Task FlushAsync(int least)
        {
            if (staged.Count < least)
                return;
            await store.StageAsync(id, staged, time.GetUtcNow(), ct).ConfigureAwait(false);
            staged.Clear();
            progress?.Report(new(ImportProgress.Reading, reader.BytesRead, reader.BytesTotal));
            await Task.Delay(Breath, time, ct).ConfigureAwait(false);
        }
    }

    // A place of another register: the address says where it is.
    private static HsdsRecord WithKnownPlace(HsdsRecord record, HashSet<string> places) =>
        record.Table == "location" && record["place_id"] is { Length: > 0 } place && !places.Contains(place) ? record.With("place_id", "") : record;

    private static ImmutableArray<(string Kind, int Count)> InOrder(Dictionary<string, int> kinds) =>
        [.. HsdsTables.All.Where(table => kinds.ContainsKey(table.Name)).Select(table => (table.Name, kinds[table.Name]))];

    // Those that name others go first: nothing is ever left pointing at nothing.
    private async Task<List<(string Kind, string Id)>> GonersAsync(KnownDirectory known, CancellationToken ct)
    {
        if (!known.MayRetire)
            return [];
        var goners = new List<(string Kind, string Id)>();
        await store.ReadKnownAsync(
            row =>
            {
                if (known.IsGone(row))
                    goners.Add((row.Kind, row.Id));
            },
            ct).ConfigureAwait(false);
        var order = HsdsTables.All.Select((table, index) => (table.Name, index)).ToDictionary(pair => pair.Name, pair => pair.index);
        goners.Sort((a, b) => order.GetValueOrDefault(b.Kind).CompareTo(order.GetValueOrDefault(a.Kind)));
        return goners;
    }

    private async Task ApplyAsync(long total, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        long done = 0;
        while (await store.ApplyNextAsync(time.GetUtcNow(), ct).ConfigureAwait(false) is { } applied)
        {
            done += applied;
            if (total > 0)
                progress?.Report(new(ImportProgress.Applying, Math.Min(done, total), total));
            await Task.Delay(Breath, time, ct).ConfigureAwait(false);
        }
    }
}
