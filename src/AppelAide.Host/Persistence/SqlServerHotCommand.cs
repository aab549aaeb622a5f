using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace AppelAide.Host.Persistence;

/// <summary>SQL Server keeps the plans of texts that it has seen: there is nothing to prepare.</summary>
internal sealed class SqlServerHotCommand : HotCommand
{
    private readonly SqlCommand command;
    private int position;

    public SqlServerHotCommand(HotStatement statement, SqlConnection connection, DbTransaction transaction)
    {
        command = connection.CreateCommand();
        command.CommandText = statement.Sql;
        command.Transaction = (SqlTransaction)transaction;
        foreach (var (name, type) in statement.Parameters)
            command.Parameters.Add(new SqlParameter { ParameterName = name, DbType = type });
    }

    public override void Restart() => position = 0;

    public override void Add(long value) => Next().Value = value;

    public override void Add(long? value) => Next().Value = (object?)value ?? DBNull.Value;

    public override void Add(bool value) => Next().Value = value;

    public override void Add(double? value) => Next().Value = (object?)value ?? DBNull.Value;

    public override void Add(DateTimeOffset value) => Next().Value = InstantFormat.Truncate(value).UtcDateTime;

    public override void Add(string? value)
    {
        var parameter = Next();
        // One size for all, as Dapper has it: a plan for each length of text would flood the server's cache.
        parameter.Size = value is { Length: > 4000 } ? -1 : 4000;
        parameter.Value = (object?)value ?? DBNull.Value;
    }

    public override int Execute() => command.ExecuteNonQuery();

    public override void Dispose() => command.Dispose();

    private SqlParameter Next() => command.Parameters[position++];
}
