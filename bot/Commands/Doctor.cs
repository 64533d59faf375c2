using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.People;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;
using PolicyBot.Policy;

namespace PolicyBot.Bot.Commands;

/// <summary><c>doctor [--json]</c>: what was tried, what came back, and what to do. Ends with 1 when something would keep a report or a handover from its way.</summary>
internal static class Doctor
{
    private static readonly DoctorJson Readable = new(new JsonSerializerOptions(DoctorJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static async Task<int> RunAsync(string[] args, IConfiguration configuration, TextWriter output, TextWriter errors, ChannelHttp? http = null, TimeProvider? time = null)
    {
        if (args is not ([] or ["--json"]))
        {
            await errors.WriteLineAsync("Write: doctor [--json].");
            return 1;
        }
        var findings = new List<DoctorFinding>();
        time ??= TimeProvider.System;
        var trust = ReadTrust(configuration, findings);
        if (trust is not null)
            trust = await DoctorGraph.LookAsync(trust, configuration, http, time, findings);
        if (trust is not null)
            findings.AddRange(DoctorChecks.Of(trust));
        findings.AddRange(DoctorGraph.Credentials(configuration, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
        findings.Add(Policies(configuration));
        findings.AddRange(VaultChecks.Of(configuration));
        await DatabaseAsync(configuration, trust, http, time, findings);
        findings.AddRange(await DoctorRecords.OfAsync(configuration, http, time));

        await output.WriteLineAsync(args.Length > 0
            ? JsonSerializer.Serialize([.. findings], Readable.DoctorFindingArray)
            : string.Join(Environment.NewLine, findings.OrderByDescending(finding => finding.Severity).Select(Line)));
        return findings.Any(finding => finding.Severity is Severity.Failure) ? 1 : 0;
    }

    private static string Line(DoctorFinding finding) =>
        $"{finding.Severity switch { Severity.Fine => "ok     ", Severity.Warning => "WARNING", _ => "FAILURE" }}  {finding.Tried}: {finding.Came}{(finding.Do.Length == 0 ? "" : $"{Environment.NewLine}         {finding.Do}")}";

    private static Trust? ReadTrust(IConfiguration configuration, List<DoctorFinding> findings)
    {
        try
        {
            var trust = Composition.TrustOf(configuration);
            findings.Add(new DoctorFinding("trust.json", Severity.Fine, $"{trust.Academies.Length} academies, {trust.People.Length} people"));
            return trust;
        }
        catch (TrustFileException fault)
        {
            findings.Add(new DoctorFinding("trust.json", Severity.Failure, fault.Message, "Mend the file, or let Trust:File name the right one. The bot does not start without it."));
            return null;
        }
    }

    private static DoctorFinding Policies(IConfiguration configuration)
    {
        try
        {
            return new DoctorFinding("The policy folder", Severity.Fine, string.Join(", ", PolicyLibrary.Load(Composition.PolicyFolderOf(configuration)).Documents.Select(document => document.Title)));
        }
        catch (Exception fault) when (fault is PolicyException or IOException or UnauthorizedAccessException)
        {
            return new DoctorFinding("The policy folder", Severity.Failure, fault.Message, "Mend the folder, or let Policy:Folder name the right one.");
        }
    }

    private static async Task DatabaseAsync(IConfiguration configuration, Trust? trust, ChannelHttp? http, TimeProvider time, List<DoctorFinding> findings)
    {
        try
        {
            await using var store = new CaseStore(Composition.DatabaseOf(configuration), TimeSpan.Zero);
            await store.TryWriteAsync();
            findings.Add(new DoctorFinding("The database", Severity.Fine, "can be read and written"));
            if (trust is not null)
            {
                await ReachAsync(store, trust, findings);
                findings.AddRange(await DoctorTeams.OfAsync(trust, store, configuration, http, time));
                findings.Add(DoctorAccounts.Of(await store.Accounts.StandingAsync(Account.InUse, CancellationToken.None), trust));
                findings.Add(DoctorHandovers.Of(await store.Handovers.StandingAsync(Handover.Waiting, CancellationToken.None), trust));
            }
        }
        catch (Exception fault) when (fault is DbException or ArgumentException { ParamName: "connectionString" } or InvalidOperationException { InnerException: DbException } or IOException or UnauthorizedAccessException)
        {
            findings.Add(new DoctorFinding("The database", Severity.Failure, $"cannot be written ({fault.GetType().Name})",
                "ConnectionStrings:Cases must name a database that this account may write, and the bot must have been started on it once."));
        }
    }

    private static async Task ReachAsync(CaseStore store, Trust trust, List<DoctorFinding> findings)
    {
        foreach (var academy in trust.Academies)
            if (await store.FindConversationAsync(academy.Slt.ChannelId, CancellationToken.None) is { Active: false })
                findings.Add(new DoctorFinding($"{academy.Name}: SLT's channel", Severity.Failure, "the bot was taken out of it", "Add the app to the team, and to the channel itself where it is a private one."));
        foreach (var person in trust.RoleHolders().Distinct(StringComparer.OrdinalIgnoreCase).Select(trust.FindPerson).OfType<Person>())
            if (await store.FindPersonalConversationAsync(person.Id, CancellationToken.None) is { Active: false })
                findings.Add(new DoctorFinding($"Writing to {person.Name}", Severity.Failure, "they have removed the bot", "Install the app for them again, with an app setup policy."));
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(DoctorFinding[]))]
internal sealed partial class DoctorJson : JsonSerializerContext;
