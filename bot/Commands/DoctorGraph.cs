using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Graph;
using PolicyBot.Bot.People;
using PolicyBot.Cases.People;

namespace PolicyBot.Bot.Commands;

/// <summary>What of Microsoft Graph would keep the bot from its work: settings, permissions, people, ids and the clock.</summary>
internal static class DoctorGraph
{
    private const string Consent = "Add it to the application in Entra as an application permission and grant admin consent.";
    private static readonly TimeSpan ClockMayDiffer = TimeSpan.FromMinutes(5);

    /// <summary>The findings, and the Trust with what the directory says of it; the Trust of the file where the directory is not asked, null where it should be and cannot.</summary>
    public static async Task<Trust?> LookAsync(Trust file, IConfiguration configuration, ChannelHttp? http, TimeProvider time, List<DoctorFinding> findings)
    {
        if (!GraphOptions.IsConfigured(configuration))
        {
            findings.Add(new DoctorFinding("Microsoft Graph", Severity.Fine, "not configured: people and roles come from trust.json, outcomes wait in the outbox"));
            return file;
        }
        await using var services = GraphServices.Alone(configuration, http, time);
        try
        {
            _ = services.GetRequiredService<IOptions<GraphOptions>>().Value;
        }
        catch (OptionsValidationException fault)
        {
            findings.Add(new DoctorFinding("Microsoft Graph, its settings", Severity.Failure, fault.Message, "Mend the settings. The bot does not start with them."));
            return null;
        }
        findings.Add(ManifestId(configuration));
        return await PermissionsAsync(services, findings)
            ? await PeopleAsync(services, file, configuration, findings)
            : PeopleServices.FromDirectory(configuration) ? null : file;
    }

    /// <summary>Credentials that end soon, or nobody knows when.</summary>
    public static IEnumerable<DoctorFinding> Credentials(IConfiguration configuration, DateOnly today)
    {
        var bot = configuration.GetSection(BotOptions.Section).Get<BotOptions>() ?? new BotOptions();
        foreach (var expiry in Expiries.Of(bot, configuration.GetSection(GraphOptions.Section).Get<GraphOptions>()))
            yield return expiry switch
            {
                { Unreadable: true } => new(expiry.Setting, Severity.Failure, "the certificate cannot be opened", "Check the file, its password and who may read it."),
                { EndsOn: null } => new(expiry.Setting, Severity.Warning, "nobody has said when it ends", $"Look it up in Entra and write the day as {expiry.Setting}Expires, for example 2027-03-31."),
                { EndsOn: { } ended } when ended < today => new(expiry.Setting, Severity.Failure, $"it ended on {Day(ended)}", "Make a new one in Entra and put it into the settings."),
                { EndsOn: { } ends } when expiry.IsNear(today) => new(expiry.Setting, Severity.Warning, $"it ends on {Day(ends)}", "Make a new one in Entra and put it into the settings."),
                { EndsOn: { } later } => new(expiry.Setting, Severity.Fine, $"good until {Day(later)}"),
            };
    }

    private static async Task<bool> PermissionsAsync(IServiceProvider services, List<DoctorFinding> findings)
    {
        var probes = services.GetRequiredService<GraphProbes>();
        var mayRead = true;
        foreach (var probe in probes.All)
        {
            var fault = await probe.TryAsync(CancellationToken.None);
            if (fault is { Kind: GraphFaultKind.NotSent } or { Status: 401 })
            {
                findings.Add(new DoctorFinding("Signing in to Microsoft Graph", Severity.Failure, $"not let in ({fault.Code})", "Check Graph:TenantId, Graph:ClientId and the secret, certificate or identity, and that this machine can reach Entra and Graph."));
                return false;
            }
            findings.Add(Of(probe, fault));
            mayRead &= !probe.TellsRoles || findings[^1].Severity is Severity.Fine;
        }
        await ClockAsync(services, probes, findings);
        return mayRead;
    }

