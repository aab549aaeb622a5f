namespace AppelAide.Host.Persistence;

/// <summary>
/// A prepared statement being given its values, in the order of its parameters, and then run. Asking <see cref="WriteScope.Command"/> for it
/// starts it anew.
/// </summary>
internal abstract class HotCommand : IDisposable
{
    /// <summary>Begins with the first parameter, whatever became of the run before.</summary>
    public abstract void Restart();

    /// <summary>The next parameter's value.</summary>
    public abstract void Add(long value);

    /// <inheritdoc cref="Add(long)"/>
    public abstract void Add(long? value);

    /// <inheritdoc cref="Add(long)"/>
    public abstract void Add(bool value);

    /// <inheritdoc cref="Add(long)"/>
    public abstract void Add(double? value);

    /// <inheritdoc cref="Add(long)"/>
    public abstract void Add(DateTimeOffset value);

    /// <inheritdoc cref="Add(long)"/>
    public abstract void Add(string? value);

    /// <summary>Runs it; the number of rows it touched.</summary>
    public abstract int Execute();

    public abstract void Dispose();
}
