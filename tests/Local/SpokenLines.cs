using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Tests.Local;

/// <summary>What a program logs, line by line, for a test that waits until it has said something.</summary>
internal sealed class SpokenLines : ILoggerProvider, ILogger
{
    private readonly Channel<string> lines = System.Threading.Channels.Channel.CreateUnbounded<string>();

    /// <summary>The first line not yet read that holds the words; it waits for it as long as the test may last.</summary>
    internal async Task<string> WaitForAsync(string words)
    {
        await foreach (var line in lines.Reader.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            if (line.Contains(words, StringComparison.Ordinal))
                return line;
        }
        throw new InvalidOperationException($"Nothing more was said, and not '{words}'.");
    }

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Writer.TryWrite(formatter(state, exception));

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Dispose() => lines.Writer.TryComplete();
}
