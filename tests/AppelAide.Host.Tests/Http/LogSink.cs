using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AppelAide.Host.Tests.Http;

/// <summary>All that the line logs, with its exceptions, as an administrator would read it.</summary>
internal sealed class LogSink : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly ConcurrentDictionary<TaskCompletionSource, string> awaited = new();

    public string All => string.Join('\n', lines);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <summary>Waits until something is logged, or was.</summary>
    public async Task SaysAsync(string words)
    {
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        awaited[said] = words;
        if (!All.Contains(words, StringComparison.Ordinal)) await said.Task.WaitAsync(TimeSpan.FromSeconds(30));
        awaited.TryRemove(said, out _);
    }

    public void Dispose()
    {
    }

    private void Take(string line)
    {
        lines.Enqueue(line);
        foreach (var (said, words) in awaited)
            if (line.Contains(words, StringComparison.Ordinal)) said.TrySetResult();
    }

    private sealed class Logger(LogSink sink, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            sink.Take($"{logLevel} {category}: {formatter(state, exception)} {exception}");
    }
}
