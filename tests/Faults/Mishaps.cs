using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Faults;

/// <summary>
/// What goes wrong, and when: drawn from a seed and counted in things that happen, not in seconds, so that a run can be had again.
/// </summary>
internal sealed class Mishaps(int seed, int kills, Func<bool> kill)
{
    private const int FewestBetweenKills = 40;
    private const int MostBetweenKills = 140;

    private readonly Lock gate = new();
    private readonly Random random = new(seed);
    private int happened;
    private int nextKill = FewestBetweenKills;

    public int Kills { get; private set; }

    public int Faults { get; private set; }

    /// <summary>Something happens: a person sends, the bot calls. From time to time the bot dies of it.</summary>
    public void Happened()
    {
        lock (gate)
        {
            if (++happened < nextKill || Kills == kills || !kill())
                return;
            Kills++;
            nextKill = happened + random.Next(FewestBetweenKills, MostBetweenKills);
        }
    }

    /// <summary>Of a hundred calls to the Connector twenty go wrong; half of those that break off had arrived.</summary>
    public Fault? Of(ConnectorCall call)
    {
        Happened();
        lock (gate)
        {
            var accepted = random.Next(2) == 0;
            var fault = random.Next(100) switch
            {
                < 7 => Fault.Throttled(1),
                < 14 => Fault.Gateway(502, accepted),
                < 20 => Fault.Silence(accepted),
                _ => null,
            };
            Faults += fault is null ? 0 : 1;
            return fault;
        }
    }
}
