using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.CheckMemberGroups;
using Microsoft.Kiota.Abstractions;
using PolicyBot.Bot.People;
using PolicyBot.Cases.People;

namespace PolicyBot.Bot.Graph;

/// <summary>Entra, read through Graph. It takes <c>User.Read.All</c> and <c>GroupMember.Read.All</c>, and the dates on which people leave one more.</summary>
internal sealed partial class GraphDirectory(GraphGate gate, GraphBatch batch, IOptions<GraphOptions> options, TimeProvider time, ILogger<GraphDirectory> logger) : IDirectoryReader, IDirectory
{
    private const int PageSize = 999;
    private const int MostTries = 4;
    private static readonly string[] Details = ["id", "displayName", "mail", "companyName", "department", "accountEnabled"];

    public async Task<DirectoryFacts?> ReadAsync(ImmutableArray<string> groups, ImmutableArray<string> people, CancellationToken cancellationToken)
    {
        var found = ImmutableDictionary.CreateBuilder<string, DirectoryPerson>(StringComparer.OrdinalIgnoreCase);
        var members = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in groups)
        {
            if (await MembersAsync(group, cancellationToken) is not { } page)
                return null;
            members[group] = [.. page.Select(member => member.Id)];
            foreach (var member in page)
                found[member.Id] = member;
        }

