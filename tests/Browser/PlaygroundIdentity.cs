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

    /// <summary>The local bot's Playground, with somebody else for its user and a chat of their own.</summary>
    internal static string Config(string userId)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Local", "playground.yml"));
        var current = Block(lines, Array.FindIndex(lines, line => line.StartsWith("currentUser:", StringComparison.Ordinal)) + 1, "  ");
        var theirs = Block(lines, Array.FindIndex(lines, line => line.Trim() == $"- id: {userId}"), "    ");
        var (me, them) = (Fields(lines, current), Fields(lines, theirs));
        var config = lines.ToList();
        // The later block first, so that the earlier one stays where it was counted.
        Replace(config, theirs, [$"  - {me[0]}", .. me[1..].Select(field => $"    {field}")]);
        Replace(config, current, [.. them.Select(field => $"  {field}")]);
        return string.Join('\n', config).Replace("a:priya-and-policybot", $"a:{userId[3..]}-and-policybot", StringComparison.Ordinal);
    }

    private static Range Block(string[] lines, int from, string indent)
    {
        var end = from + 1;
        while (end < lines.Length && lines[end].StartsWith(indent, StringComparison.Ordinal) && !lines[end].TrimStart().StartsWith('-') && !lines[end].TrimStart().StartsWith('#'))
            end++;
        return from..end;
    }

    private static string[] Fields(string[] lines, Range block) => [.. lines[block].Select(line => line.Trim().TrimStart('-').Trim())];

    private static void Replace(List<string> lines, Range block, IEnumerable<string> with)
    {
        var (from, count) = block.GetOffsetAndLength(lines.Count);
        lines.RemoveRange(from, count);
        lines.InsertRange(from, with);
    }

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
