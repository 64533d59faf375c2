using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PolicyBot.Tests.Fakes.Graph;

// SharePoint: sites, lists with their columns, items, and what applications may do on just one list.
internal sealed partial class FakeGraph
{
    private const string Selected = "Lists.SelectedOperations.Selected";
    private const string FullControl = "Sites.FullControl.All";
    private static readonly string[] ColumnProperties = ["name", "indexed", "enforceUniqueValues", "required", "text", "number", "dateTime"];

    public List<GraphSite> Sites { get; } = [];

    /// <summary>Who asks, as far as grants on a list go.</summary>
    public string Client { get; set; } = "22222222-2222-2222-2222-222222222222";

    /// <summary>The most resource units in any such time, and whose time; null: as many as anybody wants.</summary>
    public (int Units, TimeSpan Window, TimeProvider Time)? Allowance { get; set; }

    /// <summary>How often more was asked for than is allowed.</summary>
    public int Throttled { get; private set; }

    /// <summary>The most that was asked for in any such time.</summary>
    public int MostInAWindow { get; private set; }

    /// <summary>All that was asked for since there is an allowance.</summary>
    public long Spent { get; private set; }

    private readonly Queue<(DateTimeOffset At, int Units)> recent = new();
    private int recently;

    /// <summary>A site that an administrator has made.</summary>
    public GraphSite AddSite(string path)
    {
        var site = new GraphSite(string.Create(CultureInfo.InvariantCulture, $"trust.sharepoint.com,00000000-0000-4000-8000-00000000{Sites.Count:0000},00000000-0000-4000-9000-00000000{Sites.Count:0000}"), path);
        Sites.Add(site);
        return site;
    }

    private GraphReply? Lists(GraphRequest request) => request.Segments switch
    {
        ["sites", var host, .. var path] when host.EndsWith(':') => Throttle(1) ?? SiteAt(request, string.Join('/', path)),
        ["sites", var site, "lists", .. var rest] => Sites.Find(each => each.Id == site) is { } found ? InSite(request, found, rest) : GraphReply.Error(404, "itemNotFound"),
        _ => null,
    };

    private GraphReply? InSite(GraphRequest request, GraphSite site, string[] rest)
    {
        if (rest is [] && request.Method == "POST")
            return Throttle(2) ?? CreateList(request, site);
        if (rest is [] || site.Lists.Find(list => list.Name == rest[0] || list.Id == rest[0]) is not { } list)
            return Throttle(1) ?? GraphReply.Error(404, "itemNotFound");
        return (request.Method, rest[1..]) switch
        {
            ("GET", []) => Throttle(1) ?? Reading(request, list, ["$select"], () => new GraphReply(200, new JsonObject { ["id"] = list.Id, ["displayName"] = list.Name })),
            ("GET", ["columns"]) => Throttle(2) ?? Reading(request, list, ["$select", "$top"], () => new GraphReply(200, Values(list.Columns))),
            ("POST", ["columns"]) => Throttle(2) ?? AddColumn(request, list),
            ("GET", ["permissions"]) => Throttle(5) ?? Permissions(request, list),
            ("POST", ["permissions"]) => Throttle(5) ?? Grant(request, list),
            ("GET", ["drive"]) when list.IsLibrary => Throttle(1) ?? Reading(request, list, ["$select"], () => new GraphReply(200, new JsonObject { ["id"] = list.Drive })),
            ("GET", ["items"]) => Throttle(2) ?? Items(request, list),
            ("POST", ["items"]) => Throttle(2) ?? CreateItem(request, list),
            ("PATCH", ["items", var id, "fields"]) => Throttle(2) ?? ChangeItem(request, list, id),
            ("DELETE", ["items", var id]) => Throttle(2) ?? DeleteItem(request, list, id),
            _ => null,
        };
    }

    private GraphReply SiteAt(GraphRequest request, string path)
    {
        if (!Allowed(out var refusal, FullControl))
            return refusal;
        return Sites.Find(site => site.Path.Trim('/') == path) is { } found ? new GraphReply(200, new JsonObject { ["id"] = found.Id, ["webUrl"] = $"https://trust.sharepoint.com{found.Path}" }) : GraphReply.Error(404, "itemNotFound");
    }

