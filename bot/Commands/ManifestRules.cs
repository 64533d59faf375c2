using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.Bot.Commands;

/// <summary>
/// What Teams refuses, or quietly mishandles, although the manifest's JSON schema lets it pass; each as a sentence that says what to do.
/// The schema itself is checked in the tests, with Microsoft's validator.
/// </summary>
internal static class ManifestRules
{
    internal const string ColorIcon = "color.png";
    internal const string OutlineIcon = "outline.png";

    // A command that Teams offers and the bot answers with "I did not understand" is worse than none.
    private static readonly string[] Understood = ["help", "report", "my reports", "check", "cancel"];

    /// <summary>Every problem of a filled-in manifest and of the icons in <paramref name="folder"/>; empty when it can be packed.</summary>
    internal static IEnumerable<string> Check(string manifest, string folder)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(manifest, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException wrong)
        {
            return [$"manifest.json is not valid JSON: look at line {wrong.LineNumber + 1}, or for a key that stands there twice."];
        }
        return root is JsonObject app
            ? [.. Versions(app), .. ManifestIdentities.Check(app), .. ManifestAddresses.Check(app), .. Contents(app), .. Icons(app, folder)]
            : ["manifest.json has to be one JSON object: { … }."];
    }

    /// <summary>The text at a place, or nothing when it is absent or no text: what a wrong type means is the schema's business.</summary>
    internal static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The objects in an array, or none.</summary>
    internal static IEnumerable<JsonObject> Each(JsonNode? node) => (node as JsonArray)?.OfType<JsonObject>() ?? [];

    private static IEnumerable<string> Versions(JsonObject app)
    {
        // The schema pins manifestVersion with a keyword that its own draft does not know, so a wrong one passes.
        var version = Text(app["manifestVersion"]);
        var schema = Text(app["$schema"]);
        if (version is null || schema?.Contains($"/v{version}/", StringComparison.Ordinal) != true)
            yield return $"manifestVersion is {version ?? "missing"} but $schema is {schema ?? "missing"}: name the same version in both.";
        var parts = Text(app["version"])?.Split('.') ?? [];
        if (parts.Length != 3 || !parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit)))
            yield return "version has to be three numbers, such as 1.0.0; raise it at each upload.";
    }

    private static IEnumerable<string> Contents(JsonObject app)
    {
        var titles = Each(app["bots"]).SelectMany(bot => Each(bot["commandLists"])).SelectMany(list => Each(list["commands"])).Select(command => Text(command["title"]));
        foreach (var title in titles.OfType<string>().Distinct(StringComparer.Ordinal).Where(title => !Understood.Contains(title, StringComparer.Ordinal)))
            yield return $"The bot does not understand the command '{title}': remove it, or teach the bot first. It knows {string.Join(", ", Understood)}.";
        if (Each(app["activities"]?["activityTypes"]).Any(activity => Text(activity["type"]) is "systemDefault"))
            yield return "systemDefault is Teams' own activity type and must not be declared: remove it from activityTypes.";
    }

    private static IEnumerable<string> Icons(JsonObject app, string folder)
    {
        if (Text(app["icons"]?["color"]) is not ColorIcon || Text(app["icons"]?["outline"]) is not OutlineIcon)
            return [$"icons has to name {ColorIcon} as color and {OutlineIcon} as outline: those are the files that are packed."];
        return [.. IconRules.CheckColor(Path.Combine(folder, ColorIcon)), .. IconRules.CheckOutline(Path.Combine(folder, OutlineIcon))];
    }
}
