using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PolicyBot.Tests.Fakes.Graph;

/// <summary>Something in somebody's activity feed.</summary>
internal sealed record GraphNotification(string PersonId, string Type, long Chain, string Preview, string WebUrl, IReadOnlyDictionary<string, string> Parameters)
{
    public string? Reference => Parameters.GetValueOrDefault("reference");
}

// The activity feed of Teams: what the manifest declares, for people who have the app.
internal sealed partial class FakeGraph
{
    /// <summary>A type that no manifest declares: asking for it tells whether the permission is there, and nobody hears of it.</summary>
    public const string ProbeType = "policyBotProbe";

    private static readonly Lazy<IReadOnlyDictionary<string, string>> DeclaredTypes = new(Declared);

    /// <summary>Everything that was ever shown, in order. One of the same chain stands in the place of the one before.</summary>
    public List<GraphNotification> Notifications { get; } = [];

    /// <summary>People who do not have the app.</summary>
    public HashSet<string> NotInstalled { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What stands in somebody's feed now: the latest of each chain.</summary>
    public IReadOnlyList<GraphNotification> FeedOf(string person)
    {
        lock (gate)
            return [.. Notifications.Where(one => one.PersonId.Equals(person, StringComparison.OrdinalIgnoreCase)).GroupBy(one => one.Chain).Select(chain => chain.Last())];
    }

    private GraphReply? Activities(GraphRequest request) => (request.Method, request.Segments) switch
    {
        ("POST", ["users", var id, "teamwork", "sendActivityNotification"]) => Notify(request, id),
        _ => null,
    };

    private GraphReply Notify(GraphRequest request, string person)
    {
        if (!Allowed(out var refusal, "TeamsActivity.Send.User", "TeamsActivity.Send"))
            return refusal;
        var shape = new Shape(request);
        shape.Query();
        var body = shape.Body("topic", "activityType", "chainId", "previewText", "templateParameters");
        var topic = shape.Inner(body, "topic", "@odata.type", "source", "value", "webUrl");
        shape.Check(shape.Text(topic, "source") == "text", "the topic's source is not text");
        shape.Text(topic, "value", 128);
        var address = shape.Text(topic, "webUrl", 2000);
        shape.Check(address.StartsWith("https://teams.microsoft.com/l/", StringComparison.Ordinal), "webUrl is no link into Teams");
        var type = shape.Text(body, "activityType");
        var preview = shape.Text(shape.Inner(body, "previewText", "@odata.type", "content", "contentType"), "content", 150);
        var chain = shape.Number(body, "chainId");
        var parameters = Parameters(shape, body);
        if (type == ProbeType && shape.Wrong.Count == 0)
            return GraphReply.Error(400, "BadRequest", "The activity type is not declared in the app's manifest.");
        shape.Check(DeclaredTypes.Value.ContainsKey(type), $"the manifest declares no {type}");
        if (DeclaredTypes.Value.GetValueOrDefault(type) is { } template)
            shape.Check(
                Placeholder().Matches(template).Select(match => match.Groups["name"].Value).Except(["actor"], StringComparer.Ordinal).Order(StringComparer.Ordinal)
                    .SequenceEqual(parameters.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal),
                $"the parameters are not those of the template \"{template}\"");
        if (shape.Wrong.Count > 0)
            return Refuse(request, shape);
        if (!People.ContainsKey(person))
            return NoSuchThing();
        if (NotInstalled.Contains(person))
            return GraphReply.Error(403, "Forbidden", "Application with the given id is not installed for the user.");
        Notifications.Add(new GraphNotification(person, type, chain, preview, address, parameters));
        return new GraphReply(204);
    }

    private static Dictionary<string, string> Parameters(Shape shape, JsonObject body)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var each in body["templateParameters"] as JsonArray ?? [])
        {
            var one = each as JsonObject ?? [];
            shape.Check(one.All(pair => pair.Key is "@odata.type" or "name" or "value"), "a parameter has a name and a value, and nothing else");
            all[shape.Text(one, "name")] = shape.Text(one, "value");
        }
        return all;
    }

    private static Dictionary<string, string> Declared() =>
        JsonElement.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "manifest", "manifest.json"))).TryGetProperty("activities", out var activities)
            ? activities.GetProperty("activityTypes").EnumerateArray()
                .ToDictionary(type => type.GetProperty("type").GetString()!, type => type.GetProperty("templateText").GetString()!, StringComparer.Ordinal)
            : new(StringComparer.Ordinal);

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