    private GraphReply CreateList(GraphRequest request, GraphSite site)
    {
        if (!Allowed(out var refusal, FullControl, "Sites.Manage.All"))
            return refusal;
        var shape = new Shape(request);
        var body = shape.Body("displayName", "list", "columns");
        var name = shape.Text(body, "displayName");
        var template = shape.Text(shape.Inner(body, "list", "template"), "template");
        shape.Check(template is "genericList" or "documentLibrary", $"there is no template {template}");
        foreach (var column in body["columns"] as JsonArray ?? [])
            CheckColumn(shape, column as JsonObject ?? []);
        if (shape.Wrong.Count > 0)
            return Refuse(request, shape);
        if (site.Lists.Exists(list => list.Name == name))
            return GraphReply.Error(409, "nameAlreadyExists");
        var list = new GraphList(string.Create(CultureInfo.InvariantCulture, $"list{Sites.IndexOf(site)}{site.Lists.Count:000}"), name, template == "documentLibrary");
        foreach (var column in body["columns"] as JsonArray ?? [])
            list.Columns.Add(column!.DeepClone().AsObject());
        site.Lists.Add(list);
        return new GraphReply(201, new JsonObject { ["id"] = list.Id, ["displayName"] = name });
    }

    private GraphReply AddColumn(GraphRequest request, GraphList list)
    {
        if (!Allowed(out var refusal, FullControl, "Sites.Manage.All"))
            return refusal;
        var shape = new Shape(request);
        var body = shape.Body(ColumnProperties);
        CheckColumn(shape, body);
        if (shape.Wrong.Count > 0)
            return Refuse(request, shape);
        if (list.Columns.Exists(column => column["name"]!.GetValue<string>() == body["name"]!.GetValue<string>()))
            return GraphReply.Error(409, "nameAlreadyExists");
        list.Columns.Add(body.DeepClone().AsObject());
        return new GraphReply(201, body.DeepClone());
    }

    private static void CheckColumn(Shape shape, JsonObject column)
    {
        shape.Text(column, "name", 32);
        foreach (var (property, _) in column)
            shape.Check(ColumnProperties.Contains(property, StringComparer.Ordinal), $"a column has no {property}");
        shape.Check(column.Count(property => property.Key is "text" or "number" or "dateTime") == 1, "a column is of one kind");
        shape.Check(column["enforceUniqueValues"]?.GetValue<bool>() is not true || column["indexed"]?.GetValue<bool>() is true, "what is unique must be indexed");
    }

    private GraphReply Permissions(GraphRequest request, GraphList list) => !Allowed(out var refusal, FullControl)
        ? refusal
        : new GraphReply(200, Values(list.Grants.Select((grant, at) => Granting(at, grant))));

    private GraphReply Grant(GraphRequest request, GraphList list)
    {
        if (!Allowed(out var refusal, FullControl))
            return refusal;
        var shape = new Shape(request);
        var body = shape.Body("roles", "grantedToV2");
        var roles = shape.List(body, "roles", 1, 1);
        var application = shape.Inner(shape.Inner(body, "grantedToV2", "application"), "application", "id", "displayName");
        var client = shape.Text(application, "id", 36);
        shape.Text(application, "displayName");
        if (shape.Wrong.Count > 0)
            return Refuse(request, shape);
        list.Grants.Add((client, roles[0]!.GetValue<string>()));
        return new GraphReply(201, Granting(list.Grants.Count - 1, list.Grants[^1]));
    }

