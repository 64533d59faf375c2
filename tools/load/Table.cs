namespace PolicyBot.Load;

/// <summary>One candidate in one round.</summary>
internal sealed record Sample(LoadResult Load, Usage Used, double ResidentMegabytes, LoadResult Alone)
{
    public double CpuPerTurn => Used.Bot.TotalMilliseconds / Math.Max(1, Load.Took.Length);
}

/// <summary>All that was measured of one candidate.</summary>
internal sealed record Row(Candidate Candidate)
{
    public List<Sample> Samples { get; } = [];

    public List<double> ColdStarts { get; } = [];

    public double Median(Func<Sample, double> of) => Median(Samples.Select(of));

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>The result as a Markdown table; each figure is the median of the rounds.</summary>
internal static class Table
{
    public static void Write(TextWriter to, LoadOptions options, int? cpu, List<Row> rows)
    {
        to.WriteLine("| | turns/s | × floor | CPU ms/turn | × floor | p50 / p99 under load, ms | p50 / p99 one at a time, ms | cold start, ms | memory after load, MB | errors / lost |");
        to.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var row in rows)
            to.WriteLine(LineOf(row, rows[0]));
        to.WriteLine();
        to.WriteLine($"Medians of {options.Rounds} rounds of {options.Seconds} s, {options.Lanes} messages under way, {options.WarmUp} s of load before the first round; "
            + (cpu is null ? "nothing pinned. " : "each process alone on one CPU. ")
            + $"The load took at most {Worst(rows, used => used.ToolCpus):0.00} of a CPU, other programs at most {Worst(rows, used => used.OtherCpus):0.00}.");
    }

    // Ratios are taken inside a round, where the machine was the same for both.
    private static string LineOf(Row row, Row floor)
    {
        var pace = Row.Median(row.Samples.Zip(floor.Samples, (own, least) => own.Load.TurnsPerSecond / least.Load.TurnsPerSecond));
        var cost = Row.Median(row.Samples.Zip(floor.Samples, (own, least) => own.CpuPerTurn / least.CpuPerTurn));
        return $"| {row.Candidate.Name} | {row.Median(sample => sample.Load.TurnsPerSecond):N0} | {pace:0.00} | {row.Median(sample => sample.CpuPerTurn):0.000} | {cost:0.0} "
            + $"| {row.Median(sample => sample.Load.Within(0.5)):0.0} / {row.Median(sample => sample.Load.Within(0.99)):0.0} "
            + $"| {row.Median(sample => sample.Alone.Within(0.5)):0.00} / {row.Median(sample => sample.Alone.Within(0.99)):0.00} "
            + $"| {Row.Median(row.ColdStarts):N0} | {row.Median(sample => sample.ResidentMegabytes):N0} "
            + $"| {row.Samples.Sum(sample => sample.Load.Errors + sample.Alone.Errors)} / {row.Samples.Sum(sample => sample.Load.Lost + sample.Alone.Lost)} |";
    }

    private static double Worst(List<Row> rows, Func<Usage, double> of) => rows.SelectMany(row => row.Samples).Max(sample => of(sample.Used));
}
