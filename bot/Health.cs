using System.Data.Common;
using System.Text.Json.Serialization;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Evidence;
using PolicyBot.Bot.Graph;
using PolicyBot.Bot.Graph.Records;
using PolicyBot.Bot.People;
using PolicyBot.Bot.Policies;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot;

/// <summary><c>/health/live</c>: the process is up. <c>/health/ready</c>: what it needs can be used, and what waits.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.Map("/health/live", (RequestDelegate)(context => context.Response.WriteAsync("live\n", context.RequestAborted)));
        app.Map("/health/ready", (RequestDelegate)ReadyAsync);
    }

    private static async Task ReadyAsync(HttpContext context)
    {
        var credentials = !context.RequestServices.GetRequiredService<BotToken>().IsConfigurationBroken;
        var backlog = await BacklogAsync(context);
        var ready = new Readiness(
            credentials && backlog is not null ? "ready" : "not ready",
            backlog is null ? "cannot be reached" : "ok",
            context.RequestServices.GetRequiredService<ServedPolicies>().Fault is { } fault ? $"the ones read before go on serving: {fault}" : "ok",
            credentials ? "ok" : "Entra refuses the bot's credential: check Bot:AppId, Bot:TenantId and the secret or certificate",
            await GraphAsync(context),
            backlog,
            await context.RequestServices.GetRequiredService<IEvidenceStore>().FaultAsync(context.RequestAborted) ?? "ok");
        context.Response.StatusCode = ready.Status == "ready" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await context.Response.WriteAsJsonAsync(ready, HealthJson.Default.Readiness, cancellationToken: context.RequestAborted);
    }

    // What Graph refuses shows as what waits or is parked; that people cannot be confirmed stops everybody, so it is said here.
    private static async Task<string> GraphAsync(HttpContext context) =>
        !GraphOptions.IsConfigured(context.RequestServices.GetRequiredService<IConfiguration>()) ? "not configured: outcomes wait in the outbox"
        : await context.RequestServices.GetRequiredService<IPeople>().LookAsync(context.RequestAborted) is { Confirmed: true }
            ? RecordServices.IsConfigured(context.RequestServices.GetRequiredService<IConfiguration>()) ? "ok" : "ok, without a record in SharePoint: outcomes wait in the outbox"
        : "the directory cannot be read: nobody is let do anything, and people are asked to try again";

    private static async Task<Backlog?> BacklogAsync(HttpContext context)
    {
        try
        {
            return await context.RequestServices.GetRequiredService<CaseStore>().BacklogAsync(context.RequestAborted);
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException { InnerException: DbException }) // the second is EF Core's for a server that is away
        {
            return null;
        }
    }
}

/// <summary>What <c>/health/ready</c> answers: what can be used, in words, and what waits.</summary>
/// <param name="Policies">What is wrong with the policy folder as it is now. The bot is ready all the same: it serves what it read before.</param>
/// <param name="Evidence">What is wrong with the place where files are kept. The bot is ready all the same: whoever is in danger needs no file.</param>
/// <param name="Graph">Whether Microsoft Graph is configured, and people can be read from it.</param>
internal sealed record Readiness(string Status, string Database, string Policies, string Credentials, string Graph, Backlog? Outbox, string Evidence);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Readiness))]
internal sealed partial class HealthJson : JsonSerializerContext;
