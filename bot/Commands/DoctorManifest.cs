using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.Bot.Commands;

/// <summary>Whether the manifest that was filled in for this bot names it, and the application that Graph's permissions were granted to: Teams shows a line in a feed only when both are so.</summary>
internal static class DoctorManifest
{
    // Made-up values for a fresh clone.
    private const string MadeUp = ".env.local";

    /// <summary>Null when no environment of the manifest is filled in here: it may have been packed on another machine.</summary>
    /// <param name="folder">The folder of <c>manifest.json</c>.</param>
    /// <param name="bot">The bot's application id.</param>
    /// <param name="graph">The id of the application that speaks to Graph.</param>
    public static DoctorFinding? Of(string folder, string bot, string graph)
    {
        const string Tried = "The ids in the manifest";
        var filled = Environments(folder).Select(name => (Name: name, Ids: IdsOf(folder, name))).Where(each => each.Ids is not null).ToImmutableArray();
        if (filled.IsEmpty)
            return null;
        foreach (var (name, ids) in filled)
            if (Same(ids!.Value.Bot, bot))
                return Same(ids.Value.Application, graph)
                    ? new DoctorFinding(Tried, Severity.Fine, $"manifest/env/{name} names this bot and its application")
                    : new DoctorFinding(Tried, Severity.Failure, $"manifest/env/{name} names another application than Graph:ClientId", "Set AAD_APP_CLIENT_ID to Graph:ClientId, run pack, and upload the package again. Until then Teams shows no lines in the activity feed.");
        return new DoctorFinding(Tried, Severity.Warning, $"none of {string.Join(", ", filled.Select(each => each.Name))} names this bot", "Where the package was made from one of these: set BOT_ID to Bot:AppId, run pack, and upload it again. Otherwise Teams brings nobody's messages to this bot.");
    }

    private static ImmutableArray<string> Environments(string folder) => Path.Combine(folder, "env") is var at && Directory.Exists(at)
        ? [.. Directory.EnumerateFiles(at, ".env.*").Select(Path.GetFileName).OfType<string>().Where(name => name != MadeUp && !name.EndsWith(".user", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]
        : [];

    private static (string Bot, string Application)? IdsOf(string folder, string name)
    {
        try
        {
            var manifest = JsonNode.Parse(new ManifestPlaceholders(folder, name[".env.".Length..]).Fill(File.ReadAllText(Path.Combine(folder, "manifest.json"))));
            return manifest?["bots"]?[0]?["botId"]?.ToString() is { } bot && manifest["webApplicationInfo"]?["id"]?.ToString() is { } application && Guid.TryParse(bot, out _) && Guid.TryParse(application, out _)
                ? (bot, application)
                : null;
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return null; // 'pack' says what is wrong with it
        }
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
