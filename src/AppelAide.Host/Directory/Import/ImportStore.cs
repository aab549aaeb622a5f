using System.Data;
using System.Data.Common;
using System.Globalization;
using AppelAide.Host.Directory.Editing;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Directory.Import;

/// <summary>
/// Imports and what they are about to change. A change waits in <c>directory_change</c> until it is applied, and leaves it in the same transaction: an
/// import that was decided is finished by whoever comes, however often it is interrupted, and nobody loads the directory meanwhile.
/// </summary>
internal sealed class ImportStore(Database database)
{
    // SQLite's writer is everybody's: a transaction must be short beside a citizen's turn.
    private const int Batch = 3_000;

    private const string OthersAtWork = "SELECT COUNT(*) FROM directory_import WHERE state = 'staging' AND seen_at > @Since";

    private const string Start = """
        INSERT INTO directory_import (id, source, format, imported_by, state, added, changed, retired, unchanged, defects, started_at, seen_at)
        VALUES (@Id, @Source, @Format, @By, 'staging', 0, 0, 0, 0, 0, @Now, @Now)
        """;

    private const string Seen = "UPDATE directory_import SET seen_at = @Now WHERE id = @Id AND state = 'staging'";

    private const string Decide = """
        UPDATE directory_import SET state = 'applying', added = @Added, changed = @Changed, retired = @Retired, unchanged = @Unchanged, defects = @Defects,
          seen_at = @Now
        WHERE id = @Id AND state = 'staging'
        """;

    private const string GivenUp = "SELECT id FROM directory_import {0} WHERE state = 'staging' AND (seen_at <= @Since OR id = @Id)";

    private const string Abandon = "UPDATE directory_import SET state = 'abandoned', finished_at = @Now WHERE id = @Id";

    private const string Decided = "SELECT id, source, imported_by FROM directory_import {0} WHERE state = 'applying' ORDER BY id";

    private const string Applying = "UPDATE directory_import SET seen_at = @Now WHERE id = @Id";

    private const string Finish = "UPDATE directory_import SET state = 'done', finished_at = @Now WHERE id = @Id";

    private const string Changes = "SELECT number, action, kind, record_id, record FROM directory_change WHERE import_id = @Id ORDER BY number ";

    private const string DropChanges = "DELETE FROM directory_change WHERE import_id = @Id AND number <= @Last";

    private const string LastSeen = "SELECT seen_at FROM directory_import WHERE state = 'applying' ORDER BY seen_at DESC";

    private const string Known = "SELECT kind, id, source, active, fingerprint, held FROM hsds_record";

    private const string PlaceIds = "SELECT id FROM place";

    private static readonly HotStatement Stage = new(
        """
        INSERT INTO directory_change (import_id, number, action, kind, record_id, record)
        VALUES (@ImportId, @Number, @Action, @Kind, @RecordId, @Record)
        """,
        ("@ImportId", DbType.Int64), ("@Number", DbType.Int64), ("@Action", DbType.String), ("@Kind", DbType.String), ("@RecordId", DbType.String), ("@Record", DbType.String));

    private readonly RecordWriter writer = new(database.Dialect);
    private readonly ImportOverwrites overwrites = new(new(new(database)), new(database.Dialect));
    private readonly string changes = Changes + database.Dialect.Page;
    private readonly string decided = string.Format(CultureInfo.InvariantCulture, Decided, database.Dialect.ForUpdate);
    private readonly string givenUp = string.Format(CultureInfo.InvariantCulture, GivenUp, database.Dialect.ForUpdate);

    /// <summary>When an import that was decided and is not wholly applied was last worked at; null when there is none: the tables are of one directory.</summary>
    public static DateTimeOffset? HalfAppliedSince(DbConnection connection) =>
        connection.Query<DateTimeOffset>(LastSeen).Select(at => (DateTimeOffset?)at).FirstOrDefault();

    /// <summary>Looks at every record that was ever imported, without holding them in memory.</summary>
    public Task ReadKnownAsync(Action<KnownRow> see, CancellationToken ct) =>
        database.ReadAsync(
            connection =>
            {
                foreach (var row in connection.Query<KnownRow>(new CommandDefinition(Known, flags: CommandFlags.None, cancellationToken: ct)))
                    see(row);
                return true;
            },
            ct);

    /// <summary>The places that a location may be in.</summary>
    public Task<HashSet<string>> ReadPlacesAsync(CancellationToken ct) => database.ReadAsync(connection => connection.Query<string>(PlaceIds).ToHashSet(), ct);

