using System.Text.Json.Nodes;

namespace PolicyBot.Tests.Driver;

/// <summary>Where something is said: somebody's own chat, a group chat or a channel.</summary>
internal sealed record Place(string Id, string Kind);

/// <summary>Activities as Teams sends them, in the shapes of the recorded ones in <c>tests/Wire</c>.</summary>
internal static class Sent
{
    public const string BotId = "28:22222222-2222-2222-2222-222222222222";
    private static int last;

    public static string NewId() => $"f:{Interlocked.Increment(ref last)}";

    public static JsonObject Message(Member from, Place where, string serviceUrl, string text, bool mentionsBot)
    {
        var message = Activity("message", from, where, serviceUrl);
        message["text"] = mentionsBot ? $"<at>PolicyBot</at> {text}" : text;
        message["textFormat"] = "plain";
        if (mentionsBot)
            message["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>PolicyBot</at>",
                ["mentioned"] = new JsonObject { ["id"] = BotId, ["name"] = "PolicyBot" },
            });
        return message;
    }

    public static JsonObject Invoke(Member from, Place where, string serviceUrl, string? card, string? title, string? verb, JsonNode? data, string trigger = "manual")
    {
        var invoke = Activity("invoke", from, where, serviceUrl);
        invoke["name"] = "adaptiveCard/action";
        if (card is not null)
            invoke["replyToId"] = card;
        var action = new JsonObject { ["type"] = "Action.Execute", ["data"] = data };
        if (title is not null)
            action["title"] = title;
        if (verb is not null)
            action["verb"] = verb;
        invoke["value"] = new JsonObject { ["action"] = action, ["trigger"] = trigger };
        return invoke;
    }

    /// <summary>What an old client sends in place of an invoke: a message without text.</summary>
    public static JsonObject Submit(Member from, Place where, string serviceUrl, string? card, JsonNode? data)
    {
        var submit = Activity("message", from, where, serviceUrl);
        if (card is not null)
            submit["replyToId"] = card;
        submit["value"] = data;
        return submit;
    }

    public static JsonObject Installation(Member from, Place where, string serviceUrl, string action)
    {
        var installed = Activity("installationUpdate", from, where, serviceUrl);
        installed["action"] = action;
        return installed;
    }

    public static JsonObject BotAdded(Member from, Place where, string serviceUrl)
    {
        var added = Activity("conversationUpdate", from, where, serviceUrl);
        added["membersAdded"] = new JsonArray(new JsonObject { ["id"] = BotId, ["name"] = "PolicyBot" });
        return added;
    }

    private static JsonObject Activity(string type, Member from, Place where, string serviceUrl)
    {
        var sender = new JsonObject { ["id"] = from.TeamsId, ["name"] = from.Name };
        if (from.DirectoryId is { } id)
            sender["aadObjectId"] = id;
        var channelData = new JsonObject { ["tenant"] = new JsonObject { ["id"] = from.Tenant } };
        var conversation = new JsonObject { ["conversationType"] = where.Kind, ["tenantId"] = from.Tenant, ["id"] = where.Id };
        if (where.Kind == "channel")
        {
            conversation["isGroup"] = true;
            channelData["team"] = new JsonObject { ["id"] = "19:team@thread.tacv2" };
            channelData["channel"] = new JsonObject { ["id"] = where.Id.Split(";messageid=")[0] };
        }
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = NewId(),
            ["timestamp"] = "2026-11-23T09:00:00.000Z",
            ["serviceUrl"] = serviceUrl,
            ["channelId"] = "msteams",
            ["from"] = sender,
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "PolicyBot" },
            ["conversation"] = conversation,
            ["channelData"] = channelData,
            ["locale"] = "en-GB",
        };
    }
}
