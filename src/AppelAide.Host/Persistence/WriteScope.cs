using System.Data.Common;
using Dapper;

namespace AppelAide.Host.Persistence;

/// <summary>The transaction that a piece of work writes in. Only for the duration of the work.</summary>
internal sealed class WriteScope(DbConnection connection, SqlDialect dialect) : IDisposable
{
    private readonly Dictionary<HotStatement, HotCommand> prepared = [];
    private readonly List<Action> committed = [];
    private DbTransaction? transaction;

    /// <summary>The connection that writes.</summary>
    public DbConnection Connection { get; } = connection;

    /// <summary>The transaction; Dapper calls that bypass the methods here must be given it.</summary>
    public DbTransaction Transaction => transaction ?? throw new InvalidOperationException("The write is over.");

    /// <summary>What differs between the databases.</summary>
    public SqlDialect Dialect { get; } = dialect;

    /// <summary>Runs a statement; the number of rows it touched.</summary>
    public int Execute(string sql, object? parameters = null) => Connection.Execute(sql, parameters, Transaction);

    /// <summary>The rows of a query.</summary>
    public List<T> Query<T>(string sql, object? parameters = null) => Connection.Query<T>(sql, parameters, Transaction).AsList();

    /// <summary>The first row of a query, or null.</summary>
    public T? QueryFirst<T>(string sql, object? parameters = null) => Connection.QueryFirstOrDefault<T>(sql, parameters, Transaction);

    /// <summary>The command of a statement, to be given its values and run before the statement is asked for again.</summary>
    public HotCommand Command(HotStatement statement)
    {
        if (!prepared.TryGetValue(statement, out var command))
        {
            command = Dialect.Prepare(statement, Connection, Transaction);
            prepared.Add(statement, command);
        }

        command.Restart();
        return command;
    }

    /// <summary>Something to be done once what is written is durable, and not at all if it is undone: quick, and nothing that throws.</summary>
    public void AfterCommit(Action act) => committed.Add(act);

    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
    }

    internal void Begin(DbTransaction begun)
    {
        committed.Clear();
        transaction = begun;
    }

    internal void End() => transaction = null;

    internal void Committed()
    {
        foreach (var act in committed) act();
        committed.Clear();
    }
}
