using Microsoft.Extensions.Options;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace PolicyBot.Bot.Graph;

/// <summary>Small calls that show whether a permission is there. None of them changes anything, or is seen by anybody.</summary>
internal sealed class GraphProbes(GraphGate gate, ActivityFeed feed, IOptions<GraphOptions> options)
{
    public const string LeaveDates = "User-LifeCycleInfo.Read.All";

    // Asked for somebody who is not there, Graph answers 403 to whoever has no right to ask, and 404 to whoever has.
    private const string Nobody = "00000000-0000-0000-0000-000000000000";

    /// <summary>The permissions that the bot needs as it is configured, with the call that needs each.</summary>
    public ImmutableArray<GraphProbe> All =>
    [
        .. options.Value.People
            ?
            [
                new GraphProbe("User.Read.All", "reading people", cancellationToken => UserAsync(["id", "accountEnabled"], cancellationToken)) { TellsRoles = true },
                new GraphProbe("GroupMember.Read.All", "reading who is in a group", GroupAsync) { TellsRoles = true },
            ]
            : (ImmutableArray<GraphProbe>)[],
        .. options.Value.LeaveDates ? [new GraphProbe(LeaveDates, "reading when people leave", LeavingAsync)] : (ImmutableArray<GraphProbe>)[],
        new GraphProbe("TeamsActivity.Send.User", "lines in activity feeds", cancellationToken => feed.ProbeAsync(Nobody, cancellationToken)),
    ];

    /// <summary>What time it is where Graph is; null when it does not say.</summary>
    public async Task<DateTimeOffset?> TimeAsync(CancellationToken cancellationToken)
    {
        var headers = new HeadersInspectionHandlerOption { InspectResponseHeaders = true };
        await gate.CallAsync(GraphResource.Directory, (client, token) => client.Users[Nobody].GetAsync(request =>
        {
            request.QueryParameters.Select = ["id"];
            request.Options.Add(headers);
        }, token), cancellationToken);
        return headers.ResponseHeaders.TryGetValue("Date", out var dates) && DateTimeOffset.TryParse(dates.First(), System.Globalization.CultureInfo.InvariantCulture, out var date) ? date : null;
    }

    private async Task<GraphFault?> UserAsync(string[] properties, CancellationToken cancellationToken) =>
        (await gate.CallAsync(GraphResource.Directory, (client, token) => client.Users[Nobody].GetAsync(request => request.QueryParameters.Select = properties, token), cancellationToken)).Fault;

    // Without the right to read people nobody can tell about this one; then only that one is named.
    private async Task<GraphFault?> LeavingAsync(CancellationToken cancellationToken) =>
        await UserAsync(["id", "accountEnabled"], cancellationToken) is { Kind: GraphFaultKind.Denied } ? null : await UserAsync(["id", "employeeLeaveDateTime"], cancellationToken);

    private async Task<GraphFault?> GroupAsync(CancellationToken cancellationToken) =>
        (await gate.CallAsync(GraphResource.Directory, (client, token) => client.Groups[Nobody].TransitiveMembers.GraphUser.GetAsync(request =>
        {
            request.QueryParameters.Select = ["id"];
            request.QueryParameters.Top = 1;
            request.QueryParameters.Count = true;
            request.Headers.Add("ConsistencyLevel", "eventual");
        }, token), cancellationToken)).Fault;
}

/// <summary>A permission, and how to find out whether it is there: refused as forbidden, it is not.</summary>
internal sealed record GraphProbe(string Permission, string For, Func<CancellationToken, Task<GraphFault?>> TryAsync)
{
    /// <summary>True where nobody's role is known without it.</summary>
    public bool TellsRoles { get; init; }
}
