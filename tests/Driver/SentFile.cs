using System.Text.Json.Nodes;

namespace PolicyBot.Tests.Driver;

/// <summary>A file as somebody attaches it, or a picture that they paste into a message.</summary>
internal sealed record SentFile(string Name, string Address, bool Picture = false)
{
    public JsonObject ToJson() => Picture
        ? new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = Address, ["name"] = Name }
        : new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
            ["contentUrl"] = $"https://trust-my.sharepoint.com/documents/{Uri.EscapeDataString(Name)}",
            ["name"] = Name,
            ["content"] = new JsonObject { ["downloadUrl"] = Address, ["uniqueId"] = "u-1", ["fileType"] = "png" },
        };
}
