using System.Diagnostics;
using System.Globalization;

namespace PolicyBot.Load;

/// <summary>CPU time used so far: by the measured bot, by this tool, and by everybody on the machine.</summary>
internal sealed record Usage(long At, TimeSpan Bot, TimeSpan Tool, TimeSpan Everybody)
{
    private const int TicksPerSecond = 100; // the unit of /proc/stat, on every Linux that .NET runs on

    public double Seconds => Stopwatch.GetElapsedTime(0, At).TotalSeconds;

    /// <summary>CPUs that this tool kept busy: near one, it was the limit itself.</summary>
    public double ToolCpus => Tool.TotalSeconds / Seconds;

    /// <summary>CPUs that neither the bot nor this tool kept busy: near nought, the machine was ours.</summary>
    public double OtherCpus => Math.Max(0, (Everybody - Bot - Tool).TotalSeconds / Seconds);

    public static Usage operator -(Usage later, Usage earlier) =>
        new(later.At - earlier.At, later.Bot - earlier.Bot, later.Tool - earlier.Tool, later.Everybody - earlier.Everybody);

    public static Usage Now(BotProcess bot) => new(Stopwatch.GetTimestamp(), bot.Cpu, Environment.CpuUsage.TotalTime, Machine());

    // cpu  user nice system idle iowait irq softirq …
    private static TimeSpan Machine()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] busy = [fields[1], fields[2], fields[3], fields[6], fields[7]];
        return TimeSpan.FromSeconds((double)busy.Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond);
    }
}
