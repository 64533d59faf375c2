using Microsoft.Extensions.Options;
using PolicyBot.Bot.Graph;
using PolicyBot.Bot.Graph.Records;

namespace PolicyBot.Bot.Commands;

/// <summary>
/// <c>provision --site URL --restricted-site URL [--yes]</c>: run once by an administrator. Says what it will make, makes it when told to, and prints the settings for the bot.
/// It signs in as an application of the administrator's own (section <c>Provision</c>, written as <c>Graph</c> is), so that the bot never holds the rights that this needs.
/// </summary>
internal static class ProvisionCommand
{
    private const string Usage = "Write: provision --site https://TRUST.sharepoint.com/sites/NAME --restricted-site https://TRUST.sharepoint.com/sites/OTHER [--yes].";

    public static async Task<int> RunAsync(string[] args, IConfiguration configuration, TextReader input, TextWriter output, TextWriter errors, Action<IServiceCollection>? besides = null)
    {
        if (args is not (["--site", var open, "--restricted-site", var hidden, .. var rest] and not { Length: > 5 }) || rest is not ([] or ["--yes"])
            || !Uri.TryCreate(open, UriKind.Absolute, out var site) || !Uri.TryCreate(hidden, UriKind.Absolute, out var restricted) || site == restricted)
        {
            await errors.WriteLineAsync(Usage);
            await errors.WriteLineAsync("They must be two sites: whoever may open the one must not find the restricted cases of the other.");
            return 1;
        }
        if (configuration["Graph:ClientId"] is not { Length: > 0 } client)
        {
            await errors.WriteLineAsync("Graph:ClientId must be the bot's application id: it is what may write to the lists.");
            return 1;
        }
        try
        {
            await using var services = RecordTools.Open(AsAdministrator(configuration), collection =>
            {
                collection.AddSingleton<SharePoint>();
                besides?.Invoke(collection);
            });
            return await RunAsync(new Provisioning(services.GetRequiredService<SharePoint>(), client), site, restricted, rest is ["--yes"], input, output, errors);
        }
        catch (OptionsValidationException fault)
        {
            await errors.WriteLineAsync(fault.Message);
            return 1;
        }
        catch (SharePointException fault)
        {
            await errors.WriteLineAsync($"Graph did not do it ({fault.Fault.Status} {fault.Fault.Code}). What was made stays, and the command can be run again.");
            if (fault.Fault.Kind is GraphFaultKind.Denied)
                await errors.WriteLineAsync("The application in the section Provision needs Sites.FullControl.All with admin consent. Take it away afterwards.");
            return 1;
        }
    }

    private static async Task<int> RunAsync(Provisioning provisioning, Uri site, Uri restricted, bool yes, TextReader input, TextWriter output, TextWriter errors)
    {
        if (await provisioning.SiteAsync(site, CancellationToken.None) is not { } open || await provisioning.SiteAsync(restricted, CancellationToken.None) is not { } hidden)
        {
            await errors.WriteLineAsync("One of the sites is not there. Make both in the SharePoint admin centre first.");
            return 1;
        }
        var steps = await provisioning.PlanAsync(open, hidden, CancellationToken.None);
        foreach (var step in steps)
            await output.WriteLineAsync(step.Words);
        if (steps.IsEmpty)
            await output.WriteLineAsync("Everything is there. Nothing was changed.");
        else if (!yes && !await AgreedAsync(input, output))
        {
            await output.WriteLineAsync("Nothing was changed.");
            return 1;
        }
        foreach (var step in steps)
            await step.DoAsync(CancellationToken.None);
        await output.WriteLineAsync(
            $"""

            {(steps.IsEmpty ? "" : $"Done: {steps.Length} steps.\n")}Set these for the bot:
                Graph__Records__Site={open}
                Graph__Records__RestrictedSite={hidden}
            Now look who may open {restricted}: it holds cases about senior staff and about children at risk. Leave as few as you can, and nobody whom a case may be about.
            """);
        return 0;
    }

    private static async Task<bool> AgreedAsync(TextReader input, TextWriter output)
    {
        await output.WriteAsync("Write yes to do this: ");
        return string.Equals((await input.ReadLineAsync())?.Trim(), "yes", StringComparison.OrdinalIgnoreCase);
    }

    // Its own credential in place of the bot's; the rest (another cloud, a time-out) is the bot's.
    private static IConfiguration AsAdministrator(IConfiguration configuration)
    {
        var own = configuration.GetSection("Provision").AsEnumerable(makePathsRelative: true).Where(pair => pair.Value is not null).ToList();
        if (own.Count == 0)
            return configuration;
        KeyValuePair<string, string?>[] without = [new("Graph:ClientSecret", ""), new("Graph:CertificatePath", ""), new("Graph:ManagedIdentity", "false")];
        return new ConfigurationBuilder().AddConfiguration(configuration).AddInMemoryCollection(without)
            .AddInMemoryCollection(own.Select(pair => KeyValuePair.Create($"Graph:{pair.Key}", pair.Value))).Build();
    }
}