    private GraphReply Items(GraphRequest request, GraphList list) => Reading(request, list, ["$filter", "$expand", "$top", "$skiptoken"], () =>
    {
        var shape = new Shape(request);
        var expanded = Expansion().Match(request.Parameter("$expand") ?? "");
        shape.Check(expanded.Success, "fields are not expanded, so there are none");
        var wanted = expanded.Groups["names"].Value.Split(',');
        shape.Check(wanted.All(name => list.Columns.Exists(column => column["name"]!.GetValue<string>() == name)), "a column is asked for that is not there");
        var items = list.Items.AsEnumerable();
        if (request.Parameter("$filter") is { } filter)
        {
            var by = Filter().Match(filter);
            shape.Check(by.Success, $"the filter cannot be read: {filter}");
            if (by.Success && !list.Columns.Exists(column => column["name"]!.GetValue<string>() == by.Groups["name"].Value && column["indexed"]?.GetValue<bool>() is true))
                return GraphReply.Error(400, "invalidRequest", $"Field '{by.Groups["name"].Value}' cannot be referenced in filter or orderby as it is not indexed.");
            items = items.Where(item => item.Text(by.Groups["name"].Value) == by.Groups["value"].Value);
        }
        if (shape.Wrong.Count > 0)
            return Refuse(request, shape);
        var top = int.Parse(request.Parameter("$top") ?? "200", CultureInfo.InvariantCulture);
        var from = int.Parse(request.Parameter("$skiptoken") ?? "0", CultureInfo.InvariantCulture);
        var all = items.OrderBy(item => item.Id).ToList();
        var page = Values(all.Skip(from).Take(top).Select(item => Shown(item, wanted)));
        if (all.Count > from + top)
            page["@odata.nextLink"] = string.Create(CultureInfo.InvariantCulture, $"{BaseUrl}/{string.Join('/', request.Segments.Select(Uri.EscapeDataString))}?$expand={request.Parameter("$expand")}&$top={top}&$skiptoken={from + top}");
        return new GraphReply(200, page);
    });

    private GraphReply CreateItem(GraphRequest request, GraphList list)
    {
        if (!MayWrite(list, out var refusal))
            return refusal;
        var shape = new Shape(request);
        var fields = shape.Inner(shape.Body("fields"), "fields", [.. list.Columns.Select(column => column["name"]!.GetValue<string>()), "Title"]);
        CheckFields(shape, list, fields);
        if (shape.Wrong.Count > 0)
            return Refuse(request, shape);
        if (Clashes(list, fields, null))
            return GraphReply.Error(500, "generalException"); // what SharePoint itself raises for a value that must be unique
        var item = list.Add(Filled(fields));
        return new GraphReply(201, new JsonObject { ["id"] = item.Id.ToString(CultureInfo.InvariantCulture), ["eTag"] = item.ETag });
    }

    private GraphReply ChangeItem(GraphRequest request, GraphList list, string id)
    {
        if (!MayWrite(list, out var refusal))
            return refusal;
        var shape = new Shape(request);
        var fields = shape.Body([.. list.Columns.Select(column => column["name"]!.GetValue<string>()), "Title"]);
        CheckFields(shape, list, fields);
        shape.Check(request.Header("If-Match") is not null, "an item is changed without If-Match");
        if (shape.Wrong.Count > 0)
            return Refuse(request, shape);
        if (ItemOf(list, id) is not { } item)
            return GraphReply.Error(404, "itemNotFound");
        if (request.Header("If-Match") != item.ETag)
            return GraphReply.Error(412, "preconditionFailed");
        if (Clashes(list, fields, item))
            return GraphReply.Error(500, "generalException");
        foreach (var (name, value) in fields.ToList())
            item.Set(name, value?.DeepClone());
        return new GraphReply(200, item.Fields.DeepClone());
    }

    private GraphReply DeleteItem(GraphRequest request, GraphList list, string id)
    {
        if (!MayWrite(list, out var refusal))
            return refusal;
        return ItemOf(list, id) is { } item && list.Items.Remove(item) ? new GraphReply(204) : GraphReply.Error(404, "itemNotFound");
    }

