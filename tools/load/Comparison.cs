namespace PolicyBot.Load;

/// <summary>Measures everyone in turns: floor, bot, bot, peer, floor, bot … so that what happens on the machine happens to all of them.</summary>
internal sealed class Comparison(LoadOptions options, Generator generator, int? cpu)
{
    private static readonly TimeSpan Alone = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
            throw new InvalidOperationException("This tool pins processes to CPUs and publishes for Linux; run it there.");
        var folder = Directory.CreateTempSubdirectory("policybot-load-").FullName;
        try
        {
            var candidates = await Candidates.ReadyAsync(folder, cancellationToken);
            var cpu = await StepAsideAsync(options.BotCpu, cancellationToken);
            using var sink = new Sink();
            var rows = await new Comparison(options, new Generator(sink), cpu).MeasureAsync(candidates, cancellationToken);
            Table.Write(Console.Out, options, cpu, rows);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<List<Row>> MeasureAsync(Candidate[] candidates, CancellationToken cancellationToken)
    {
        var rows = candidates.Select(candidate => new Row(candidate)).ToList();
        await UnderLoadAsync(rows, cancellationToken);
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var row in rows)
                row.ColdStarts.Add(await ColdStartAsync(row.Candidate, cancellationToken));
        }
        return rows;
    }

    private async Task UnderLoadAsync(List<Row> rows, CancellationToken cancellationToken)
    {
        var bots = new List<BotProcess>();
        try
        {
            for (var round = 0; round < options.Rounds; round++)
            {
                foreach (var (at, row) in rows.Index())
                {
                    await Console.Error.WriteLineAsync($"Round {round + 1} of {options.Rounds}: {row.Candidate.Name}");
                    if (round == 0)
                    {
                        bots.Add(await BotProcess.StartAsync(row.Candidate, cpu, cancellationToken));
                        await generator.RunAsync(bots[at].Port, row.Candidate.Script, options.Lanes, TimeSpan.FromSeconds(options.WarmUp), cancellationToken);
                    }
                    row.Samples.Add(await SampleAsync(bots[at], row.Candidate.Script, cancellationToken));
                    if (bots[at].HasEnded)
                        throw new InvalidOperationException($"{row.Candidate.Name}: ended under load.");
                }
            }
        }
        finally
        {
            foreach (var bot in bots)
                await bot.DisposeAsync();
        }
    }

    private async Task<Sample> SampleAsync(BotProcess bot, Line[] script, CancellationToken cancellationToken)
    {
        var before = Usage.Now(bot);
        var load = await generator.RunAsync(bot.Port, script, options.Lanes, TimeSpan.FromSeconds(options.Seconds), cancellationToken);
        var used = Usage.Now(bot) - before;
        var resident = bot.ResidentMegabytes;
        return new Sample(load, used, resident, await generator.RunAsync(bot.Port, script, 1, Alone, cancellationToken));
    }

    /// <summary>From starting the process, on the database that the load left, to its first reply; in milliseconds.</summary>
    private async Task<double> ColdStartAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        await using var bot = await BotProcess.StartAsync(candidate, cpu, cancellationToken);
        var first = await generator.RunAsync(bot.Port, candidate.Script, 1, TimeSpan.Zero, cancellationToken);
        return first.Took.Length == 1 ? bot.Age.TotalMilliseconds : double.NaN;
    }

    // All our threads leave the CPU to the bot; threads that start later are where the ones are that started them.
    private static async Task<int?> StepAsideAsync(int botCpu, CancellationToken cancellationToken)
    {
        if (!Commands.Exists("taskset") || Environment.ProcessorCount < 2)
        {
            await Console.Error.WriteLineAsync("Nothing is pinned to a CPU: that takes taskset and two CPUs. The figures will be less steady.");
            return null;
        }
        var others = string.Join(',', Enumerable.Range(0, Environment.ProcessorCount).Where(number => number != botCpu));
        await Commands.RunAsync(".", "sh", ["-c", $"taskset -a -c -p {others} {Environment.ProcessId} > /dev/null"], cancellationToken); // it tells of every thread
        return botCpu;
    }
}