    /// <summary>Begins an import; false when another one is at work.</summary>
    public Task<bool> StartAsync(long id, string source, string format, string by, DateTimeOffset now, DateTimeOffset since, CancellationToken ct) =>
        database.WriteAsync(
            scope =>
            {
                if (scope.QueryFirst<long>(OthersAtWork, new { Since = since }) > 0)
                    return false;
                scope.Execute(Start, new { Id = id, Source = source, Format = format, By = by, Now = now });
                return true;
            },
            ct);

    /// <summary>Keeps changes for later, in their order, and says that the importer lives.</summary>
    /// <exception cref="DirectoryFileException">Another importer took this one for dead.</exception>
    public Task StageAsync(long id, IReadOnlyList<StagedChange> staged, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync(
            scope =>
            {
                if (scope.Execute(Seen, new { Id = id, Now = now }) == 0)
                    throw new DirectoryFileException("This import stood still for too long and was given up: start it again.");
                foreach (var change in staged)
                {
                    var command = scope.Command(Stage);
                    command.Add(id);
                    command.Add(change.Number);
                    command.Add(change.Action);
                    command.Add(change.Kind);
                    command.Add(change.RecordId);
                    command.Add(change.Record);
                    command.Execute();
                }
            },
            ct);

    /// <summary>Decides an import, in one row: before it nothing has changed, after it all will.</summary>
    /// <exception cref="DirectoryFileException">Another importer took this one for dead.</exception>
    public Task DecideAsync(long id, ImportReport report, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync(
            scope =>
            {
                if (scope.Execute(Decide, new { Id = id, report.Added, report.Changed, report.Retired, report.Unchanged, Defects = report.Defects.Count, Now = now }) == 0)
                    throw new DirectoryFileException("This import stood still for too long and was given up: start it again.");
            },
            ct);

    /// <summary>Gives up an import that was never decided, and those whose importer died: nothing of them remains.</summary>
    public async Task AbandonAsync(long? id, DateTimeOffset now, DateTimeOffset since, CancellationToken ct)
    {
        var dropped = true;
        while (dropped)
        {
            dropped = await database.WriteAsync(
                scope =>
                {
                    if (scope.QueryFirst<long?>(givenUp, new { Id = id ?? 0, Since = since }) is not { } dead)
                        return false;
                    if (scope.Query<ChangeRow>(changes, new { Id = dead, Skip = 0, Take = Batch }) is [.., var last])
                        scope.Execute(DropChanges, new { Id = dead, Last = last.Number });
                    else
                        scope.Execute(Abandon, new { Id = dead, Now = now });
                    return true;
                },
                ct).ConfigureAwait(false);
        }
    }

    /// <summary>Applies the next changes of what was decided. The directory's version grows with the last of an import.</summary>
    /// <returns>How many changes were applied; null when nothing is left to do.</returns>
    public Task<int?> ApplyNextAsync(DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync(
            scope =>
            {
                if (scope.QueryFirst<ImportRow>(decided) is not { } import)
                    return (int?)null;
                var batch = scope.Query<ChangeRow>(changes, new { import.Id, Skip = 0, Take = Batch });
                if (batch is [.., var latest])
                    overwrites.Write(scope, import.Id, latest.Number, import.ImportedBy, now);
                foreach (var change in batch)
                {
                    if (change.Action == StagedChange.Retire)
                    {
                        writer.Retire(scope, change.Kind, change.RecordId);
                        continue;
                    }

                    writer.Write(scope, HsdsRecord.FromJson(change.Kind, change.RecordId, change.Record), import.Source, change.Record);
                }

                if (batch is [.., var last])
                {
                    scope.Execute(DropChanges, new { import.Id, Last = last.Number });
                    scope.Execute(Applying, new { import.Id, Now = now });
                }
                else
                {
                    scope.Execute(Finish, new { import.Id, Now = now });
                    DirectoryStore.Changed(scope);
                }

                return batch.Count;
            },
            ct);

    private sealed record ImportRow
    {
        public long Id { get; init; }

        public string Source { get; init; } = "";

        public string ImportedBy { get; init; } = "";
    }

    private sealed record ChangeRow
    {
        public long Number { get; init; }

        public string Action { get; init; } = "";

        public string Kind { get; init; } = "";

        public string RecordId { get; init; } = "";

        public string Record { get; init; } = "";
    }
}
