using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.Tests.Fakes;

/// <summary>What the Connector keeps: conversations, their messages in order, and the people in them.</summary>
internal sealed partial class FakeConnector
{
    // Teams takes about 100 KB, counted in UTF-16.
    private const int MostChars = 100 * 1024 / 2;
    private static readonly string[] ChannelOwned = ["id", "timestamp", "serviceUrl", "callerId"];

    private readonly Dictionary<string, List<PostedMessage>> conversations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<JsonObject>> members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> personal = new(StringComparer.Ordinal);
    private long lastId = 1_750_000_000_000;

    /// <summary>All messages of a conversation in the order in which they were posted, deleted ones included.</summary>
    public IReadOnlyList<PostedMessage> MessagesIn(string conversationId)
    {
        lock (gate)
            return conversations.TryGetValue(conversationId, out var messages) ? [.. messages] : [];
    }

    /// <summary>Every message of every conversation.</summary>
    public IReadOnlyList<PostedMessage> AllMessages
    {
        get
        {
            lock (gate)
                return [.. conversations.Values.SelectMany(messages => messages)];
        }
    }

    public IReadOnlyList<string> ConversationIds
    {
        get
        {
            lock (gate)
                return [.. conversations.Keys];
        }
    }

    public void AddMember(string conversationId, JsonObject member)
    {
        lock (gate)
        {
            if (!members.TryGetValue(conversationId, out var people))
                members[conversationId] = people = [];
            people.Add(member);
        }
    }

    /// <summary>The id of somebody's own chat with the bot: the same, whoever of the two writes first.</summary>
    public string ChatOf(string user)
    {
        lock (gate)
        {
            if (!personal.TryGetValue(user, out var id))
                personal[user] = id = $"a:personal-{personal.Count + 1}";
            return id;
        }
    }

