using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Graph.Records;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Commands;

/// <summary>Whether Teams lets the bot into each SLT's channel, who else reads there, and whether everybody with a role can be written to. Nothing is posted.</summary>
internal static class DoctorTeams
{
    public static async Task<ImmutableArray<DoctorFinding>> OfAsync(Trust trust, CaseStore store, IConfiguration configuration, ChannelHttp? http, TimeProvider time)
    {
        if (await store.FindAnyConversationAsync(CancellationToken.None) is not { } any)
            return [new DoctorFinding("Channels and people in Teams", Severity.Warning, "not tried: nobody has written to the bot yet, so it does not know where the Trust's Teams is", "Write \"hello\" to the bot in Teams, and run doctor again.")];
        try
        {
            await using var services = RecordTools.Open(configuration, collection =>
            {
                collection.AddSingleton(time);
                if (http is not null)
                    collection.AddSingleton(http);
            });
            var connector = services.GetRequiredService<ConnectorClient>();
            var findings = ImmutableArray.CreateBuilder<DoctorFinding>();
            foreach (var academy in trust.Academies)
            {
                var channel = await store.FindConversationAsync(academy.Slt.ChannelId, CancellationToken.None) ?? any;
                if (channel.Active)
                    findings.Add(await ChannelAsync(connector, academy, Addresses.Read(channel.Address)));
            }
            foreach (var person in trust.RoleHolders().Distinct(StringComparer.OrdinalIgnoreCase).Select(trust.FindPerson).OfType<Person>())
                if (await store.FindPersonalConversationAsync(person.Id, CancellationToken.None) is null)
                    findings.Add(await PersonAsync(connector, person, Addresses.Read(any.Address)));
            return findings.ToImmutable();
        }
        catch (OptionsValidationException fault)
        {
            return [new DoctorFinding("The bot's own registration", Severity.Failure, fault.Message, "Mend the settings. The bot does not start with them.")];
        }
    }

    private static async Task<DoctorFinding> ChannelAsync(ConnectorClient connector, Academy academy, ConversationReference near)
    {
        var tried = $"{academy.Name}: SLT's channel";
        switch (await connector.GetMembersAsync(near with { ConversationId = academy.Slt.ChannelId }, CancellationToken.None))
        {
            case ConnectorResult.Members members:
                var others = members.People.Count(person => person.EntraId is not { } id || !academy.Slt.People.Contains(id, StringComparer.OrdinalIgnoreCase));
                return others == 0
                    ? new DoctorFinding(tried, Severity.Fine, "the bot is in it, and nobody but the SLT")
                    : new DoctorFinding(tried, Severity.Warning, string.Create(CultureInfo.InvariantCulture, $"{others} of the {members.People.Count} people in it are not of the SLT in trust.json: they read every report that is posted there, and can do nothing with it"),
                        "Take them out of the team, or use a private channel for the SLT.");
            case ConnectorResult.Refused refused:
                return new DoctorFinding(tried, Severity.Failure, string.Create(CultureInfo.InvariantCulture, $"the bot is not in it, or it is not there ({refused.Status} {refused.Code})"),
                    "Check channelId in trust.json, and add the app to the team, and to the channel itself where it is a private one.");
            case var other:
                return Unanswered(tried, other);
        }
    }

    // It opens the chat and says nothing in it: the person sees nothing of this.
    private static async Task<DoctorFinding> PersonAsync(ConnectorClient connector, Person person, ConversationReference near)
    {
        var tried = $"Writing to {person.Name}";
        return await connector.CreatePersonalAsync(near.ServiceUrl, near.BotId, near.TenantId ?? "", person.Id, CancellationToken.None) switch
        {
            ConnectorResult.Delivered => new DoctorFinding(tried, Severity.Fine, "can be written to"),
            ConnectorResult.Refused refused => new DoctorFinding(tried, Severity.Failure, string.Create(CultureInfo.InvariantCulture, $"Teams does not let the bot write to them ({refused.Status} {refused.Code})"), "Install the app for them, with an app setup policy."),
            var other => Unanswered(tried, other),
        };
    }

    private static DoctorFinding Unanswered(string tried, ConnectorResult result) => new(
        tried, Severity.Warning, $"Teams gave no answer ({(result as ConnectorResult.Retry)?.Reason ?? (result as ConnectorResult.Ambiguous)?.Reason})", "Run the doctor again in some minutes.");
}