    private static DoctorFinding Of(GraphProbe probe, GraphFault? fault) => fault switch
    {
        { Kind: GraphFaultKind.Denied } => new($"Permission {probe.Permission}, for {probe.For}", Severity.Failure, $"forbidden ({fault.Status} {fault.Code})", Without(probe)),
        { Kind: GraphFaultKind.Throttled or GraphFaultKind.Unknown } => new($"Permission {probe.Permission}, for {probe.For}", Severity.Warning, $"Graph gave no answer ({fault.Code})", "Run the doctor again in some minutes."),
        _ => new($"Permission {probe.Permission}, for {probe.For}", Severity.Fine, "granted"),
    };

    private static string Without(GraphProbe probe) => probe switch
    {
        { TellsRoles: true } => $"{Consent} Until then nobody's role can be confirmed, and nobody is let do anything.",
        { Permission: GraphProbes.LeaveDates } => $"{Consent} Or set Graph:LeaveDates to false. Until then nobody hears of a last day before it comes; whose account is switched off or gone is noticed.",
        _ => "It comes with the app: run pack, upload the package again in the Teams admin centre, and let it be installed for everybody. Until then people have their cards, and no line in the feed.",
    };

    private static async Task ClockAsync(IServiceProvider services, GraphProbes probes, List<DoctorFinding> findings)
    {
        if (await probes.TimeAsync(CancellationToken.None) is not { } there)
            return;
        var apart = (services.GetRequiredService<TimeProvider>().GetUtcNow() - there).Duration();
        findings.Add(apart > ClockMayDiffer
            ? new("This machine's clock", Severity.Failure, string.Create(CultureInfo.InvariantCulture, $"{apart.TotalMinutes:0} minutes apart from Graph's"), "Set the clock, and let the machine keep it (NTP): tokens and waiting times go by it.")
            : new("This machine's clock", Severity.Fine, "right"));
    }

    private static async Task<Trust?> PeopleAsync(IServiceProvider services, Trust file, IConfiguration configuration, List<DoctorFinding> findings)
    {
        if (!PeopleServices.FromDirectory(configuration))
            return file;
        var groups = file.AllRoles().Select(role => role.Group).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        var named = file.AllRoles().SelectMany(role => role.People).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        if (await services.GetRequiredService<GraphDirectory>().ReadAsync(groups, named, CancellationToken.None) is not { } facts)
        {
            findings.Add(new DoctorFinding("People and roles in Entra", Severity.Failure, "cannot be read whole: nobody is let do anything", "Run the doctor again in some minutes; if it stays, look into the bot's log."));
            return null;
        }
        findings.Add(new DoctorFinding("People and roles in Entra", Severity.Fine, $"{groups.Length} groups, {facts.People.Count} people"));
        foreach (var group in groups.Where(group => facts.Groups[group].IsEmpty))
            findings.Add(new DoctorFinding($"The Entra group {group}", Severity.Failure, "nobody is in it, or it is not there", "Put people into it, or name another one in trust.json."));
        foreach (var id in named.Where(id => facts.Gone.Contains(id) || facts.People.GetValueOrDefault(id) is { Enabled: false }))
            findings.Add(new DoctorFinding($"{file.FindPerson(id)?.Name ?? id}, named in trust.json", Severity.Warning, facts.Gone.Contains(id) ? "not in the directory any more" : "their account is switched off", "Their role is taken as empty. Name somebody else in trust.json."));
        return facts.Fill(file);
    }

    // Teams shows a line in a feed only when it comes from the very application that the manifest names.
    private static DoctorFinding ManifestId(IConfiguration configuration)
    {
        var (graph, bot) = (configuration["Graph:ClientId"], configuration["Bot:AppId"]);
        if (bot is not null && PackCommand.FindManifestFolder(null) is { } folder && DoctorManifest.Of(folder, bot, graph ?? bot) is { } read)
            return read;
        return graph is null || bot is null || graph.Equals(bot, StringComparison.OrdinalIgnoreCase)
            ? new("The application's id", Severity.Fine, "Graph and the bot are one application; AAD_APP_CLIENT_ID of the manifest must be the same")
            : new("The application's id", Severity.Warning, "Graph:ClientId is not Bot:AppId", "That works when the manifest's AAD_APP_CLIENT_ID is Graph:ClientId. Otherwise Teams shows no lines in the activity feed.");
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
