using System.Globalization;
using Microsoft.AspNetCore.Builder;
using PolicyBot.Bot;

namespace PolicyBot.RecordsBenchmark;

/// <summary>The bot as it is, in a process of its own. For each line that comes in, one goes out: the bytes of managed memory that are in use after everything else was collected.</summary>
internal static class MeasuredBot
{
    public const string Listens = "listens";
    public const string Memory = "memory ";

    public static async Task RunAsync()
    {
        await using var app = WebApplication.CreateSlimBuilder().AddPolicyBot().Build().UsePolicyBot();
        await app.OpenAsync();
        await app.StartAsync();
        await Console.Out.WriteLineAsync(Listens);
        while (await Console.In.ReadLineAsync() is not null)
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Memory}{GC.GetTotalMemory(forceFullCollection: true)}"));
        await app.StopAsync();
    }
}
