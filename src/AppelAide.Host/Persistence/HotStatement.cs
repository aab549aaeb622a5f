using System.Data;
using System.Data.Common;

namespace AppelAide.Host.Persistence;

/// <summary>
/// A statement run at every turn: SQLite keeps it prepared on the connection that writes, so that a turn costs no parsing.
/// Parameters are set by position, in the order declared.
/// </summary>
/// <param name="sql">The text, the same for both databases.</param>
/// <param name="parameters">Name and type of each parameter.</param>
internal sealed class HotStatement(string sql, params (string Name, DbType Type)[] parameters)
{
    /// <summary>A command of that text with its parameters, on no connection yet.</summary>
    public DbCommand CreateCommand(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, type) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.DbType = type;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
