using System.Collections.Immutable;
using System.Data;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Directory.Import;

/// <summary>A table that the line reads, kept in step with the publishers' records of one kind.</summary>
internal sealed class TypedTable
{
    private readonly ImmutableArray<TypedColumn> columns;
    private readonly HotStatement write;
    private readonly HotStatement retire;

    /// <param name="dialect">The database's.</param>
    /// <param name="kind">The records' kind, which is also the table's name.</param>
    /// <param name="isReferred">Trainings and referrals may name its rows: one that is gone is hidden, not deleted.</param>
    /// <param name="columns">All but the identifier.</param>
    public TypedTable(SqlDialect dialect, string kind, bool isReferred, params ReadOnlySpan<TypedColumn> columns)
    {
        Kind = kind;
        this.columns = isReferred ? [.. columns, TypedColumn.Flag("active", _ => true)] : [.. columns];
        var key = TypedColumn.Text("id", int.MaxValue, record => record.Id);
        write = new(
            dialect.Upsert(kind, ["id"], [key.Name, .. this.columns.Select(column => column.Name)]),
            [(key.Parameter, key.Type), .. this.columns.Select(column => (column.Parameter, column.Type))]);
        retire = new(
            isReferred ? $"UPDATE {kind} SET active = @Active WHERE id = @Id" : $"DELETE FROM {kind} WHERE @Active = 0 AND id = @Id",
            ("@Active", DbType.Boolean), ("@Id", DbType.String));
    }

    /// <summary>The kind of the records.</summary>
    public string Kind { get; }

    /// <summary>Writes what the line reads of a record, new or changed.</summary>
    public void Write(WriteScope scope, HsdsRecord record)
    {
        var command = scope.Command(write);
        command.Add(record.Id);
        foreach (var column in columns)
            column.Fill(command, record);
        command.Execute();
    }

    /// <summary>The record is gone: the line no longer reads it.</summary>
    public void Retire(WriteScope scope, string id)
    {
        var command = scope.Command(retire);
        command.Add(false);
        command.Add(id);
        command.Execute();
    }
}
