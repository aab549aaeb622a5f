using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AppelAide.Console.Tests;

/// <summary>What the program logged as an error: a page that failed.</summary>
internal sealed class ErrorSink : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Errors { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && exception is not OperationCanceledException && !formatter(state, exception).StartsWith("The HostOptions", StringComparison.Ordinal)) Errors.Enqueue($"{formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
        // Nothing is held.
    }
}