    private static void CheckFields(Shape shape, GraphList list, JsonObject fields)
    {
        foreach (var column in list.Columns)
        {
            var name = column["name"]!.GetValue<string>();
            if (fields[name] is not { } value)
                continue;
            if (column.ContainsKey("number"))
                shape.Number(fields, name);
            else if (column.ContainsKey("dateTime"))
                shape.Check(DateTimeOffset.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, out _), $"{name} is no moment");
            else
                shape.Text(fields, name);
        }
    }

    private bool Clashes(GraphList list, JsonObject fields, GraphItem? itself) => list.Columns
        .Where(column => column["enforceUniqueValues"]?.GetValue<bool>() is true).Select(column => column["name"]!.GetValue<string>())
        .Any(name => fields[name] is { } value && !DuplicatesSlipIn && list.Items.Exists(item => item != itself && item.Text(name) == value.ToString()));

    /// <summary>True: two creates at the same moment are both taken, as a service under load has done.</summary>
    public bool DuplicatesSlipIn { get; set; }

    private GraphReply Reading(GraphRequest request, GraphList list, string[] query, Func<GraphReply> read)
    {
        if (!MayRead(list, out var refusal))
            return refusal;
        var shape = new Shape(request);
        shape.Query(query);
        return shape.Wrong.Count > 0 ? Refuse(request, shape) : read();
    }

    private bool MayRead(GraphList list, out GraphReply refusal) => Allowed(out refusal, FullControl) || (Allowed(out refusal, Selected) && Has(list, out refusal, "read", "write", "owner", "fullcontrol"));

    private bool MayWrite(GraphList list, out GraphReply refusal) => Allowed(out refusal, FullControl) || (Allowed(out refusal, Selected) && Has(list, out refusal, "write", "owner", "fullcontrol"));

    private bool Has(GraphList list, out GraphReply refusal, params string[] roles)
    {
        refusal = GraphReply.Error(403, "accessDenied");
        return list.Grants.Exists(grant => grant.Client == Client && roles.Contains(grant.Role, StringComparer.Ordinal));
    }

    private GraphReply? Throttle(int units)
    {
        if (Allowance is not { } allowance)
            return null;
        var now = allowance.Time.GetUtcNow();
        while (recent.TryPeek(out var oldest) && oldest.At + allowance.Window <= now)
            recently -= recent.Dequeue().Units;
        recent.Enqueue((now, units)); // what is refused counts too
        Spent += units;
        MostInAWindow = Math.Max(MostInAWindow, recently += units);
        if (recently <= allowance.Units)
            return null;
        Throttled++;
        return GraphReply.Error(429, "activityLimitReached") with { Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Retry-After"] = "30" } };
    }

    private static JsonObject Filled(JsonObject fields) => new(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value!.DeepClone())));

    private static JsonObject Shown(GraphItem item, string[] wanted) => new()
    {
        ["id"] = item.Id.ToString(CultureInfo.InvariantCulture),
        ["eTag"] = item.ETag,
        ["fields"] = new JsonObject(wanted.Where(name => item.Fields[name] is not null).Select(name => KeyValuePair.Create(name, (JsonNode?)AsFraction(item.Fields[name]!)))),
    };

    // Numbers come back as fractions, whatever they were sent as.
    private static JsonNode AsFraction(JsonNode value) => value.GetValueKind() is System.Text.Json.JsonValueKind.Number ? JsonNode.Parse($"{value}.0")! : value.DeepClone();

    private static JsonObject Granting(int at, (string Client, string Role) grant) => new()
    {
        ["id"] = at.ToString(CultureInfo.InvariantCulture),
        ["roles"] = new JsonArray(grant.Role),
        ["grantedToV2"] = new JsonObject { ["application"] = new JsonObject { ["id"] = grant.Client, ["displayName"] = "PolicyBot" } },
    };

    private static JsonObject Values(IEnumerable<JsonObject> all) => new() { ["value"] = new JsonArray([.. all.Select(each => each.DeepClone())]) };

    private static GraphItem? ItemOf(GraphList list, string id) => list.Items.Find(item => item.Id.ToString(CultureInfo.InvariantCulture) == id);

    [GeneratedRegex(@"^fields\(\$select=(?<names>[A-Za-z,]+)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Expansion();

    [GeneratedRegex("^fields/(?<name>[A-Za-z]+) eq '(?<value>[^']*)'$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Filter();
}
