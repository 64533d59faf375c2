using System.Globalization;
using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Graph;
using PolicyBot.Bot.Graph.Records;
using PolicyBot.Cases.Records;

namespace PolicyBot.Bot.Commands;

/// <summary>Whether the Trust's own record can be kept: each list with its columns, each library, and the right to write there, tried out.</summary>
internal static class DoctorRecords
{
    private const string Probe = "DOCTOR";
    private const string MayNot = "Consent to Lists.SelectedOperations.Selected for the bot's application, and run 'provision': it lets the bot write to just this.";

    public static async Task<ImmutableArray<DoctorFinding>> OfAsync(IConfiguration configuration, ChannelHttp? http, TimeProvider time)
    {
        if (!RecordServices.IsConfigured(configuration))
            return [new DoctorFinding("The record in SharePoint", Severity.Warning, "not configured: outcomes wait in the outbox", "Run 'provision' once, and set what it prints. Nothing is lost until then.")];
        try
        {
            await using var services = RecordTools.Open(configuration, collection =>
            {
                collection.AddSingleton(time);
                if (http is not null)
                    collection.AddSingleton(http);
            });
            var sites = services.GetRequiredService<RecordSites>();
            var findings = new List<DoctorFinding>();
            foreach (var list in RecordLists.Open.Select(sites.Open).Append(sites.Restricted))
                findings.Add(await ListAsync(list));
            findings.Add(await LibraryAsync(sites.Evidence));
            findings.Add(await LibraryAsync(sites.RestrictedEvidence));
            return findings.TrueForAll(finding => finding.Do == MayNot) ? [Everywhere(findings[0].Came)] : [.. findings];
        }
        catch (OptionsValidationException fault)
        {
            return [new DoctorFinding("The record in SharePoint", Severity.Failure, fault.Message, "Set Graph:Records:Site and Graph:Records:RestrictedSite as 'provision' printed them.")];
        }
    }

    private static async Task<DoctorFinding> ListAsync(RecordList list)
    {
        var tried = $"The list \"{list.Name}\"";
        try
        {
            var wrong = await list.WrongColumnsAsync(CancellationToken.None);
            if (!wrong.IsEmpty)
                return new DoctorFinding(tried, Severity.Failure, $"columns are missing, or are not as they must be: {string.Join(", ", wrong)}", "Run 'provision' again: it adds what is missing. A column that was changed by hand must be changed back, or deleted first.");
            await list.TryAsync(Probe, CancellationToken.None);
            return new DoctorFinding(tried, Severity.Fine, "can be read and written");
        }
        catch (SharePointException fault)
        {
            return Failed(tried, fault);
        }
    }

    private static async Task<DoctorFinding> LibraryAsync(RecordLibrary library)
    {
        var tried = $"The library \"{library.Name}\"";
        try
        {
            await library.PutAsync(Probe, "doctor.txt", "doctor"u8.ToArray(), CancellationToken.None);
            await library.RemoveAsync(Probe, null, CancellationToken.None);
            return new DoctorFinding(tried, Severity.Fine, "can be read and written");
        }
        catch (SharePointException fault)
        {
            return Failed(tried, fault);
        }
    }

    // Refused by all of them, it is the one permission, and not one list after the other.
    private static DoctorFinding Everywhere(string came) => new(
        "Permission Lists.SelectedOperations.Selected, for the record in SharePoint", Severity.Failure, $"no list and no library: {came}",
        "Add it to the application in Entra as an application permission and grant admin consent. If it is there, run 'provision': it lets the bot write to its lists. Until then outcomes wait in the outbox.");

    private static DoctorFinding Failed(string tried, SharePointException fault)
    {
        var came = string.Create(CultureInfo.InvariantCulture, $"{fault.Fault.Status} {fault.Fault.Code}");
        return fault.Fault.Kind switch
        {
            GraphFaultKind.Missing => new DoctorFinding(tried, Severity.Failure, $"is not there ({came})", "Run 'provision', or check Graph:Records:Site and RestrictedSite. Nobody may rename it."),
            GraphFaultKind.Denied => new DoctorFinding(tried, Severity.Failure, $"the bot may not ({came})", MayNot),
            _ => new DoctorFinding(tried, Severity.Failure, $"could not be tried ({came})", "Look at Graph's service health, and run doctor again."),
        };
    }
}
