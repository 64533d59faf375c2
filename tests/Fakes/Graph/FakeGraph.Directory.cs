using System.Globalization;
using System.Text.Json.Nodes;

namespace PolicyBot.Tests.Fakes.Graph;

/// <summary>Somebody in the tenant.</summary>
internal sealed record GraphPerson(string Id, string Name)
{
    public string? Mail { get; init; }
    public string? Manager { get; init; }
    public bool Enabled { get; init; } = true;
    public DateTimeOffset? LeavesAt { get; init; }
    public string? Department { get; init; }
    public string? Company { get; init; }
}

// Entra: people, their managers, and who is in which group.
internal sealed partial class FakeGraph
{
    private const string ReadUsers = "User.Read.All";
    private const string ReadLeaving = "User-LifeCycleInfo.Read.All";
    private static readonly string[] UserProperties =
        ["id", "displayName", "mail", "jobTitle", "department", "companyName", "accountEnabled", "employeeLeaveDateTime"];

    public Dictionary<string, GraphPerson> People { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those in a group, by its id; a member of it may be another group.</summary>
    public Dictionary<string, List<string>> Groups { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many members one page shows at most.</summary>
    public int PageSize { get; set; } = 999;

    private GraphReply? Directory(GraphRequest request) => (request.Method, request.Segments) switch
    {
        ("GET", ["users", var id]) => User(request, id),
        ("GET", ["users", var id, "manager"]) => ManagerOf(request, id),
        ("POST", ["users", var id, "checkMemberGroups"]) => CheckGroups(request, id),
        ("GET", ["groups", var id, "transitiveMembers", "graph.user" or "microsoft.graph.user"]) => MembersOf(request, id),
        _ => null,
    };

    private GraphReply User(GraphRequest request, string id)
    {
        var wantsLeaving = request.Selected.Contains("employeeLeaveDateTime", StringComparer.Ordinal);
        if (!Allowed(out var refusal, wantsLeaving ? $"{ReadUsers}+{ReadLeaving}" : ReadUsers))
            return refusal;
        var shape = new Shape(request);
        shape.Query("$select");
        shape.Selects(UserProperties);
        return shape.Wrong.Count > 0 ? Refuse(request, shape) : People.GetValueOrDefault(id) is { } person ? new GraphReply(200, Shown(person, request.Selected)) : NoSuchThing();
    }

    private GraphReply ManagerOf(GraphRequest request, string id)
    {
        if (!Allowed(out var refusal, ReadUsers))
            return refusal;
        var shape = new Shape(request);
        shape.Query("$select");
        shape.Selects(UserProperties);
        return shape.Wrong.Count > 0 ? Refuse(request, shape)
            : People.GetValueOrDefault(id)?.Manager is { } manager ? new GraphReply(200, Shown(People[manager], request.Selected))
            : NoSuchThing();
    }

    private GraphReply CheckGroups(GraphRequest request, string id)
    {
        if (!Allowed(out var refusal, "User.Read.All+GroupMember.Read.All"))
            return refusal;
        var shape = new Shape(request);
        shape.Query();
        var groups = shape.List(shape.Body("groupIds"), "groupIds", 1, 20);
        if (shape.Wrong.Count > 0)
            return Refuse(request, shape);
        return People.ContainsKey(id)
            ? new GraphReply(200, new JsonObject { ["value"] = new JsonArray([.. groups.Select(group => group!.GetValue<string>()).Where(group => All(group).Contains(id, StringComparer.OrdinalIgnoreCase)).Select(group => (JsonNode)group)]) })
            : NoSuchThing();
    }

    private GraphReply MembersOf(GraphRequest request, string id)
    {
        if (!Allowed(out var refusal, "GroupMember.Read.All"))
            return refusal;
        var shape = new Shape(request);
        shape.Query("$select", "$top", "$count", "$skiptoken");
        shape.Selects(UserProperties);
        shape.Check(request.Header("ConsistencyLevel") == "eventual" && request.Parameter("$count") == "true", "members of one type need ConsistencyLevel: eventual and $count=true");
        var wanted = int.Parse(request.Parameter("$top") ?? "100", CultureInfo.InvariantCulture);
        shape.Check(wanted is >= 1 and <= 999, "$top is from 1 to 999");
        if (shape.Wrong.Count > 0)
            return Refuse(request, shape);
        if (!Groups.ContainsKey(id))
            return NoSuchThing();
        var members = All(id).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        var from = int.Parse(request.Parameter("$skiptoken") ?? "0", CultureInfo.InvariantCulture);
        var size = Math.Min(wanted, PageSize);
        // Whoever may see only that somebody is a member gets their id and nothing else.
        var mayRead = Granted.Contains(ReadUsers);
        var page = new JsonObject
        {
            ["@odata.count"] = members.Count,
            ["value"] = new JsonArray([.. members.Skip(from).Take(size).Select(member => (JsonNode)Shown(People[member], mayRead ? request.Selected : ["id"]))]),
        };
        if (from + size < members.Count)
            page["@odata.nextLink"] = string.Create(CultureInfo.InvariantCulture,
                $"{LinksTo ?? BaseUrl}/groups/{id}/transitiveMembers/microsoft.graph.user?$select={string.Join(',', request.Selected)}&$top={wanted}&$count=true&$skiptoken={from + size}");
        return new GraphReply(200, page);
    }

    private IEnumerable<string> All(string group) =>
        Groups.GetValueOrDefault(group)?.SelectMany(member => Groups.ContainsKey(member) ? All(member) : [member]) ?? [];

    private static JsonObject Shown(GraphPerson person, IEnumerable<string> properties)
    {
        var shown = new JsonObject { ["@odata.type"] = "#microsoft.graph.user" };
        foreach (var property in properties)
            shown[property] = property switch
            {
                "id" => person.Id,
                "displayName" => person.Name,
                "mail" => person.Mail,
                "department" => person.Department,
                "companyName" => person.Company,
                "accountEnabled" => person.Enabled,
                "employeeLeaveDateTime" => person.LeavesAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                _ => null,
            };
        return shown;
    }

    private static GraphReply NoSuchThing() => GraphReply.Error(404, "Request_ResourceNotFound");
}
