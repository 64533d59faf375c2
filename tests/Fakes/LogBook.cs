using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Tests.Fakes;

/// <summary>Keeps every line that was logged, with its exception, so that a test can look for words that must not be there.</summary>
internal sealed class LogBook : ILoggerProvider
{
    private volatile TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>Waits for a line; ends with the test when it never comes.</summary>
    public async Task WaitForAsync(Func<string, bool> isIt, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = written.Task;
            if (Lines.Any(isIt))
                return;
            await next.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
        }
    }

    public ILogger CreateLogger(string categoryName) => new Page(this);

    public void Dispose()
    {
    }

    private sealed class Page(LogBook book) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            book.Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
            Interlocked.Exchange(ref book.written, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
    }
}