    private (int Status, JsonNode? Body) Create(ConnectorCall call)
    {
        if (call.Body is not { ValueKind: JsonValueKind.Object } body || Text(body, "bot", "id") is null || Text(body, "tenantId") is null)
            return Bad("BadSyntax");
        if (!body.TryGetProperty("isGroup", out var group) || group.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            return Bad("BadSyntax");
        return group.GetBoolean() ? CreateThread(call, body) : CreatePersonal(body);
    }

    private (int Status, JsonNode? Body) CreatePersonal(JsonElement body)
    {
        if (!body.TryGetProperty("members", out var people) || people.ValueKind != JsonValueKind.Array || people.GetArrayLength() != 1)
            return Bad("BadSyntax");
        if (Text(people[0], "id") is not { } user || user.Contains('@', StringComparison.Ordinal))
            return Bad("BadArgument");

        var id = ChatOf(user);
        Messages(id);
        return (201, new JsonObject { ["id"] = id });
    }

    private (int Status, JsonNode? Body) CreateThread(ConnectorCall call, JsonElement body)
    {
        if (Text(body, "channelData", "channel", "id") is not { } channel || !body.TryGetProperty("activity", out var activity))
            return Bad("BadSyntax");
        if (Refusal(call, activity) is { } refusal)
            return refusal;
        var posted = Keep(channel, activity);
        return (201, new JsonObject { ["id"] = posted.ConversationId, ["activityId"] = posted.ActivityId });
    }

    private (int Status, JsonNode? Body) Post(ConnectorCall call)
    {
        if (call.Body is not { } activity || Refusal(call, activity) is not null)
            return call.Body is null ? Bad("BadSyntax") : Refusal(call, call.Body.Value)!.Value;
        if (!IsConversation(call.ConversationId!))
            return Bad("BadArgument");
        if (StreamInfo(activity) is { } info)
            return Stream(call.ConversationId!, activity, info);
        if (Text(activity, "type") == "typing")
            return (202, new JsonObject());
        return (201, new JsonObject { ["id"] = Keep(call.ConversationId!, activity).ActivityId });
    }

    private (int Status, JsonNode? Body) Update(ConnectorCall call, string conversation, string id)
    {
        if (Refusal(call, call.Body ?? default) is { } refusal)
            return refusal;
        if (Find(conversation, id) is not { } at)
            return Bad("ActivityNotFoundInConversation", 404);
        var message = conversations[conversation][at];
        conversations[conversation][at] = message with { Activity = call.Body!.Value, Updates = message.Updates + 1 };
        return (200, new JsonObject { ["id"] = id });
    }

    private (int Status, JsonNode? Body) Delete(string conversation, string id)
    {
        if (streams.Remove(id))
            return (200, null);
        if (Find(conversation, id) is not { } at)
            return Bad("ActivityNotFoundInConversation", 404);
        conversations[conversation][at] = conversations[conversation][at] with { Deleted = true };
        return (200, null);
    }

    private (int Status, JsonNode? Body) Page(ConnectorCall call, string conversation)
    {
        if (!int.TryParse(call.Query["pageSize"], CultureInfo.InvariantCulture, out var size) || size is < 50 or > 500)
        {
            Record($"pageSize {call.Query["pageSize"]} is outside 50 to 500");
            return Bad("BadArgument");
        }

        if (!members.TryGetValue(conversation, out var people))
            return Bad("ConversationNotFound", 404);
        var from = call.Query["continuationToken"].FirstOrDefault() is { } token ? int.Parse(token.Split('=')[1], CultureInfo.InvariantCulture) : 0;
        var page = new JsonObject { ["members"] = new JsonArray([.. people.Skip(from).Take(size).Select(person => person.DeepClone())]) };
        if (from + size < people.Count)
            page["continuationToken"] = $"from={from + size}";
        return (200, page);
    }

    private (int Status, JsonNode? Body) Member(string conversation, string id)
    {
        var found = members.GetValueOrDefault(conversation)?.Find(person =>
            person.Any(field => field.Key is "id" or "aadObjectId" or "objectId" or "userPrincipalName" && field.Value?.ToString() == id));
        return found is null ? Bad("MemberNotFoundInConversation", 404) : (200, found.DeepClone());
    }

    private (int Status, JsonNode? Body)? Refusal(ConnectorCall call, JsonElement activity)
    {
        if (call.BodyChars > MostChars)
            return Bad("MessageSizeTooBig", 413);
        if (activity.ValueKind != JsonValueKind.Object || Text(activity, "type") is null)
            return Bad("BadSyntax");
        foreach (var field in ChannelOwned.Where(field => activity.TryGetProperty(field, out _)))
            failures.Add($"{call.Method} {call.RawPath}: {field} belongs to the channel");
        return null;
    }

    // A channel without a thread in its id is the place where threads start.
    private PostedMessage Keep(string conversationId, JsonElement activity)
    {
        var id = (++lastId).ToString(CultureInfo.InvariantCulture);
        var isChannel = conversationId.EndsWith("@thread.tacv2", StringComparison.Ordinal) || conversationId.EndsWith("@thread.skype", StringComparison.Ordinal);
        var posted = new PostedMessage(isChannel ? $"{conversationId};messageid={id}" : conversationId, id, activity.Clone());
        Messages(posted.ConversationId).Add(posted);
        return posted;
    }

    private List<PostedMessage> Messages(string conversationId)
    {
        if (!conversations.TryGetValue(conversationId, out var messages))
            conversations[conversationId] = messages = [];
        return messages;
    }

    private int? Find(string conversationId, string activityId) =>
        conversations.TryGetValue(conversationId, out var messages)
        && messages.FindIndex(message => message.ActivityId == activityId && !message.Deleted) is >= 0 and var at ? at : null;

    private static bool IsConversation(string id) =>
        id.StartsWith("a:", StringComparison.Ordinal) || (id.StartsWith("19:", StringComparison.Ordinal) && id.Contains("@thread.", StringComparison.Ordinal));

    private static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
