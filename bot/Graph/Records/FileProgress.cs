using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Bot.Graph.Records;

/// <summary>How far the files of an errand have got; kept with it, so that whoever takes it after a kill goes on there.</summary>
/// <param name="File">The large file that is under way, and <paramref name="Address"/> where its slices go; null when none is.</param>
internal sealed record FileProgress(string? File, Uri? Address)
{
    public static readonly FileProgress None = new(null, null);

    /// <summary>Of an errand that has none, or was written before there was any: none.</summary>
    public static FileProgress Read(string payload)
    {
        try
        {
            return payload.Length == 0 ? None : JsonSerializer.Deserialize(payload, FileProgressJson.Default.FileProgress) ?? None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    public string Write() => JsonSerializer.Serialize(this, FileProgressJson.Default.FileProgress);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FileProgress))]
internal sealed partial class FileProgressJson : JsonSerializerContext;
