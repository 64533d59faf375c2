using System.Globalization;
using PolicyBot.RecordsBenchmark;

// records [--records 10000]: drains a backlog into a SharePoint that throttles, and prints one table.
if (args is ["bot"])
{
    await MeasuredBot.RunAsync();
    return 0;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var records = args switch
{
    [] => 10_000,
    ["--records", var number] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted > 1 => wanted,
    _ => 0,
};
if (records == 0)
{
    await Console.Error.WriteLineAsync("Write: dotnet run -c Release --project tools/records -- [--records 10000].");
    return 1;
}
Drain.Write(Console.Out, await Drain.MeasureAsync(records));
return 0;
