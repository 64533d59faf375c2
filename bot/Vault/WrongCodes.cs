using System.Net;

namespace PolicyBot.Bot.Vault;

/// <summary>Whoever types wrong codes waits: a few tries a minute, for each address and for all together.</summary>
internal sealed class WrongCodes(TimeProvider time)
{
    private const int MostOfOne = 5;
    private const int MostOfAll = 50;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Queue<(DateTimeOffset At, IPAddress? From)> tries = new();

    public bool MayTry(IPAddress? from)
    {
        lock (gate)
        {
            while (tries.TryPeek(out var oldest) && oldest.At <= time.GetUtcNow() - Window)
                tries.Dequeue();
            return tries.Count < MostOfAll && tries.Count(each => Equals(each.From, from)) < MostOfOne;
        }
    }

    public void WasWrong(IPAddress? from)
    {
        lock (gate)
            tries.Enqueue((time.GetUtcNow(), from));
    }
}
