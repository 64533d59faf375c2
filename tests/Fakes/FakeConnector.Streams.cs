using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.Tests.Fakes;

/// <summary>Messages that begin before they are complete, in personal chats only, with the order that Teams insists on.</summary>
internal sealed partial class FakeConnector
{
    private readonly Dictionary<string, int> streams = new(StringComparer.Ordinal);
    private readonly HashSet<string> completed = new(StringComparer.Ordinal);

    /// <summary>Streams that were begun and neither completed nor taken away.</summary>
    public int OpenStreams
    {
        get
        {
            lock (gate)
                return streams.Count;
        }
    }

    private static JsonElement? StreamInfo(JsonElement activity) =>
        activity.TryGetProperty("entities", out var entities)
            ? entities.EnumerateArray().Where(entity => Text(entity, "type") == "streaminfo").Select(entity => (JsonElement?)entity).SingleOrDefault()
            : null;

    private (int Status, JsonNode? Body) Stream(string conversation, JsonElement activity, JsonElement info)
    {
        if (!conversation.StartsWith("a:", StringComparison.Ordinal))
            return NotAllowed("Content stream is not allowed");
        if (Text(activity, "text") is not { Length: > 0 })
            return Bad("BadRequest");
        var (kind, id) = (Text(info, "streamType"), Text(info, "streamId"));
        var number = info.TryGetProperty("streamSequence", out var sequence) ? sequence.GetInt32() : (int?)null;

        if (id is null)
        {
            if (number != 1 || kind == "final" || Text(activity, "type") != "typing")
                return Bad("BadRequest");
            id = (++lastId).ToString(CultureInfo.InvariantCulture);
            streams[id] = 1;
            return (201, new JsonObject { ["id"] = id });
        }
        if (completed.Contains(id))
            return NotAllowed("Content stream is not allowed on an already completed streamed message");
        if (!streams.TryGetValue(id, out var last))
            return NotAllowed("Content stream is not allowed");
        if (kind != "final")
        {
            if (number != last + 1)
                return (202, JsonNode.Parse(Fault.Coded(202, "ContentStreamSequenceOrderPreConditionFailed").Body));
            streams[id] = last + 1;
            return (202, new JsonObject());
        }
        if (number is not null || Text(activity, "type") != "message")
            return Bad("BadRequest");
        streams.Remove(id);
        completed.Add(id);
        Messages(conversation).Add(new PostedMessage(conversation, id, activity.Clone()));
        return (202, new JsonObject());
    }

    private static (int Status, JsonNode? Body) NotAllowed(string message) =>
        (403, new JsonObject { ["error"] = new JsonObject { ["code"] = "ContentStreamNotAllowed", ["message"] = message } });
}
