using System.Diagnostics;

namespace PolicyBot.Load;

/// <summary>A line that somebody types, and words that the reply must have. Neither may need escaping in JSON or HTML.</summary>
internal sealed record Line(string Text, string Expected);

/// <summary>How a turn ended for the one who wrote.</summary>
/// <param name="Took">From the message to its reply, in <see cref="Stopwatch"/> ticks.</param>
/// <param name="IsRight">Whether the reply had the words that it should.</param>
internal readonly record struct Reply(long Took, bool IsRight);

/// <summary>A personal chat with one made-up person, who writes again only after the reply to what they wrote before.</summary>
internal sealed class Conversation(int number)
{
    public const int Count = 1000;
    public const string Prefix = "load-";

    private volatile Turn? underWay;

    public string Id { get; } = $"a:{Prefix}{number:d6}";

    public string PersonId { get; } = $"00000000-0000-4000-8000-10ad{number:d8}";

    /// <summary>Begins a turn; the task completes with its reply.</summary>
    public Task<Reply> Begin(ReadOnlyMemory<byte> expected)
    {
        var turn = new Turn(expected, Stopwatch.GetTimestamp());
        underWay = turn;
        return turn.Reply.Task;
    }

    /// <summary>A message came. False: nobody waits for one.</summary>
    public bool Hear(ReadOnlySpan<byte> activity, long at)
    {
        var turn = Interlocked.Exchange(ref underWay, null);
        return turn is not null && turn.Reply.TrySetResult(new(at - turn.Sent, activity.IndexOf(turn.Expected.Span) >= 0));
    }

    // Its continuation runs where the reply was read: handing it to another thread would cost more than the rest of the turn.
    private sealed record Turn(ReadOnlyMemory<byte> Expected, long Sent)
    {
        public TaskCompletionSource<Reply> Reply { get; } = new();
    }
}
