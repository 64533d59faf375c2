using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using PolicyBot.Bot.Graph.Records;
using PolicyBot.Bot.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Commands;

/// <summary><c>reconcile [--repair] [--json]</c>: holds the Trust's own record in SharePoint against the database. Ends with 1 while a difference is left. May run beside the bot.</summary>
internal static class ReconcileCommand
{
    private static readonly ReconcileJson Readable = new(new JsonSerializerOptions(ReconcileJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static async Task<int> RunAsync(string[] args, IConfiguration configuration, TextWriter output, TextWriter errors, Action<IServiceCollection>? besides = null)
    {
        if (args.Except(["--repair", "--json"], StringComparer.Ordinal).Any())
        {
            await errors.WriteLineAsync("Write: reconcile [--repair] [--json].");
            return 1;
        }
        if (!RecordServices.IsConfigured(configuration))
        {
            await errors.WriteLineAsync("There is no record in SharePoint to look at: Graph:Records:Site and Graph:Records:RestrictedSite are not set. 'provision' prints them.");
            return 1;
        }
        try
        {
            await using var services = RecordTools.Open(configuration, besides);
            return await RunAsync(services, args.Contains("--repair", StringComparer.Ordinal), args.Contains("--json", StringComparer.Ordinal), output);
        }
        catch (Exception fault) when (fault is TrustFileException or OptionsValidationException or ArgumentException { ParamName: "connectionString" })
        {
            await errors.WriteLineAsync(fault.Message);
        }
        catch (SharePointException fault)
        {
            await errors.WriteLineAsync($"Graph did not do it ({fault.Fault.Status} {fault.Fault.Code}). Nothing that was right was changed; run it again, or ask 'doctor'.");
        }
        catch (EvidenceLostException)
        {
            await errors.WriteLineAsync("A file that should be repaired is not in the bot's own store any more, or was altered there. Nothing was put in its place.");
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException { InnerException: DbException }) // the second is EF Core's for a server that is away
        {
            await errors.WriteLineAsync(Composition.CasesUnreadable);
        }
        return 1;
    }

    private static async Task<int> RunAsync(ServiceProvider services, bool repair, bool json, TextWriter output)
    {
        var reconciliation = services.GetRequiredService<Reconciliation>();
        var found = await reconciliation.LookAsync(CancellationToken.None);
        var left = found;
        if (repair && found.Any(difference => difference.Repairable))
        {
            await reconciliation.RepairAsync(found, CancellationToken.None);
            left = await reconciliation.LookAsync(CancellationToken.None);
        }
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(new ReconcileResult(found, left), Readable.ReconcileResult));
            return left.IsEmpty ? 0 : 1;
        }
        foreach (var difference in found)
            await output.WriteLineAsync($"{difference.Key}, {difference.Where}: {difference.What}{(repair && !left.Contains(difference) ? " (repaired)" : "")}");
        if (await services.GetRequiredService<CaseStore>().BacklogAsync(CancellationToken.None) is { WaitingForGraph: > 0 and var waiting })
            await output.WriteLineAsync($"{waiting} still wait in the outbox: what they bring is named here as missing or older.");
        await output.WriteLineAsync(found.IsEmpty ? "The record and the database say the same."
            : left.IsEmpty ? $"Differences: {found.Length}, all repaired."
            : $"Differences: {found.Length}, left: {left.Length}.");
        return left.IsEmpty ? 0 : 1;
    }
}

/// <summary>What <c>reconcile --json</c> writes.</summary>
/// <param name="Found">Every difference.</param>
/// <param name="Left">Those that are still there, after a repair if one was asked for.</param>
internal sealed record ReconcileResult(ImmutableArray<RecordDifference> Found, ImmutableArray<RecordDifference> Left);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ReconcileResult))]
internal sealed partial class ReconcileJson : JsonSerializerContext;
