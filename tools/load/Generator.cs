using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace PolicyBot.Load;

/// <summary>What a stretch of load came to.</summary>
/// <param name="Took">How long each right reply took, in milliseconds, shortest first.</param>
/// <param name="Errors">Refused messages, broken connections, wrong words, and messages that nobody waited for.</param>
/// <param name="Lost">Messages without an answer or a reply.</param>
internal sealed record LoadResult(double[] Took, TimeSpan Elapsed, int Errors, int Lost)
{
    public double TurnsPerSecond => Took.Length / Elapsed.TotalSeconds;

    /// <summary>The time within which this share of the replies came.</summary>
    public double Within(double share) => Took.Length == 0 ? double.NaN : Took[Math.Max(0, (int)Math.Ceiling(share * Took.Length) - 1)];
}

/// <summary>People who write to a bot. Each lane waits for the HTTP answer and for the reply before it sends the next message.</summary>
internal sealed class Generator(Sink sink)
{
    // A lane whose reply does not come stands still until the end: with every reply lost, the throughput is rightly none.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Writes for some time, at least one message in each lane.</summary>
    public async Task<LoadResult> RunAsync(int botPort, Line[] script, int lanes, TimeSpan time, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        using var patience = new CancellationTokenSource(time + Patience);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        _ = sink.TakeUnexpected();
        var all = await Task.WhenAll(Enumerable.Range(0, lanes).Select(number => new Lane(sink, botPort, script, number, lanes).RunAsync(start, time, giveUp.Token)));
        cancellationToken.ThrowIfCancellationRequested();
        return new LoadResult(
            [.. all.SelectMany(lane => lane.Took).Order()],
            Stopwatch.GetElapsedTime(start),
            all.Sum(lane => lane.Errors) + sink.TakeUnexpected(),
            all.Sum(lane => lane.Lost));
    }

    private sealed class Lane(Sink sink, int botPort, Line[] script, int number, int lanes)
    {
        private readonly TeamsMessage message = new(botPort, sink.Port);
        private readonly ReadOnlyMemory<byte>[] expected = [.. script.Select(line => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(line.Expected))];

        public List<double> Took { get; } = [];

        public int Errors { get; private set; }

        public int Lost { get; private set; }

        public async Task<Lane> RunAsync(long start, TimeSpan time, CancellationToken giveUp)
        {
            HttpConnection? connection = null;
            var turn = 0;
            do
            {
                try
                {
                    connection ??= await HttpConnection.OpenAsync(botPort, giveUp);
                    await TurnAsync(connection, turn++, giveUp);
                }
                catch (SocketException)
                {
                    Errors++;
                    connection?.Dispose();
                    connection = null;
                }
                catch (OperationCanceledException)
                {
                    Lost++;
                }
            }
            while (Stopwatch.GetElapsedTime(start) < time && !giveUp.IsCancellationRequested);
            connection?.Dispose();
            return this;
        }

        private async Task TurnAsync(HttpConnection connection, int turn, CancellationToken giveUp)
        {
            // Each lane has conversations of its own, so that nobody writes twice at once.
            var conversation = sink.Conversations[number + lanes * (turn % (Conversation.Count / lanes))];
            var line = (number + turn) % script.Length;
            var request = message.Write(conversation, script[line].Text);
            var reply = conversation.Begin(expected[line]);
            await connection.SendAsync(request, giveUp);
            if (!await connection.ReadAsync(giveUp))
                throw new SocketException((int)SocketError.ConnectionReset);
            if (!connection.SaysSuccess)
            {
                Errors++;
                return;
            }
            var (took, isRight) = await reply.WaitAsync(giveUp);
            if (isRight)
                Took.Add(took * 1000.0 / Stopwatch.Frequency);
            else
                Errors++;
        }
    }
}
