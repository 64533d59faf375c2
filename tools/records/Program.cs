using System.Globalization;
using PolicyBot.RecordsBenchmark;

// records [--records 10000]: drains a backlog into a SharePoint that throttles, and prints one table.
// records --start [10]: starts the published bot so often with and without Microsoft Graph, and prints what that costs.
if (args is ["bot"])
{
    await MeasuredBot.RunAsync();
    return 0;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case []:
        return await DrainAsync(10_000);
    case ["--records", var number] when Read(number) is { } records:
        return await DrainAsync(records);
    case ["--start"]:
        return await StartAsync(10);
    case ["--start", var number] when Read(number) is { } rounds:
        return await StartAsync(rounds);
    default:
        await Console.Error.WriteLineAsync("Write: dotnet run -c Release --project tools/records -- [--records 10000 | --start [10]].");
        return 1;
}

static async Task<int> DrainAsync(int records)
{
    Drain.Write(Console.Out, await Drain.MeasureAsync(records));
    return 0;
}

static async Task<int> StartAsync(int rounds)
{
    await Start.MeasureAsync(rounds, Console.Out);
    return 0;
}

static int? Read(string number) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read > 1 ? read : null;