        var managers = await batch.ReadAsync(GraphResource.Directory, [.. people.Select(ManagerOf)], cancellationToken);
        var users = await batch.ReadAsync(GraphResource.Directory, [.. people.Select(id => DetailsOf(id, Details))], cancellationToken);
        if (managers.Concat(users).Any(part => part.Fault is not (null or { Kind: GraphFaultKind.Missing })))
            return null;
        var gone = ImmutableHashSet.CreateBuilder<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < people.Length; at++)
            if (users[at].Fault is not null)
                gone.Add(people[at]);
            else
                found[people[at]] = PersonOf(users[at].Body) with { Manager = managers[at].Fault is null ? Text(managers[at].Body, "id")?.ToLowerInvariant() : null };
        return new DirectoryFacts(members.ToImmutable(), found.ToImmutable(), gone.ToImmutable());
    }

    public async Task<bool?> IsMemberAsync(string person, string group, CancellationToken cancellationToken)
    {
        var (answer, fault) = await gate.CallAsync(
            GraphResource.Directory,
            (client, token) => client.Users[person].CheckMemberGroups.PostAsCheckMemberGroupsPostResponseAsync(new CheckMemberGroupsPostRequestBody { GroupIds = [group] }, cancellationToken: token),
            cancellationToken);
        return fault switch
        {
            null => answer?.Value?.Contains(group, StringComparer.OrdinalIgnoreCase) ?? false,
            { Kind: GraphFaultKind.Missing } => false,
            _ => null,
        };
    }

    public async Task<ImmutableArray<DirectoryEntry>> LookUpAsync(ImmutableArray<string> ids, CancellationToken cancellationToken)
    {
        var parts = await StandingsAsync(ids, options.Value.LeaveDates, cancellationToken);
        if (!options.Value.LeaveDates || !parts.Any(part => part.Fault is { Kind: GraphFaultKind.Denied }))
            return [.. ids.Select((id, at) => EntryOf(id, parts[at]))];
        // Without the right to read the dates Graph shows nothing at all of whoever is asked about. Who is switched off or gone is seen without them; that somebody stays is not.
        DatesForbidden();
        parts = await StandingsAsync(ids, dates: false, cancellationToken);
        return [.. ids.Select((id, at) => EntryOf(id, parts[at])).Select(entry => entry.Standing is DirectoryStanding.Here ? entry with { Standing = DirectoryStanding.CannotConfirm } : entry)];
    }

    private Task<ImmutableArray<BatchPart>> StandingsAsync(ImmutableArray<string> ids, bool dates, CancellationToken cancellationToken)
    {
        string[] wanted = dates ? ["id", "accountEnabled", "employeeLeaveDateTime"] : ["id", "accountEnabled"];
        return batch.ReadAsync(GraphResource.Directory, [.. ids.Select(id => DetailsOf(id, wanted))], cancellationToken);
    }

    /// <summary>Null when the group could not be read. One that is not there has nobody in it: it was taken away, and with it the role.</summary>
    private async Task<ImmutableArray<DirectoryPerson>?> MembersAsync(string group, CancellationToken cancellationToken)
    {
        var all = ImmutableArray.CreateBuilder<DirectoryPerson>();
        string? next = null;
        do
        {
            var link = next;
            var (page, fault) = await PageAsync(group, link, cancellationToken);
            if (fault is { Kind: GraphFaultKind.Missing })
            {
                GroupMissing(group);
                return [];
            }
            if (fault is not null || page?.Value is not { } members)
                return null;
            // Without the right to read people Graph shows that they are members and nothing else of them: that is no list to decide by.
            if (members.Any(member => member.AccountEnabled is null))
                return null;
            all.AddRange(members.Select(PersonOf));
            next = page.OdataNextLink;
        }
        while (next is not null);
        return all.ToImmutable();
    }

    // Without one of the pages nobody's role is known, so a read that came to nothing is made again at once.
    private async Task<GraphAnswer<UserCollectionResponse?>> PageAsync(string group, string? link, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var answer = await gate.CallAsync(
                GraphResource.Directory,
                (client, token) => link is null ? FirstPageAsync(client, group, token) : client.Groups[group].TransitiveMembers.GraphUser.WithUrl(link).GetAsync(Eventual, token),
                cancellationToken);
            if (tries == MostTries || answer.Fault is not { Kind: GraphFaultKind.Throttled or GraphFaultKind.Unknown })
                return answer;
        }
    }

    private static Task<UserCollectionResponse?> FirstPageAsync(GraphServiceClient client, string group, CancellationToken token) =>
        client.Groups[group].TransitiveMembers.GraphUser.GetAsync(request =>
        {
            request.QueryParameters.Select = Details;
            request.QueryParameters.Top = PageSize;
            request.QueryParameters.Count = true;
            Eventual(request);
        }, token);

    private static void Eventual<T>(RequestConfiguration<T> request) where T : class, new() => request.Headers.Add("ConsistencyLevel", "eventual");

    private static Func<GraphServiceClient, RequestInformation> DetailsOf(string id, string[] properties) =>
        client => client.Users[id].ToGetRequestInformation(request => request.QueryParameters.Select = properties);

    private static Func<GraphServiceClient, RequestInformation> ManagerOf(string id) =>
        client => client.Users[id].Manager.ToGetRequestInformation(request => request.QueryParameters.Select = ["id"]);

    private DirectoryEntry EntryOf(string id, BatchPart part)
    {
        if (part.Fault is { } fault)
            return new DirectoryEntry(id, fault.Kind is GraphFaultKind.Missing ? DirectoryStanding.Gone : DirectoryStanding.CannotConfirm, null);
        var leaves = DateTimeOffset.TryParse(Text(part.Body, "employeeLeaveDateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? DateOnly.FromDateTime(at.UtcDateTime) : (DateOnly?)null;
        var standing = !IsEnabled(part.Body) ? DirectoryStanding.Disabled
            : leaves < DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime) ? DirectoryStanding.Gone
            : leaves is not null ? DirectoryStanding.Leaving
            : DirectoryStanding.Here;
        return new DirectoryEntry(id, standing, leaves);
    }

    // Cases and chats are found by these ids, in the lower case in which trust.json is read.
    private static DirectoryPerson PersonOf(User user) =>
        new(user.Id!.ToLowerInvariant(), user.DisplayName ?? "", user.Mail, null, user.CompanyName, user.Department, user.AccountEnabled ?? false);

    private static DirectoryPerson PersonOf(JsonElement user) => new(
        Text(user, "id")!.ToLowerInvariant(), Text(user, "displayName") ?? "", Text(user, "mail"), null, Text(user, "companyName"), Text(user, "department"), IsEnabled(user));

    private static bool IsEnabled(JsonElement user) => user.TryGetProperty("accountEnabled", out var enabled) && enabled.ValueKind is JsonValueKind.True;

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    [LoggerMessage(Level = LogLevel.Error, Message = "The Entra group {Group}, which trust.json names, is not there: nobody fills its role. The doctor names the role.")]
    private partial void GroupMissing(string group);

    [LoggerMessage(Level = LogLevel.Error, Message = "The days on which people leave may not be read: Graph:LeaveDates takes User-LifeCycleInfo.Read.All. Whose account is switched off or gone is noticed all the same.")]
    private partial void DatesForbidden();
}
