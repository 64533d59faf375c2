using System.Data.Common;
using Microsoft.Extensions.Configuration;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Commands;

/// <summary><c>verify</c>: holds every case against its trail and names what was altered, taken out or put in.</summary>
internal static class VerifyCases
{
    public static async Task<int> RunAsync(string[] args, IConfiguration configuration, TextWriter output, TextWriter errors)
    {
        if (args.Length > 0)
        {
            await errors.WriteLineAsync("verify has no options.");
            return 1;
        }
        try
        {
            var archive = new CaseArchive(Composition.DatabaseOf(configuration));
            var cases = await archive.AllAsync(CancellationToken.None);
            ImmutableArray<string> faults = [.. cases.SelectMany(each => each.Faults), .. await archive.GapsAsync(CancellationToken.None)];
            foreach (var fault in faults)
                await output.WriteLineAsync(fault);
            await output.WriteLineAsync(faults.IsEmpty
                ? $"Cases: {cases.Length}. Trail entries: {cases.Sum(each => each.Trail.Length)}. All of it verified."
                : $"Cases: {cases.Length}. To look into: {faults.Length}.");
            return faults.IsEmpty ? 0 : 1;
        }
        catch (ArgumentException fault) when (fault.ParamName == "connectionString")
        {
            await errors.WriteLineAsync(fault.Message);
            return 1;
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException { InnerException: DbException }) // the second is EF Core's for a server that is away
        {
            await errors.WriteLineAsync(Composition.CasesUnreadable);
            return 1;
        }
    }
}
