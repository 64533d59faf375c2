using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace PolicyBot.Tests.Browser;

/// <summary>
/// Makes one browser someone else. The Playground has one user and no way to change places; but its page learns who it is from one answer of the
/// server, and that answer is exchanged here on its way.
/// </summary>
internal static class PlaygroundIdentity
{
    internal static Task TakeAsync(IBrowserContext person, string userId) => person.RouteAsync("**/_internal/v1/config", async route =>
    {
        var answer = await route.FetchAsync();
        var body = JsonNode.Parse(await answer.TextAsync())!;
        ChangePlaces(body["config"]!, userId);
        await route.FulfillAsync(new() { Response = answer, Body = body.ToJsonString() });
    });

    private static void ChangePlaces(JsonNode config, string userId)
    {
        var users = config["users"]!.AsArray();
        var place = users.Select((user, i) => (Id: (string?)user!["id"], i)).Single(user => string.Equals(user.Id, userId, StringComparison.Ordinal)).i;
        var newcomer = users[place]!.DeepClone();
        users[place] = config["currentUser"]!.DeepClone();
        config["currentUser"] = newcomer;
        foreach (var room in config["groupChats"]!.AsArray().Concat(config["teams"]!.AsArray()))
            room!["members"] = new JsonArray([.. users.Select(user => user!["id"]!.DeepClone())]);
    }
}
