using System.Text.Json.Nodes;
using static PolicyBot.Bot.Commands.ManifestRules;

namespace PolicyBot.Bot.Commands;

/// <summary>The ids in a manifest: each a real GUID where Teams wants one, none there twice.</summary>
internal static class ManifestIdentities
{
    internal static IEnumerable<string> Check(JsonObject app) => [.. Guids(app), .. Resource(app), .. Twice(app)];

    private static IEnumerable<string> Guids(JsonObject app)
    {
        (string Where, JsonNode? Id)[] ids =
        [
            ("id", app["id"]),
            ("webApplicationInfo.id", app["webApplicationInfo"]?["id"]),
            .. Each(app["bots"]).Select(bot => ("bots.botId", bot["botId"])),
            .. Each(app["composeExtensions"]).Select(extension => ("composeExtensions.botId", extension["botId"])),
        ];
        foreach (var (where, node) in ids)
        {
            // An unfilled placeholder has had its sentence already.
            var id = Text(node);
            if (id?.StartsWith("${{", StringComparison.Ordinal) != true && (!Guid.TryParseExact(id, "D", out var guid) || guid == Guid.Empty))
                yield return $"{where} has to be a GUID such as 6b1f0a52-3c1e-4d0a-9f57-2e8a4c7d1b30, not '{id}'.";
        }
    }

    // Without a resource Teams takes the package and then refuses the permissions that it asks for.
    private static IEnumerable<string> Resource(JsonObject app)
    {
        if (string.IsNullOrWhiteSpace(Text(app["webApplicationInfo"]?["resource"])))
            yield return "webApplicationInfo.resource is missing: give it the Entra application's ID URI, such as api://HOST/botid-ID.";
    }

    private static IEnumerable<string> Twice(JsonObject app)
    {
        (string Where, IEnumerable<JsonNode?> Ids)[] lists =
        [
            ("bots.botId", Each(app["bots"]).Select(bot => bot["botId"])),
            .. Each(app["bots"]).SelectMany(bot => Each(bot["commandLists"])).Select(list => ("commandLists.commands.title", Each(list["commands"]).Select(command => command["title"]))),
            .. Each(app["composeExtensions"]).Select(extension => ("composeExtensions.commands.id", Each(extension["commands"]).Select(command => command["id"]))),
            ("staticTabs.entityId", Each(app["staticTabs"]).Select(tab => tab["entityId"])),
            ("activityTypes.type", Each(app["activities"]?["activityTypes"]).Select(activity => activity["type"])),
        ];
        return from list in lists
               from same in list.Ids.Select(Text).OfType<string>().GroupBy(id => id, StringComparer.Ordinal)
               where same.Count() > 1
               select $"{list.Where} holds '{same.Key}' more than once: keep one.";
    }
}
