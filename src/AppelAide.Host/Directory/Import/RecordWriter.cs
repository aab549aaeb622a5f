using System.Collections.Frozen;
using System.Data;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Directory.Import;

/// <summary>Writes a record twice, in one transaction: whole, as its publisher wrote it, and typed, as the line reads it.</summary>
internal sealed class RecordWriter
{
    private static readonly HotStatement Retired = new(
        "UPDATE hsds_record SET active = @Active, held = @Held WHERE kind = @Kind AND id = @Id",
        ("@Active", DbType.Boolean), ("@Held", DbType.Boolean), ("@Kind", DbType.String), ("@Id", DbType.String));

    private const string Published = "SELECT source, fingerprint, record FROM hsds_record WHERE kind = @Kind AND id = @Id AND active = 1";

    private readonly FrozenDictionary<string, TypedTable> tables;
    private readonly HotStatement write;

    public RecordWriter(SqlDialect dialect)
    {
        tables = TypedTables.Create(dialect);
        write = new(
            dialect.Upsert("hsds_record", ["kind", "id"], "kind", "id", "source", "active", "fingerprint", "held", "record"),
            ("@Kind", DbType.String), ("@Id", DbType.String), ("@Source", DbType.String), ("@Active", DbType.Boolean), ("@Fingerprint", DbType.Int64), ("@Held", DbType.Boolean), ("@Record", DbType.String));
    }

    /// <summary>Writes a record, new or changed.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="record">The record.</param>
    /// <param name="source">Who publishes it.</param>
    /// <param name="fingerprint">Of the record as published: an edit made here keeps that of the publisher's, so that reading the same file again undoes nothing.</param>
    public void Write(WriteScope scope, HsdsRecord record, string source, ulong fingerprint)
    {
        Write(scope, record, source, fingerprint, record.ToJson());
    }

    /// <summary>Writes a record as it was published, for who has its JSON.</summary>
    public void Write(WriteScope scope, HsdsRecord record, string source, string json) => Write(scope, record, source, record.Fingerprint(), json);

    private void Write(WriteScope scope, HsdsRecord record, string source, ulong fingerprint, string json)
    {
        var command = scope.Command(write);
        command.Add(record.Table);
        command.Add(record.Id);
        command.Add(source);
        command.Add(true);
        command.Add(unchecked((long)fingerprint));
        command.Add(false);
        command.Add(json);
        command.Execute();
        if (tables.TryGetValue(record.Table, out var table))
            table.Write(scope, record);
    }

    /// <summary>Changes a record here, whatever its publisher wrote: it stays so until the publisher changes it.</summary>
    /// <returns>False when there is no such record.</returns>
    public bool Edit(WriteScope scope, string kind, string id, Func<HsdsRecord, HsdsRecord> change)
    {
        if (scope.QueryFirst<PublishedRow>(Published, new { Kind = kind, Id = id }) is not { } row)
            return false;
        Write(scope, change(HsdsRecord.FromJson(kind, id, row.Record)), row.Source, unchecked((ulong)row.Fingerprint));
        return true;
    }

    /// <summary>A record is gone from its publisher's files: it is kept, and the line no longer reads it.</summary>
    public void Retire(WriteScope scope, string kind, string id) => Retire(scope, kind, id, held: false);

    /// <summary>Staff take a record away here: it stays away until its publisher changes it.</summary>
    public void Remove(WriteScope scope, string kind, string id) => Retire(scope, kind, id, held: true);

    private void Retire(WriteScope scope, string kind, string id, bool held)
    {
        var command = scope.Command(Retired);
        command.Add(false);
        command.Add(held);
        command.Add(kind);
        command.Add(id);
        command.Execute();
        if (tables.TryGetValue(kind, out var table))
            table.Retire(scope, id);
    }

    private sealed record PublishedRow
    {
        public string Source { get; init; } = "";

        public long Fingerprint { get; init; }

        public string Record { get; init; } = "";
    }
}
